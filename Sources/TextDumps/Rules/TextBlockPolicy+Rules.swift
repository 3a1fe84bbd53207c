import DocumentParsing

extension TextBlockPolicy {
  /// A row for each number.
  package static let rules: [Rule<TextBlockPolicy>] = [
    Rule(
      "longest-title",
      \.longestTitle,
      considers: "how many bytes the first line has",
      evidence: """
        Titles with a subtitle reach 250; a longer first line is a paragraph of an article \
        without a title.
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
        Forewords and licences of 50 KB have a width of their own; more than this costs time \
        and changes nothing.
        """,
      fixture: "text/wrap-late",
      step: 159_400,
      check: .lower
    ),
    Rule(
      "wrap-sample-lines",
      \.wrapSampleLines,
      considers: "how many lines are measured to find the wrap column",
      evidence: """
        As for bytes: lists of short lines at the beginning must not hide that the text is \
        wrapped.
        """,
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
        Half of a wrapped text is headings, lists and ends of paragraphs, and people wrap by \
        hand; by chance less than a quarter agrees.
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
        In logs a third of the lines may end at the same column; wrapped text has more than \
        half.
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
        A word changed afterwards makes lines longer, by one in eight at most; longer ones \
        were never wrapped.
        """,
      fixture: "text/wrap-edges",
      check: .both
    ),
    Rule(
      "early-part",
      \.earlyPart,
      considers: "the part of the column by which a full line may be shorter",
      evidence: """
        People who wrap by hand break before a long phrase; a fifth of the line is a stanza or \
        an item.
        """,
      fixture: "text/wrap-edges",
      check: .both
    ),
    Rule(
      "least-centre-indent",
      \.leastCentreIndent,
      considers: "how far a line in the middle of the page is indented",
      evidence: "Paragraphs and items are indented by up to 7 columns.",
      fixture: "text/centred",
      check: .both
    ),
    Rule(
      "least-centre-margin",
      \.leastCentreMargin,
      considers: "how many columns are free to the right of a line in the middle",
      evidence: "Lines of code that reach the margin are indented, not centred.",
      fixture: "text/centred",
      check: .both
    ),
    Rule(
      "most-off-centre",
      \.mostOffCentre,
      considers: "by how much the margins of a line in the middle differ",
      evidence: "Hands and typewriters centre to within a few columns.",
      fixture: "text/centred",
      check: .both
    ),
    Rule(
      "longest-measured-line",
      \.longestMeasuredLine,
      considers: "how many bytes a line has whose words and gaps are measured",
      evidence: """
        Nobody breaks or aligns longer lines, and measuring a page on one line costs time.
        """,
      fixture: "text/long-lines",
      check: .both
    ),
    Rule(
      "least-column-gap",
      \.leastColumnGap,
      considers: "how many blanks inside a line separate columns",
      evidence: "Two follow a full stop in typed text; three are alignment.",
      fixture: "text/columns",
      check: .both
    ),
    Rule(
      "least-entry-word",
      \.leastEntryWord,
      considers: "how many columns the first word of alike lines has",
      evidence: """
        Entries of a log begin with the same word; with three letters, «the» and «and» make \
        entries of prose.
        """,
      fixture: "text/wrap-edges",
      check: .both
    ),
    Rule(
      "longest-rule",
      \.longestRule,
      considers: "how many bytes a rule or underline has",
      evidence: "Longer runs of one sign are data.",
      fixture: "text/headings",
      check: .both
    ),
    Rule(
      "least-rule",
      \.leastRule,
      considers: "how many signs make a rule or underline",
      evidence: "Two hyphens are a dash, or begin a signature.",
      fixture: "text/headings",
      check: .both
    ),
    Rule(
      "least-spaced-rule",
      \.leastSpacedRule,
      considers: "how many bytes a rule with blanks has",
      evidence: "«* * *» has five; «* *» is two items.",
      fixture: "text/headings",
      step: 2,
      check: .both
    ),
    Rule(
      "longest-underlined-title",
      \.longestUnderlinedTitle,
      considers: "how many bytes an underlined title has",
      evidence: "A longer line above a rule is the last of a paragraph.",
      fixture: "text/headings",
      check: .both
    ),
    Rule(
      "least-underline",
      \.leastUnderline,
      considers: "the length of an underline in parts of its title",
      evidence: "Shorter ones are rules below the last line of a paragraph.",
      fixture: "text/headings",
      step: 2,
      check: .both
    ),
    Rule(
      "most-overhang",
      \.mostOverhang,
      considers: "by how many bytes an underline is longer than its title",
      evidence: """
        Titles in letters of two bytes have shorter underlines, short titles longer ones; a \
        rule across the page is no underline.
        """,
      fixture: "text/headings",
      check: .both
    ),
    Rule(
      "longest-heading",
      \.longestHeading,
      considers: "how many bytes a heading without marks has",
      evidence: "A longer line between blank ones is a paragraph without a full stop.",
      fixture: "text/headings",
      check: .both
    ),
    Rule(
      "longest-clause",
      \.longestClause,
      considers: "within how many bytes the bracket of a clause closes",
      evidence: "«(xvii)» is the longest number in use; longer brackets hold words.",
      fixture: "text/markers",
      check: .both
    ),
    Rule(
      "most-ordinal-digits",
      \.mostOrdinalDigits,
      considers: "how many digits the number of an item has",
      evidence: "A number of four digits with a full stop ends a sentence with a year.",
      fixture: "text/markers",
      check: .both
    ),
    Rule(
      "deepest-quote",
      \.deepestQuote,
      considers: "how many signs of quotation count",
      evidence: """
        Mail that went to and fro has up to a dozen; this bounds what hostile text can nest.
        """,
      fixture: "text/markers",
      check: .both
    ),
    Rule(
      "longest-chunk",
      \.longestChunk,
      considers: "how many lines without a blank one between them make one chunk",
      evidence: "A log of 100,000 lines is no block to lay out at once.",
      fixture: "text/long-chunk",
      check: .both
    ),
    Rule(
      "least-full-lines",
      \.leastFullLines,
      considers: "the share of full lines in a chunk that was wrapped",
      evidence: "Stanzas and tables have a full line now and then.",
      fixture: "text/wrap-edges",
      step: 6,
      check: .both
    ),
    Rule(
      "code-indent",
      \.codeIndent,
      considers: "how far code is indented",
      evidence: """
        Markdown and manuals indent code by four; three is a paragraph's first line or an \
        item.
        """,
      fixture: "text/markers",
      check: .both
    ),
    Rule(
      "aligned-item-indent",
      \.alignedItemIndent,
      considers: "how far lines with bullets are indented that are part of something aligned",
      evidence: """
        Lists are indented by up to 7 columns; beyond, hyphens are parts of tables and options \
        of commands.
        """,
      fixture: "text/markers",
      check: .both
    ),
    Rule(
      "least-drawn-lines",
      \.leastDrawnLines,
      considers: "the share of lines with columns or signs of a drawn table",
      evidence: "A paragraph may hold one aligned line; of a table most are.",
      fixture: "text/columns",
      step: 8,
      check: .both
    ),
    Rule(
      "longest-row",
      \.longestRow,
      considers: "how many bytes a row of a table has",
      evidence: "Longer lines with a tab are paragraphs that begin with one.",
      fixture: "text/long-lines",
      check: .both
    ),
    Rule(
      "least-rows",
      \.leastRows,
      considers: "how many lines with tabs make a table",
      evidence: "One line with a tab is an indented paragraph or a pair.",
      fixture: "text/columns",
      check: .both
    ),
    Rule(
      "long-typed-line",
      \.longTypedLine,
      considers: "the mean length from which typed lines are paragraphs",
      evidence: """
        Programs without wrapping put a paragraph on a line; lines of verse and addresses are \
        shorter.
        """,
      fixture: "text/entries",
      check: .both
    ),
    Rule(
      "most-alike-lines",
      \.mostAlikeLines,
      considers: "the share of long lines that begin like the one before",
      evidence: """
        Lines of a log are long, too, and begin alike; as paragraphs each would stand apart.
        """,
      fixture: "text/entries",
      step: 8,
      check: .both
    ),
    Rule(
      "longest-field-name",
      \.longestFieldName,
      considers: "within how many bytes the colon of a field stands",
      evidence: "The longest header names of mail have 31 letters; later colons are prose.",
      fixture: "text/wrap-edges",
      check: .both
    ),
    Rule(
      "most-list-digits",
      \.mostListDigits,
      considers: "how many digits the number of a list item has",
      evidence: "Lists a page numbers begin anywhere, but no list has a million items.",
      fixture: "wpdiscuz-text/comment-blocks",
      check: .both
    ),
    Rule(
      "deepest-list",
      \.deepestList,
      considers: "how many levels of a list count",
      evidence: "Pages nest lists three deep; this bounds what hostile text can nest.",
      fixture: "wpdiscuz-text/comment-blocks",
      check: .both
    ),
    Rule(
      "list-indent",
      \.listIndent,
      considers: "by how many blanks extractors indent a level of a list",
      evidence: "All extractors in use print two.",
      fixture: "wpdiscuz-text/comment-blocks",
      check: .both
    ),
    Rule(
      "long-flattened-line",
      \.longFlattenedLine,
      considers: "the mean length from which lines of a flattened page are paragraphs",
      evidence: "Lines that a commenter broke are shorter; a paragraph of a page is one line.",
      fixture: "wpdiscuz-text/comment-blocks",
      check: .both
    ),
  ]
}
