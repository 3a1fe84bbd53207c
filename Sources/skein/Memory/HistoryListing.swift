import DocumentModel
import DocumentParsing
import ReaderUI
import ReadingHistory
import SystemServices

/// What is remembered, as lists.
enum HistoryListing {
  /// How many documents home shows to go on with.
  private static let mostToGoOnWith = 30
  /// What home is called.
  static let home = "Home"

  /// The documents of the history, the one read last first.
  static func history(_ documents: [RememberedDocument], now: Int64) -> Listing {
    .made("Read before", documents.map { entry($0, now: now) }, format: "history")
  }

  /// Where to go from without a source: what was read last, what is kept for later, and sources by
  /// their names.
  static func home(
    _ documents: [RememberedDocument],
    kept: [RememberedDocument],
    subscriptions: [HistoryStore.Subscription] = [],
    sources: [(name: String, address: String)],
    now: Int64
  ) -> Listing {
    let isKept = Set(kept.map(\.id))
    let recent = documents.filter { !isKept.contains($0.id) }.prefix(mostToGoOnWith)
    var entries = recent.map { tagged(entry($0, now: now), "go on") }
    entries += kept.map { tagged(entry($0, now: now), "for later") }
    entries += subscriptions.map { source in
      ListingEntry(title: source.name, discussion: source.address, tags: ["subscribed"])
    }
    entries += sources.map { source in
      var entry = ListingEntry(title: source.name, discussion: source.address)
      entry.tags = ["source"]
      return entry
    }
    entries.append(ListingEntry(title: "A tour of skein", discussion: Tour.location))
    return .made(home, entries, format: "history")
  }

  /// Sources with a short name that home shows to everybody.
  private static let shortNames = ["hn", "lobsters"]

  /// Home as a source to open, `nil` if nothing is remembered; `sources` are the user's own, by name.
  static func openedHome(sources: [String: String]) -> OpenDocument? {
    guard let store = try? HistoryFiles().history(),
      let documents = try? store.documents(limit: 2 * mostToGoOnWith),
      let kept = try? store.documentsKept(), let subscriptions = try? store.subscriptions(),
      !documents.isEmpty || !subscriptions.isEmpty
    else { return nil }
    let others = shortNames.filter { sources[$0] == nil }
      .map { (name: $0, address: SourceNames.address(of: $0)) }
    let own = sources.sorted { $0.key < $1.key }.map { (name: $0.key, address: $0.value) }
    let listing = home(
      documents,
      kept: kept,
      subscriptions: subscriptions,
      sources: own + others,
      now: Clock.now
    )
    var targets: [Int: EntryTarget] = [:]
    for (index, entry) in listing.entries.enumerated() {
      guard let location = entry.discussion, let part = PartLocation(location) else { continue }
      targets[index] = .part(part, title: entry.title, comment: nil)
    }
    return OpenDocument(listing, targets: targets)
  }

  /// Where an entry about `location`, a document called `title`, leads to.
  static func target(_ location: String, title: String, comment: Int?) -> EntryTarget {
    PartLocation(location).map { .part($0, title: title, comment: comment) }
      ?? .source(location, comment: comment)
  }

  /// The address of the source that was subscribed to by `name`, `nil` if none was.
  static func subscription(named name: String) -> String? {
    guard let store = try? HistoryFiles().history() else { return nil }
    return (try? store.subscriptions())?.first { $0.name == name }?.address
  }

  private static func tagged(_ entry: ListingEntry, _ tag: String) -> ListingEntry {
    var entry = entry
    entry.tags = [entry.excerpt, tag].compactMap { $0 }
    return entry
  }

  private static func entry(_ document: RememberedDocument, now: Int64) -> ListingEntry {
    let title = document.title.isEmpty ? document.location : document.title
    var entry = ListingEntry(title: title, discussion: document.location)
    entry.comments = document.comments
    entry.date = Timestamp(wallClock: document.lastOpened, offset: 0, precision: .second)
    let since = Moment(document.lastOpened).since(now)
    entry.dateText = (document.visits > 0 ? "read " : "kept ") + since
    entry.excerpt = document.place.map { "at comment \($0) of \(document.comments)" }
    entry.site = document.address.map { String($0.prefix { $0 != "/" && $0 != "?" }) }
    entry.isRead = document.visits > 0
    entry.new = document.new
    return entry
  }
}

extension Listing {
  /// A list called `title` that is put together by `format`; foreign texts in it are sanitised.
  static func made(_ title: String, _ entries: [ListingEntry], format: String) -> Listing {
    let none = SourceText(decoding: TextStorage(copying: []), location: title)
    var builder = ListingBuilder(from: none, format: format)
    builder.title = title
    for entry in entries { builder.add(entry) }
    return builder.finish()
  }

  /// Up to so many entries are looked up one by one.
  private static let shortCount = 200

  /// The listing with what `store` remembers of its entries: which were read, and how many of their
  /// comments are new.
  ///
  /// `location`: by what the listing is remembered. O(entries · log documents); of a long list, or of
  /// one of a file or a folder, O(entries + documents).
  func marked(
    by store: HistoryStore,
    at location: String? = nil
  ) throws(DatabaseError) -> Listing {
    var inside: [String: RememberedDocument] = [:]
    if let location, !LinkAddress.isWeb(location) || discussions != nil || texts != nil {
      for document in try store.documents(inside: location) { inside[document.location] = document }
    }
    var entries = entries
    let known = entries.count > Self.shortCount ? try store.knownNames() : nil
    for index in entries.indices {
      let entry = entries[index]
      let document: RememberedDocument?
      if let address = entry.discussion ?? entry.article {
        if let own = location.flatMap({ inside[PartLocation(source: $0, part: entry).text] }) {
          document = own
        } else if let names = DocumentNames(address: address) {
          if let known, !(names.addressHash.map(known.contains) ?? false) { continue }
          document = try store.find(names).flatMap { id throws(DatabaseError) in
            try store.document(id)
          }
        } else {
          document = inside.isEmpty ? nil : inside[AbsolutePath.of(address)]
        }
      } else {
        document = location.flatMap { inside[PartLocation(source: $0, part: entry).text] }
      }
      guard let document, document.visits > 0 else { continue }
      entries[index].isRead = true
      let since = entries[index].comments.map { max(0, $0 - document.comments) } ?? 0
      entries[index].new = document.new + since
    }
    return replacing(entries: entries, next: next)
  }
}

extension OpenDocument {
  /// Whether it is the list of what was read before.
  var isHome: Bool { homeLocation != nil }

  /// By what location home is remembered, `nil` if this is something else.
  var homeLocation: String? {
    if case .part(_, HistoryListing.home) = origin { HistoryListing.home } else { nil }
  }
}
