import DocumentModel
import TextLayout

/// The entries of a list as a column of lines: a title each, and what is known of it below.
struct ListingColumn: LineSource {
  /// What a line of the list shows.
  enum Content: Equatable {
    /// An entry's title.
    case title
    /// What is known of the entry.
    case facts
    /// Before what stands below all entries.
    case beforeEnd
    /// That there are more entries than the list holds.
    case end(String)
  }

  /// All entries of the list.
  let entries: [ListingEntry]
  /// Those that are shown, in their order; items are indices into it.
  let shown: [Int]
  /// The keys of those that are kept for later.
  let kept: Set<String>
  let height: Int
  /// What stands below the last entry, `nil` for nothing.
  let end: String?

  var firstItem: Int? { shown.isEmpty ? nil : 0 }
  var lastItem: Int? { shown.isEmpty ? nil : shown.count - 1 }
  func item(after item: Int) -> Int? { item + 1 < shown.count ? item + 1 : nil }
  func item(before item: Int) -> Int? { item > 0 ? item - 1 : nil }

  /// The entry that `item` shows.
  func entry(at item: Int) -> ListingEntry { entries[shown[item]] }

  func lines(of item: Int) -> ItemLines<Content> {
    var lines: [Content] = [.title]
    let entry = entry(at: item)
    if entry.hasFacts || kept.contains(entry.key) { lines.append(.facts) }
    if item == lastItem, let end { lines += [.beforeEnd, .end(end)] }
    return ItemLines(head: lines) { _ in .facts }
  }

  func text(of content: Content) -> (line: Line, block: Int)? { nil }
}

extension ListingEntry {
  /// Whether there is anything to say of it beside its title and site.
  fileprivate var hasFacts: Bool {
    score != nil || comments != nil || author != nil || date != nil || dateText != nil
      || !tags.isEmpty
  }
}
