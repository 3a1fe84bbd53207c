import DocumentParsing

/// Rows for what makes lines with names and dates those of something else than a discussion.
extension DumpPolicy {
  static let doubtRules: [Rule<DumpPolicy>] = [
    Rule(
      "most-alike",
      \.mostAlike,
      considers: "the share of headers with the same name as the one before",
      evidence: """
        People seldom write twice running; labels such as «Post» stand on every header. Where a word \
        of speech ends headers, all may be by «Anonymous».
        """,
      fixture: "text-dump/alike-most"
    ),
    Rule(
      "most-headers-a-name",
      \.mostHeadersAName,
      considers: "how many headers each name has on average",
      evidence: """
        In a game of two hundred posts each of forty fans had six; a page that prints when somebody \
        joined beside when they wrote has two labels for all.
        """,
      fixture: "text-dump/headers-a-name"
    ),
    Rule(
      "most-addressed",
      \.mostAddressed,
      considers: "the share of headers with an address of mail in angle brackets on or beside them",
      evidence: """
        Lists of changes sign every one with it; boards print the addresses of one commenter in \
        twenty who gave one.
        """,
      fixture: "text-dump/addressed-half"
    ),
    Rule(
      "most-listed",
      \.mostListed,
      considers: "the share of texts that have items of a list",
      evidence: """
        Lists of changes and news have them under nine headers of ten; of the comments that w3m \
        prints, beside whose texts stand marks, one in ten.
        """,
      fixture: "text-dump/listed-some",
      step: 10
    ),
    Rule(
      "most-versions",
      \.mostVersions,
      considers: "the share of names that hold the number of a version",
      evidence: "News of releases have one in every heading, names of people in none.",
      fixture: "text-dump/versions-half"
    ),
    Rule(
      "most-impossible",
      \.mostImpossible,
      considers: "the share of dates that name no day of the calendar",
      evidence: "Versions and sizes do; dates of comments do where a site prints them wrongly.",
      fixture: "text-dump/impossible-half"
    ),
  ]
}
