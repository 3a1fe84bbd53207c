import DocumentMerging
import DocumentModel
import ReaderUI
import ReadingHistory
import SystemServices

/// What is kept, as lists.
extension ReadingMemory {
  /// How much text versions that are listed may hold together, in bytes.
  private static let versionBytes = 64 << 20
  /// How many hits a search of the library lists.
  private static let mostHits = 200

  // MARK: Versions

  /// The versions that are kept of `document`, which is known by `names` and read as `source` is; `nil`
  /// if none is.
  ///
  /// Parses all of them; blocks for as long as that takes.
  func versions(
    of source: OpenDocument,
    _ names: DocumentNames,
    _ document: Int64?
  ) -> PageVersions? {
    let all = self.names(of: document, names)
    let pages = lookIntoLibrary { store throws(DatabaseError) in
      try store.pages(named: all, limit: LibraryStore.mostVersions)
    }
    var versions: [PageVersions.Kept] = []
    var size = 0
    for page in pages ?? [] where size < Self.versionBytes {
      guard let document = try? OpenDocument(kept: page, like: source).whole() else { continue }
      size += document.text.count
      versions.append(
        PageVersions.Kept(
          moment: page.fetched,
          file: page.isFile ? page.address.split(separator: "/").last.map(String.init) : nil,
          document: document
        )
      )
    }
    return versions.isEmpty ? nil : PageVersions(versions, location: source.location)
  }

  // MARK: Searching

  /// The passages of all that was read that hold the words of `pattern`, the best first; `nil` if there
  /// are none.
  func passages(holding pattern: String) -> OpenDocument? {
    let hits = lookIntoLibrary { store throws(DatabaseError) in
      try store.search(pattern, limit: Self.mostHits)
    }
    guard let hits, !hits.isEmpty else { return nil }
    var (entries, targets) = ([ListingEntry](), [Int: EntryTarget]())
    for (index, hit) in hits.enumerated() {
      var entry = ListingEntry(title: hit.words, author: hit.author, part: index)
      entry.site = hit.title.isEmpty ? hit.location : hit.title
      entry.tags = [hit.comment.map { "comment \($0)" } ?? "article"]
      entries.append(entry)
      targets[index] = HistoryListing.target(hit.location, title: hit.title, comment: hit.comment)
    }
    return OpenDocument(
      .made("Read before: \(pattern)", entries, format: "library"),
      targets: targets
    )
  }
}
