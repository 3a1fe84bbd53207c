import DocumentParsing

/// Rows for lines with names, and for what stands around the texts.
extension DumpPolicy {
  static let nameRules: [Rule<DumpPolicy>] = [
    Rule(
      "longest-header",
      \.longestHeader,
      considers: "how many bytes a line has that heads or signs a comment",
      evidence: "Names of associations take 80, ratings, dates and controls as much again.",
      fixture: "text-dump/header-longest"
    ),
    Rule(
      "longest-behind",
      \.longestBehind,
      considers: "how many bytes follow the date of a header",
      evidence:
        "Controls, a number, the rank of a member; more than that is the rest of a sentence.",
      fixture: "text-dump/behind-longest"
    ),
    Rule(
      "longest-name",
      \.longestName,
      considers: "how many bytes a name has that no words around it mark",
      evidence: "Whole names with a title and a place take 50.",
      fixture: "text-dump/name-longest"
    ),
    Rule(
      "most-name-words",
      \.mostNameWords,
      considers: "how many words a name has that no words around it mark",
      evidence: "Spanish and Arabic names have six; sentences more.",
      fixture: "text-dump/name-words"
    ),
    Rule(
      "most-small-words",
      \.mostSmallWords,
      considers: "how many words of a name begin with a small letter of ASCII",
      evidence: "«the cat on the wall» is a nickname, with one more word it is a sentence.",
      fixture: "text-dump/name-small-words"
    ),
    Rule(
      "least-shared",
      \.leastShared,
      considers: "the share of lines that have a word beside the name",
      evidence: """
        Replies are introduced in other words than comments, and are up to a third of a discussion.
        """,
      fixture: "text-dump/shared-verb",
      step: 10
    ),
    Rule(
      "least-shared-capital",
      \.leastSharedCapital,
      considers: "the share of lines that have a capitalised word beside the name",
      evidence: "«Anonymous» writes half of some discussions, and is a name.",
      fixture: "text-dump/shared-capital",
      step: 5
    ),
    Rule(
      "least-glued",
      \.leastGlued,
      considers: "how many letters cling to the beginning of every name",
      evidence: "The last word of an avatar's description; three letters begin many names.",
      fixture: "text-dump/glued"
    ),
    Rule(
      "widest-gap",
      \.widestGap,
      considers: "how many blank lines may separate the first header from the second",
      evidence:
        "More of them part the article, whose byline is printed like a header, from the discussion.",
      fixture: "text-dump/byline-alike"
    ),
    Rule(
      "least-control-share",
      \.leastControlShare,
      considers: "the share of texts that a control ends",
      evidence: "Pages that hide a control from some comments leave it on a quarter.",
      fixture: "text-dump/controls-some",
      step: 5
    ),
    Rule(
      "least-controls",
      \.leastControls,
      considers: "how many texts a control ends",
      evidence: "Two people may end a text with the same word.",
      fixture: "text-dump/controls-few"
    ),
    Rule(
      "most-edge-lines",
      \.mostEdgeLines,
      considers: "how many lines a page prints below every text",
      evidence: "Reddit prints nine controls, each on a line.",
      fixture: "text-dump/controls-many"
    ),
  ]
}
