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

  /// The versions of the page at `address` that are kept, the last one first, each with what was new
  /// in it; `nil` if none is kept.
  ///
  /// Parses all of them; blocks for as long as that takes.
  func versions(of address: String) -> OpenDocument? {
    let pages = lookIntoLibrary { store throws(DatabaseError) in
      try store.pages(at: address, limit: LibraryStore.mostVersions)
    }
    var versions: [(fetched: Int64, document: Document)] = []
    var size = 0
    for page in pages ?? [] where size < Self.versionBytes {
      guard let document = try? OpenDocument(kept: page).whole() else { continue }
      size += document.text.count
      versions.append((page.fetched, document))
    }
    guard let newest = versions.first else { return nil }
    var (entries, targets) = ([ListingEntry](), [Int: EntryTarget]())
    for (index, version) in versions.enumerated() {
      let before = versions.dropFirst(index + 1).first
      let change = before.flatMap { DocumentRefresh($0.document, version.document) }
      let summary = change.map { RefreshSummary($0, after: CommentNews()) }
      var entry = ListingEntry(title: Moment(version.fetched).inFull, part: index)
      entry.comments = version.document.commentCount
      entry.tags = [summary?.text ?? "the first that is kept"]
      entries.append(entry)
      targets[index] = .version(
        change?.document ?? version.document,
        summary?.news ?? CommentNews(),
        since: before.map { Moment($0.fetched).inFull } ?? ""
      )
    }
    let title = newest.document.title
    return OpenDocument(
      .made("Versions of \(title.isEmpty ? address : title)", entries, format: "versions"),
      targets: targets
    )
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
