import DocumentParsing

/// The numbers by which text dumps of any making are read.
///
/// Lengths are bytes, shares whole percents, unless a row says otherwise.
package struct DumpPolicy: Policy {
  // Lines that may head or sign a comment.
  var longestHeader = 160
  var longestBehind = 60

  // Names, and what stands around them.
  var longestName = 60
  var mostNameWords = 6
  var mostSmallWords = 3
  var leastShared = 60
  var leastSharedCapital = 85
  var leastGlued = 4
  var widestGap = 4

  // Whether the lines are headers of a discussion.
  var leastHeaders = 3
  var leastNamed = 80
  var leastBodies = 70
  var mostWordsAName = 3
  var someHeaders = 6
  var manyHeaders = 20
  var gapLines = 3
  var strongSign = 2
  var leastEvidence = 4
  var leastMore = 100

  // Whether they are those of something else.
  var mostAlike = 75
  var mostHeadersAName = 12
  var mostAddressed = 50
  var mostListed = 40
  var mostVersions = 50
  var mostImpossible = 50

  // Whether headers stand above the texts or below.
  var decisiveSign = 4
  var plainSign = 3
  var notableSign = 2

  // Names that a page prints twice, or in pairs.
  var leastDoubled = 2
  var leastPairs = 3
  var leastPaired = 20

  // Who answers whom.
  var leastTurns = 2
  var leastTurned = 10
  var leastCollapsed = 90
  var leastCounted = 80
  var mostOverrun = 3

  // What a page prints around every text.
  var leastControlShare = 20
  var leastControls = 3
  var mostEdgeLines = 12

  /// The numbers skein reads with.
  package init() {}

  /// A row for each number.
  package static let rules = nameRules + evidenceRules + doubtRules + threadRules
}
