import DocumentParsing

/// The numbers by which the discussion of a flattened page is found and read.
///
/// Lengths are bytes, shares whole percents, unless a row says otherwise.
package struct TextThreadPolicy: Policy {
  // What is looked at.
  var detectionSample = 1 << 19

  // The form above a thread that tells the number of comments.
  var datesAbovePart = 4
  var leastDatesAbove = 1
  var longestFormLine = 48
  var mostFormLines = 6
  var leastFormLines = 2
  var leastOrderLines = 2

  // What a page prints around every comment.
  var longestNeighbour = 120
  var momentWeight = 3
  var dayWeight = 2
  var unknownWordPenalty = 1
  var longestReply = 160
  var leastReplyPhrase = 2
  var longestReplyPhrase = 48
  var leastPlainReplies = 2
  var leastPlainShare = 50
  var replySample = 4096
  var mostReplyPhrases = 256

  // The end of a comment.
  var longestVotes = 8
  var leastVotes = 50
  var longestFooter = 40
  var leastFooters = 2
  var leastFooterShare = 50
  var mostFooterLabels = 64
  var shortestEditNote = 12
  var longestEditNote = 300
  var longestToggle = 80
  var toldToggleWeight = 2
  var leastToggleWeight = 2
  var mostToggleLabels = 64

  // Texts the site cut short.
  var longestCutLabel = 60
  var longestPlainLabel = 24
  var usualCutWords = 30
  var leastCutTexts = 3
  var cutWordsPart = 2
  var cutSampleTexts = 1 << 15
  var cutSampleMarks = 4096
  var mostCutMarks = 256

  // The lines above a comment.
  var longestName = 250
  var mostHeaderLines = 6
  var mostDatelessLines = 3

  // Dates that are out of order.
  var daysOutOfOrder = 2
  var daysApart = 30
  var comparedDates = 3
  var leastAgainst = 50
  var leastSpannedDates = 8
  var strayDatesPart = 50

  // The score of a header.
  var nameTwice = 1
  var leastDoubled = 70
  var nameMissing = -1
  var replyLine = 1
  var textAbove = -2
  var textBelow = -2
  var dateTooOld = -3
  var dateTooYoung = -2
  var dateRemote = -1
  var leastScore = 0

  // Whether headers are a thread.
  var leastDayHeaders = 3
  var mostIndented = 50
  var mostImpossible = 50
  var leastSignedHeaders = 2
  var certainPart = 8
  var leastNamed = 50
  var blankLinesAbove = 2

  /// The numbers skein reads with.
  package init() {}

  /// A row for each number.
  package static let rules = markRules + headerRules
}
