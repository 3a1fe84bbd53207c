import DocumentParsing

/// Rows for names that stand beside others, and for who answers whom.
extension DumpPolicy {
  static let threadRules: [Rule<DumpPolicy>] = [
    Rule(
      "least-doubled",
      \.leastDoubled,
      considers: "how many names are printed twice in a line",
      evidence: "An avatar's text doubles every name; one person may be called «Duran Duran».",
      fixture: "text-dump/names-doubled"
    ),
    Rule(
      "least-pairs",
      \.leastPairs,
      considers: "how many headers hold two names, the second of somebody who wrote above",
      evidence: """
        Disqus prints who is answered behind who wrote; one «Mary Ann» may write beside a Mary and an \
        Ann.
        """,
      fixture: "text-dump/names-paired"
    ),
    Rule(
      "least-paired",
      \.leastPaired,
      considers: "the share of headers with two names",
      evidence: "Every third comment or more is a reply where sites print whom it answers.",
      fixture: "text-dump/names-paired",
      step: 10
    ),
    Rule(
      "least-turns",
      \.leastTurns,
      considers: "how often dates turn back, for comments to be replies that cannot be told apart",
      evidence: "One date out of order is a clock that is wrong, or a comment that was moved.",
      fixture: "text-dump/order-turns"
    ),
    Rule(
      "least-turned",
      \.leastTurned,
      considers: "the share of neighbouring dates that run against the others",
      evidence: """
        On flat pages one in a hundred does, where threads lost their indent one in four or more.
        """,
      fixture: "text-dump/order-turned",
      step: 3
    ),
    Rule(
      "least-collapsed",
      \.leastCollapsed,
      considers: "the share of replies indented alike, for deeper ones to be among them",
      evidence: """
        w3m prints the tables of Hacker News with one indent for all replies; where depths differ, \
        one in four is deeper.
        """,
      fixture: "text-dump/order-collapsed",
      step: 5
    ),
    Rule(
      "least-counted",
      \.leastCounted,
      considers: "the share of headers with the number of replies below",
      evidence: "Reddit leaves it off comments whose votes it hides.",
      fixture: "text-dump/counts-most",
      step: 10
    ),
    Rule(
      "most-overrun",
      \.mostOverrun,
      considers:
        "the share of comments with more replies below than what they answer leaves room for",
      evidence: "Numbers of replies nest; others, as of points, seldom do.",
      fixture: "text-dump/counts-overrun",
      step: 3
    ),
  ]
}
