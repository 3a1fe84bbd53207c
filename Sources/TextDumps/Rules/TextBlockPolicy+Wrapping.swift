import DocumentParsing

/// Rows for the head of an article and for where lines were wrapped.
extension TextBlockPolicy {
  static let wrapRules: [Rule<TextBlockPolicy>] = [
    Rule(
      "longest-title",
      \.longestTitle,
      considers: "how many bytes the first line has",
      evidence: """
        Titles are shorter even with a subtitle; a longer first line is the first paragraph of \
        a text without a title.
        """,
      fixtures: ["text/title-longest", "text/title-overlong"],
      check: .both
    ),
    Rule(
      "longest-byline",
      \.longestByline,
      considers: "how many bytes the line below the title has",
      evidence: """
        Bylines name one or two authors and a paper; longer lines that begin with «By» are \
        sentences.
        """,
      fixtures: ["text/title-longest", "text/byline-overlong"],
      check: .both
    ),
    Rule(
      "wrap-sample-bytes",
      \.wrapSampleBytes,
      considers: "how much of the text is measured to find its wrap column",
      evidence: """
        The beginning shows how the rest is wrapped; measuring all of a large text takes time.
        """,
      fixture: "text/wrap-late",
      step: 159_400,
      check: .lower
    ),
    Rule(
      "wrap-sample-lines",
      \.wrapSampleLines,
      considers: "how many lines are measured to find the wrap column",
      evidence: "Enough to get past a table of contents; measuring more takes time.",
      fixture: "text/wrap-late",
      step: 1980,
      check: .lower
    ),
    Rule(
      "narrowest-wrap",
      \.narrowestWrap,
      considers: "the narrowest column at which text may be wrapped",
      evidence: "Verse and addresses have lines of 20 to 39 columns whose breaks are meant.",
      fixtures: ["text/wrap-narrow", "text/wrap-too-narrow"],
      check: .both
    ),
    Rule(
      "widest-wrap",
      \.widestWrap,
      considers: "the widest column at which text may be wrapped",
      evidence: """
        Mail and manuals are wrapped at 65 to 80, code comments at up to 120; longer lines are \
        paragraphs.
        """,
      fixtures: ["text/wrap-wide", "text/wrap-too-wide"],
      check: .both
    ),
    Rule(
      "longest-first-word",
      \.longestFirstWord,
      considers: "how many columns of the next line's first word count",
      evidence: """
        An address of 60 columns would agree with any column, so that chance would look like \
        agreement.
        """,
      fixtures: ["text/wrap-addresses", "text/wrap-addresses-apart"],
      check: .both
    ),
    Rule(
      "least-wrapped-lines",
      \.leastWrappedLines,
      considers: "how many lines must agree on the column",
      evidence: """
        One line followed by another agrees with itself: every address of two lines would be \
        wrapped.
        """,
      fixtures: ["text/wrap-once", "text/wrap-narrow"],
      check: .both
    ),
    Rule(
      "least-agreeing",
      \.leastAgreeing,
      considers: "the share of lines that agree on the column",
      evidence: """
        Headings, lists and last lines of paragraphs end anywhere, and people wrap by hand, so \
        that in some wrapped texts no more than three lines in ten agree; fewer agree by \
        chance.
        """,
      fixtures: ["text/wrap-half", "text/wrap-few-agree"],
      step: 2,
      check: .both
    ),
    Rule(
      "least-filled",
      \.leastFilled,
      considers: "the share of lines that end at the column or a little before",
      evidence: """
        Lines of a log may agree on a column by chance, but most of them end well before it.
        """,
      fixtures: ["text/wrap-half", "text/wrap-few-filled"],
      step: 6,
      check: .both
    ),
    Rule(
      "overlong-part",
      \.overlongPart,
      considers: "the part of the column by which a full line may be longer",
      evidence: """
        A word that was changed afterwards makes a line a little longer; lines that are much \
        longer were never wrapped.
        """,
      fixture: "text/wrap-edges",
      check: .both
    ),
    Rule(
      "early-part",
      \.earlyPart,
      considers: "the part of the column by which a full line may be shorter",
      evidence: """
        People who wrap by hand end some lines early; lines that end earlier than this were \
        ended on purpose.
        """,
      fixture: "text/wrap-edges",
      check: .both
    ),
    Rule(
      "least-centre-indent",
      \.leastCentreIndent,
      considers: "how far a line in the middle of the page is indented",
      evidence: "Paragraphs and items are indented less.",
      fixture: "text/centred",
      check: .both
    ),
    Rule(
      "least-centre-margin",
      \.leastCentreMargin,
      considers: "how many columns are free to the right of a line in the middle",
      evidence: "A line that nearly reaches the margin is indented, not centred.",
      fixture: "text/centred",
      check: .both
    ),
    Rule(
      "most-off-centre",
      \.mostOffCentre,
      considers: "by how much the margins of a line in the middle differ",
      evidence: """
        People who centre by hand are off by a few columns; code that is indented is off by \
        more.
        """,
      fixture: "text/centred",
      check: .both
    ),
  ]
}
