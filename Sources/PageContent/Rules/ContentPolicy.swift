import DocumentParsing

/// The numbers by which the elements of an article or a comment become blocks and spans.
///
/// Lengths are characters, unless a row says otherwise.
package struct ContentPolicy: Policy {
  // Inside lines.
  var longestNoteMark = 3
  var longestExponent = 8
  var shortestDescription = 30
  var longestDescribedLine = 2_000
  var newDescriptionWords = 0.25
  var longestEmoji = 12
  var leastPictureSide = 33

  // Lines of their own.
  var longestBlank = 64
  var longestMark = 4
  var promptSigns = 3

  // Tables.
  var leastTableRows = 2
  var widestCell = 64

  /// The numbers skein reads with.
  package init() {}

  /// A row for each number.
  package static let rules: [Rule<ContentPolicy>] = [
    Rule(
      "longest-note-mark",
      \.longestNoteMark,
      considers: "how long the mark of a note is that is set in brackets",
      evidence: """
        Ours: notes are numbered to 999 or lettered; a raised word with a link is a word.
        """,
      fixture: "html/article-notes",
      check: .both
    ),
    Rule(
      "longest-exponent",
      \.longestExponent,
      considers: "how long a text above or below the line is that is an exponent or an index",
      evidence: """
        Ours: 10⁻²⁷, (n+1)²; with 30 small print that a site sets below the line becomes an index.
        """,
      fixture: "html/article-exponents",
      check: .both
    ),
    Rule(
      "shortest-description",
      \.shortestDescription,
      considers: "how long a description of an image is that may repeat the line before it",
      evidence: """
        Ours: with less a picture named by the one word before it went; a caption is a line.
        """,
      fixture: "html/article-images",
      check: .both
    ),
    Rule(
      "longest-described-line",
      \.longestDescribedLine,
      considers: "how long a line is, in bytes, with which a description is compared",
      evidence: "A limit of work: words are compared for each image.",
      fixture: "html/article-described",
      check: .lower
    ),
    Rule(
      "new-description-words",
      \.newDescriptionWords,
      considers:
        "the share of words that may differ between a line and the description that repeats it",
      evidence: """
        Ours: with 0.05 a caption and the same words with a number less stand twice; \
        descriptions that say more than the line stay.
        """,
      fixture: "html/article-images",
      step: 0.02,
      check: .both
    ),
    Rule(
      "longest-emoji",
      \.longestEmoji,
      considers: "how many scalars a description has that is a pictograph and stands in the line",
      evidence: """
        Ours: flags and families are up to ten scalars; a long row of them is a picture of its \
        own.
        """,
      fixture: "html/article-images",
      check: .both
    ),
    Rule(
      "least-picture-side",
      \.leastPictureSide,
      considers:
        "how wide and how high a picture without a description is, in pixels, if it is stated",
      evidence: """
        Ours: icons are 16 or 32 pixels wide, counters one; pictures that say something are larger \
        than any of them.
        """,
      fixture: "html/article-nameless",
      check: .both
    ),
    Rule(
      "longest-blank",
      \.longestBlank,
      considers: "how long a line of nothing but blanks is, in bytes, that is left out",
      evidence: """
        Ours: editors write no-break spaces where they want room: without it ten of 341 real \
        pages show empty lines. Longer runs are drawings.
        """,
      fixture: "html/article-blanks",
      step: 2,
      check: .both
    ),
    Rule(
      "longest-mark",
      \.longestMark,
      considers: "how long a line is, in bytes, that may be nothing but a mark between links",
      evidence: """
        Ours: with 2 the points between links of a menu stay; with 9 a mark and two blanks \
        count, which one theme sets as its own line.
        """,
      fixture: "html/article-blanks",
      check: .both
    ),
    Rule(
      "prompt-signs",
      \.promptSigns,
      considers: "how many signs `>` begin lines that are no quotation where none has fewer",
      evidence: """
        Ours: `>>>` is the prompt of Python; who quotes a quotation of a quotation quotes what \
        stands around it too.
        """,
      fixture: "hackernews/quotes",
      check: .both
    ),
    Rule(
      "least-table-rows",
      \.leastTableRows,
      considers: "how many rows a table of data has",
      evidence: """
        Ours: tables of one row are for layout; with 4 tables of three rows fall apart into \
        paragraphs.
        """,
      fixture: "html/article-cells",
      check: .both
    ),
    Rule(
      "widest-cell",
      \.widestCell,
      considers: "how many columns a cell takes at most",
      evidence: "A limit: a page can state any number.",
      fixture: "html/article-cells",
      check: .lower
    ),
  ]
}
