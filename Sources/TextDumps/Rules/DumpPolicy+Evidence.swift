import DocumentParsing

/// Rows for what makes lines the headers of a discussion.
extension DumpPolicy {
  static let evidenceRules: [Rule<DumpPolicy>] = [
    Rule(
      "least-headers",
      \.leastHeaders,
      considers: "how many lines of one kind are headers",
      evidence: "Two dates are those of an article and its correction.",
      fixture: "text-dump/three-said"
    ),
    Rule(
      "least-named",
      \.leastNamed,
      considers: "the share of lines of one kind that have a name",
      evidence:
        "Some commenters sign with a sentence or an address; lines of a text rarely have names.",
      fixture: "text-dump/named-most"
    ),
    Rule(
      "least-bodies",
      \.leastBodies,
      considers: "the share of headers with a text",
      evidence: "Texts of emoji and pictures are lost; lists of names and dates have none.",
      fixture: "text-dump/bodies-most"
    ),
    Rule(
      "most-words-a-name",
      \.mostWordsAName,
      considers: "how many words the names have on average",
      evidence: "Titles of a list of articles have more.",
      fixture: "text-dump/words-three"
    ),
    Rule(
      "some-headers",
      \.someHeaders,
      considers: "from how many on headers speak for a discussion",
      evidence: "Dates with words before them repeat by chance, but not often.",
      fixture: "text-dump/six-alike"
    ),
    Rule(
      "many-headers",
      \.manyHeaders,
      considers: "from how many on headers speak strongly for a discussion",
      evidence: "A text that repeats a line with a name twenty times, each above a text, is one.",
      fixture: "text-dump/twenty-alike"
    ),
    Rule(
      "gap-lines",
      \.gapLines,
      considers: "how many blank lines set the discussion off",
      evidence: "Extractors leave one between paragraphs, more where a form or a menu was.",
      fixture: "text-dump/six-alike"
    ),
    Rule(
      "strong-sign",
      \.strongSign,
      considers: "what «says», a heading with a number, controls or many headers count",
      evidence: "Each is rare outside of discussions; times, gaps and indents are not.",
      fixture: "text-dump/three-said"
    ),
    Rule(
      "least-evidence",
      \.leastEvidence,
      considers: "how much speaks for a discussion",
      evidence: "Lists of events have names, times and a gap above them: three.",
      fixture: "text-dump/six-alike"
    ),
    Rule(
      "least-more",
      \.leastMore,
      considers: """
        the comments this reader finds, as a share of those that dates alone make the reader of \
        wpDiscuz find
        """,
      evidence: "Of headers it does not know that reader takes those between blank lines.",
      fixture: "text-dump/more-than-dates",
      step: 120
    ),
    Rule(
      "decisive-sign",
      \.decisiveSign,
      considers: "what a word of speech at the end of headers counts for headers above their texts",
      evidence:
        "Nobody signs «Ines says:». Names above the texts they sign count as much against it.",
      fixture: "text-dump/side-speech"
    ),
    Rule(
      "plain-sign",
      \.plainSign,
      considers: "what it counts against headers above texts that the last has none below",
      evidence: "Copies end with the discussion, but the last comment may be a picture.",
      fixture: "text-dump/side-speech"
    ),
    Rule(
      "notable-sign",
      \.notableSign,
      considers: "what it counts against headers above texts that text precedes the first",
      evidence: "The first comment may have lost its header, as pingbacks do.",
      fixture: "text-dump/side-speech"
    ),
  ]
}
