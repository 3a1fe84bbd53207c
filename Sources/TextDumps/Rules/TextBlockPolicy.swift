import DocumentParsing

/// The numbers by which lines of plain text become titles, headings, lists, tables, paragraphs.
///
/// Lengths are bytes, widths and indents columns, shares whole percents, unless a row says otherwise.
package struct TextBlockPolicy: Policy {
  // The head of an article.
  var longestTitle = 300
  var longestByline = 120

  // Where lines were wrapped.
  var wrapSampleBytes = 160_000
  var wrapSampleLines = 2000
  var narrowestWrap = 40
  var widestWrap = 120
  var longestFirstWord = 20
  var leastWrappedLines = 2
  var leastAgreeing = 30
  var leastFilled = 50
  var overlongPart = 8
  var earlyPart = 6

  // Lines in the middle of the page.
  var leastCentreIndent = 8
  var leastCentreMargin = 6
  var mostOffCentre = 8

  // What a line looks like.
  var longestMeasuredLine = 1000
  var leastColumnGap = 3
  var leastEntryWord = 4
  var longestRule = 299
  var leastRule = 3
  var leastSpacedRule = 5
  var longestUnderlinedTitle = 120
  var leastUnderline = 50
  var mostOverhang = 24
  var longestHeading = 120

  // What a line begins with.
  var markers = MarkerLimits()

  // Blocks of several lines.
  var longestChunk = 500
  var leastFullLines = 50
  var codeIndent = 4
  var alignedItemIndent = 8
  var leastDrawnLines = 50
  var longestRow = 999
  var leastRows = 2
  var longFlattenedLine = 60
  var longTypedLine = 100
  var mostAlikeLines = 50
  var longestFieldName = 32

  /// The numbers skein reads with.
  package init() {}

  /// A row for each number.
  package static let rules = wrapRules + blockRules

  /// The limits for what a line begins with; a part of its own because it is passed for every line.
  struct MarkerLimits: Sendable {
    var longestClause = 6
    var mostOrdinalDigits = 3
    var mostListDigits = 6
    var deepestQuote = 32
    var deepestList = 32
    var listIndent = 2
  }
}
