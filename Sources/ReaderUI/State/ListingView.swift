import DocumentModel

/// A list on the screen: its entries, which of them are shown, and where the reader is among them.
public struct ListingView: Equatable, Sendable {
  /// The list.
  public internal(set) var listing: Listing {
    didSet { document = Self.document(of: listing) }
  }
  /// All of it as a document, in which each entry is one block, so that hits of a search lead to rows.
  private var document: Document
  /// Which entries are shown, and how.
  var arrangement = EntryArrangement() {
    didSet { if arrangement != oldValue { rearrange() } }
  }
  /// The entries shown, as indices into those of the list.
  public private(set) var shown: [Int]
  /// The row keys are about, an index into `shown`.
  public internal(set) var selected = 0
  /// The line at the top.
  var viewport = Viewport<ListingColumn>()
  /// How the list was looked at before a filter began to be typed.
  var stopBeforeFilter: ListingStop?
  /// The keys of entries that have been opened.
  public internal(set) var read: Set<String> = []
  /// The keys of entries that are kept for later.
  public internal(set) var kept: Set<String> = []
  /// The keys of entries that were not there before the last reload.
  var new: Set<String> = []

  /// The order of the entries.
  public var order: EntryOrder { arrangement.order }
  /// The words that shown entries hold, empty for all.
  public var filter: String { arrangement.filter }
  /// The keys of entries that are left out.
  public var hidden: Set<String> { arrangement.hidden }

  /// All of `listing`, from its beginning.
  init(_ listing: Listing) {
    self.listing = listing
    document = Self.document(of: listing)
    shown = Array(listing.entries.indices)
  }

  /// The entry that keys are about as an index into those of the list, `nil` if none is shown.
  public var selectedIndex: Int? { shown.indices.contains(selected) ? shown[selected] : nil }

  /// The entry that keys are about, `nil` if none is shown.
  public var selectedEntry: ListingEntry? { selectedIndex.map { listing.entries[$0] } }

  /// The key of the entry that keys are about, `nil` if that is the first or none is shown.
  public var focus: String? { selected > 0 ? selectedEntry?.key : nil }

  /// What is shown, as a document; O(entries).
  var shownDocument: Document { document.showing(entries: shown) }

  private static func document(of listing: Listing) -> Document {
    guard listing.entries.contains(where: \.title.isEmpty) else { return Document(listing) }
    let entries = listing.entries.map { entry in
      var entry = entry
      if entry.title.isEmpty { entry.title = entry.shownTitle }
      return entry
    }
    return Document(listing.replacing(entries: entries, next: listing.next))
  }

  /// Puts `fresh` in place of the list; the entry that keys are about stays, as far as it is there.
  mutating func exchange(for fresh: Listing) {
    let selected = selectedEntry?.key
    let top = topEntry
    listing = fresh
    rearrange(selected: selected, top: top)
  }

  private mutating func rearrange() { rearrange(selected: selectedEntry?.key, top: topEntry) }

  /// The key of the entry at the top of the pane.
  private var topEntry: String? {
    shown.indices.contains(viewport.anchor.item)
      ? listing.entries[shown[viewport.anchor.item]].key : nil
  }

  /// Finds out what is shown; the entry `selected` keeps its distance from the top of the pane.
  private mutating func rearrange(selected key: String?, top: String?) {
    let row = selected
    let distance = max(0, row - viewport.anchor.item)
    shown = arrangement.shown(of: listing.entries)
    selected = self.row(of: key) ?? min(row, max(0, shown.count - 1))
    let first = self.row(of: top).flatMap { $0 <= selected ? $0 : nil }
    viewport.anchor = ScrollAnchor(item: first ?? max(0, selected - distance))
  }

  /// The row that shows the entry with `key`, `nil` if none does; O(entries).
  private func row(of key: String?) -> Int? {
    key.flatMap { key in shown.firstIndex { listing.entries[$0].key == key } }
  }

  /// Goes to `row`, the nearest there is, and shows it; whether that is another.
  mutating func select(_ row: Int, in column: ListingColumn) -> Bool {
    let before = selected
    selected = min(max(0, row), max(0, shown.count - 1))
    showSelected(in: column)
    return selected != before
  }

  /// Makes the entry with `key` the one that keys are about, if it is shown.
  mutating func select(key: String?) {
    selected = row(of: key) ?? selected
  }

  /// Goes to the entry with `key`, else to the first, which stands at the top.
  mutating func start(at key: String) {
    selected = row(of: key) ?? 0
    viewport.anchor = ScrollAnchor(item: selected)
  }

  /// Scrolls as little as needed to show the selected entry.
  mutating func showSelected(in column: ListingColumn) {
    guard column.firstItem != nil else { return }
    let last = column.lines(of: selected).count(upTo: column.height) - 1
    viewport.show(0...last, of: selected, in: column)
  }

  /// Scrolls by `lines`; the selected entry is one on the screen.
  mutating func scroll(by lines: Int, over column: ListingColumn) -> Bool {
    guard column.firstItem != nil else { return false }
    let didMove = viewport.scroll(by: lines, over: column)
    let shown = column.visible(from: viewport.anchor)
    let first = shown.first { $0.index == 0 }?.item ?? viewport.anchor.item
    let last = shown.last { $0.isLast }?.item ?? first
    selected = min(max(selected, first), max(first, last))
    return didMove
  }

  /// Leaves the list on a line that exists.
  mutating func settle(on column: ListingColumn) {
    selected = min(max(0, selected), max(0, shown.count - 1))
    viewport.settle(on: column)
  }

  /// Whether both show the same entries in the same way.
  public static func == (left: ListingView, right: ListingView) -> Bool {
    left.listing.entries == right.listing.entries && left.listing.next == right.listing.next
      && left.listing.title == right.listing.title && left.arrangement == right.arrangement
      && left.selected == right.selected && left.viewport == right.viewport
      && left.read == right.read && left.kept == right.kept && left.new == right.new
  }
}

/// How a list is looked at: what undo and the end of typing a pattern return to.
struct ListingStop: Equatable, Sendable {
  let arrangement: EntryArrangement
  let selected: Int
  let viewport: Viewport<ListingColumn>
}

extension ListingView {
  /// How the list is looked at.
  var stop: ListingStop {
    ListingStop(arrangement: arrangement, selected: selected, viewport: viewport)
  }

  /// Goes back to `stop`.
  mutating func restore(_ stop: ListingStop) {
    arrangement = stop.arrangement
    selected = stop.selected
    viewport = stop.viewport
  }
}

extension ListingEntry {
  /// The most characters of a text that stand for a title.
  private static let beginning = 100

  /// The site the article is on, as stated, else by its address; `nil` if there is no article apart
  /// from the discussion.
  var shownSite: String? {
    if let site { return site }
    guard let article, LinkAddress.isWeb(article), article != discussion,
      let start = article.firstRange(of: "://")?.upperBound
    else { return nil }
    let host = article[start...].prefix { !"/?#:".contains($0) }
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }

  /// What stands for it on the screen: its title, else how its text begins, else where it leads, else
  /// that it has none.
  var shownTitle: String {
    if !title.isEmpty { return title }
    if let excerpt, !excerpt.isEmpty {
      let start = excerpt.prefix(Self.beginning)
      guard start.endIndex < excerpt.endIndex else { return excerpt }
      let end = start.suffix(Self.beginning / 4).lastIndex(of: " ") ?? start.endIndex
      return start[..<end] + "…"
    }
    return article ?? discussion ?? "[untitled]"
  }
}
