import DocumentModel

/// Lists that screens are drawn of.
extension Sample {
  /// A front page with all kinds of entries.
  static let frontPage = Listing(
    source: Source(format: "list", location: "https://news.example.org/"),
    title: "The Harbour Post",
    next: "https://news.example.org/?p=2",
    entries: [
      entry(1, "The lantern that burned for a century", "lamps.example", 408, 113, "ines", 3600),
      entry(2, "Show: a tide table that fits on a stamp", "tides.example", 61, 0, "hugo", 7200),
      entry(
        3,
        "Why every chart of the estuary before 1840 shows an island that nobody has ever landed on",
        "charts.example.org",
        233,
        87,
        "mara",
        86_400
      ),
      ListingEntry(
        title: "Ask: who repaired the sluice?",
        discussion: "https://news.example.org/item/4",
        comments: 1,
        score: 1,
        author: "ines",
        dateText: "yesterday",
        tags: ["ask", "water"]
      ),
      ListingEntry(title: "A note without anything", article: "https://notes.example/5"),
      entry(6, "港の灯台についての長い話", "toudai.example", 12, 4, "灯", 300),
    ]
  )

  /// A list of `count` entries.
  static func longList(_ count: Int) -> Listing {
    Listing(
      source: Source(format: "list", location: "long"),
      title: "A long list",
      entries: (1...count).map { entry($0, "Story number \($0)", "example.org", $0, $0, "ann", 60) }
    )
  }

  private static func entry(
    _ number: Int,
    _ title: String,
    _ site: String,
    _ score: Int,
    _ comments: Int,
    _ author: String,
    _ age: Int64
  ) -> ListingEntry {
    ListingEntry(
      title: title,
      article: "https://\(site)/\(number)",
      discussion: "https://news.example.org/item/\(number)",
      comments: comments,
      score: score,
      author: author,
      date: Timestamp(wallClock: 1_714_636_800 - age, offset: 0, precision: .second),
      site: site
    )
  }
}
