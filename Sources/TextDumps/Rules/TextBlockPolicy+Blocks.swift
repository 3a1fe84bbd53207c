import DocumentParsing

/// Rows for what lines look like and what they make together.
extension TextBlockPolicy {
  static let blockRules: [Rule<TextBlockPolicy>] = [
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
      \.markers.longestClause,
      considers: "within how many bytes the bracket of a clause closes",
      evidence: "«(viii)» and «(xvii)» fit; longer brackets hold words.",
      fixture: "text/markers",
      check: .both
    ),
    Rule(
      "most-ordinal-digits",
      \.markers.mostOrdinalDigits,
      considers: "how many digits the number of an item has",
      evidence: "A number of four digits with a full stop ends a sentence with a year.",
      fixture: "text/markers",
      check: .both
    ),
    Rule(
      "deepest-quote",
      \.markers.deepestQuote,
      considers: "how many signs of quotation count",
      evidence: """
        Mail that was answered many times has about a dozen; this bounds what hostile text can \
        nest.
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
      evidence: """
        Names of fields in mail and control files are shorter; a colon further on belongs to a \
        sentence.
        """,
      fixture: "text/wrap-edges",
      check: .both
    ),
    Rule(
      "most-list-digits",
      \.markers.mostListDigits,
      considers: "how many digits the number of a list item has",
      evidence: "A page may number its list from anywhere, but longer numbers are identifiers.",
      fixture: "wpdiscuz-text/comment-blocks",
      check: .both
    ),
    Rule(
      "deepest-list",
      \.markers.deepestList,
      considers: "how many levels of a list count",
      evidence: """
        Lists on pages are nested a few levels deep; this bounds what hostile text can nest.
        """,
      fixture: "wpdiscuz-text/comment-blocks",
      check: .both
    ),
    Rule(
      "list-indent",
      \.markers.listIndent,
      considers: "by how many blanks extractors indent a level of a list",
      evidence: "resiliparse prints two blanks for each level.",
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
