import DocumentModel
import Fetching
import ReaderConfig
import ReaderUI
import ReadingHistory
import SiteAccess
import Synchronization
import SystemServices

/// What is remembered of the documents that are read, for a session of the reader.
///
/// Nothing is opened before a document may be known, and no file is made before there is something
/// to write.
final class ReadingMemory: Sendable {
  /// How long the first screen waits for another program that holds the history, in milliseconds.
  private static let patience: Int32 = 100
  /// How long the end of the session waits for what is still to be written, in milliseconds.
  private static let endPatience = 3000
  /// How many seconds a day has.
  private static let day: Int64 = 86_400

  /// What writes to the history.
  let writer: StoreWriter<HistoryStore>
  /// What went wrong, for the user.
  let messages: Channel<String>
  /// The patterns that were searched for in earlier sessions, the oldest first.
  let patterns: Channel<[String]>
  private let paths: Paths
  /// What writes to the library, `nil` if nothing is to be kept.
  private let library: StoreWriter<LibraryStore>?
  private let limit: Int
  private let rememberDays: Int
  private let subjects = Atomic(0)

  /// The files.
  private struct Paths: Sendable {
    let history: String
    let library: String?
  }

  /// The memory that `settings` and `paths` ask for, `nil` for none; calls `wake` on any thread when
  /// there is something to tell.
  init?(_ settings: Settings, _ paths: HistoryPaths, wake: @escaping @Sendable () -> Void) {
    guard settings.rememberDays > 0, let history = paths.history else { return nil }
    let keeps = settings.keepMegabytes > 0
    self.paths = Paths(history: history, library: keeps ? paths.library : nil)
    limit = settings.keepMegabytes << 20
    rememberDays = settings.rememberDays
    let messages = Channel<String>(wake: wake)
    self.messages = messages
    patterns = Channel(wake: wake)
    writer = StoreWriter(path: history) { messages.send($0) }
    library = self.paths.library.map { path in StoreWriter(path: path) { messages.send($0) } }
  }

  /// A number for what is written of one document.
  func newSubject() -> Int { subjects.wrappingAdd(1, ordering: .relaxed).newValue }

  // MARK: The history

  /// What is remembered of `document`, which is read from `location`; may be called on any thread.
  func recall(_ document: Document, address: String?, from location: String) -> Recall {
    let part = PartLocation(location).map { (source: $0.source, id: $0.part) }
    let names = DocumentNames(of: document, address: address, part: part)
    let found = look { store throws(DatabaseError) in
      try store.find(names).flatMap { id throws(DatabaseError) in try store.recall(id) }
    }
    let recollection = found.flatMap { $0 }
    return Recall(names, of: document, recollection) {
      recollection.flatMap { earlier(of: $0, names, location: location) }
    }
  }

  /// The document of `recollection` as it was read then: from the version that is kept, or from a file
  /// of another name than `location`.
  private func earlier(
    of recollection: Recollection,
    _ names: DocumentNames,
    location: String
  ) -> Document? {
    let all = self.names(of: recollection.document, names)
    let kept = lookIntoLibrary { store throws(DatabaseError) in try store.lastPage(named: all) }
    if let page = kept.flatMap({ $0 }), let document = try? OpenDocument(kept: page).whole() {
      return document
    }
    let before = recollection.location
    if WebPage.isAddress(before), PartLocation(before) == nil,
      let document = try? page(at: before)?.opened.whole()
    {
      return document
    }
    guard before != location, (try? FileStatus(at: before))?.kind == .regular else { return nil }
    return try? OpenDocument(.file(before), format: nil).whole()
  }

  /// All hashes by which the remembered document `id` is known, those in `names` first; those alone if
  /// there is none.
  func names(of id: Int64?, _ names: DocumentNames) -> [Int64] {
    let found = look { store throws(DatabaseError) -> [Int64]? in
      var known = id
      if known == nil { known = try store.find(names) }
      return try known.map { id throws(DatabaseError) in try store.names(of: id, first: names) }
    }
    return found.flatMap { $0 } ?? names.hashes
  }

  /// Has the patterns of earlier sessions read in the background, for `patterns`.
  func loadPatterns() {
    guard HistoryStore.exists(at: paths.history) else { return }
    let patterns = patterns
    writer.submit(
      { store throws(DatabaseError) in
        patterns.send(try store.lines(typedFor: HistoryStore.patternKind))
      },
      about: newSubject()
    )
  }

  /// Whether anything is remembered.
  var hasHistory: Bool { HistoryStore.exists(at: paths.history) }

  /// What `body` finds in the history; `nil` if there is none, or it cannot be read.
  func look<Found>(
    _ body: (HistoryStore) throws(DatabaseError) -> Found
  ) -> Found? {
    guard HistoryStore.exists(at: paths.history) else { return nil }
    do throws(DatabaseError) {
      return try body(
        try HistoryStore(lookingInto: paths.history, patience: Self.patience)
      )
    } catch {
      // The writer meets all else as well, and knows better what is wrong.
      if error.reason == .locked { writer.tell(error) }
      return nil
    }
  }

  /// Forgets documents that were not read for too long; once a session, behind all else.
  private func expire() {
    let limit = Clock.now - Int64(rememberDays) * Self.day
    writer.submit(
      { store throws(DatabaseError) in
        let names = try store.forget(before: limit)
        if !names.isEmpty { self.forget(names) }
        self.forgetPages(before: limit)
      },
      about: -1
    )
  }

  /// Waits until all is written that was to be by now, but not for ever.
  func finishWriting() {
    writer.finish(within: Self.endPatience)
    library?.finish(within: Self.endPatience)
  }

  /// Waits until all is written.
  ///
  /// What went wrong then is told on standard error: the screen is closed.
  func finish() {
    if HistoryStore.exists(at: paths.history) { expire() }
    finishWriting()
    for message in messages.receive() { StandardError.report(message) }
  }

  // MARK: The library

  /// Keeps a page that was fetched; `owner`: longer than others, with what is kept for later there.
  func keep(_ page: WebPage, forLaterWith owner: String? = nil) {
    let (limit, moment) = (limit, Clock.now)
    library?.submit(
      { store throws(DatabaseError) in
        if let owner { try store.keepForLater("\(page.shown)", with: owner) }
        let kept = KeptPage(
          address: "\(page.shown)",
          charset: page.charset,
          fetched: moment,
          bytes: Array(page.storage.bytes)
        )
        try store.keep(kept, within: limit)
      },
      about: newSubject()
    )
  }

  /// Keeps the file `opened` as a version of the document known by any of `names`, unless it is large.
  func keep(file opened: OpenDocument, _ names: [Int64]) {
    let (limit, moment) = (limit, Clock.now)
    library?.submit(
      { store throws(DatabaseError) in
        guard let file = opened.fileToKeep(at: moment) else { return }
        try store.keep(file: file, named: names, at: moment, within: limit)
      },
      about: newSubject()
    )
  }

  /// Lets the pages that are kept for later with the discussion at `owner` make room as others do.
  func releasePages(of owner: String) {
    guard let path = paths.library, HistoryStore.exists(at: path) else { return }
    library?.submit(
      { store throws(DatabaseError) in try store.release(owner) },
      about: newSubject()
    )
  }

  /// Has the words of what is read in the index; it is known by any of `names`.
  func index(_ reading: Reading, _ names: [Int64], location: String) {
    let (document, moment) = (reading.document, Clock.now)
    let gone = Set(document.commentIDs.filter(reading.news.gone.contains))
    library?.submit(
      { store throws(DatabaseError) in
        try store.index(document, names, gone: gone, location: location, at: moment)
      },
      about: newSubject()
    )
  }

  /// Removes what the library has of the documents with any of `names`.
  func forget(_ names: [Int64]) {
    guard let path = paths.library, HistoryStore.exists(at: path) else { return }
    library?.submit({ store throws(DatabaseError) in try store.forget(names) }, about: newSubject())
  }

  /// Removes the pages that were fetched before `moment` for the last time.
  private func forgetPages(before moment: Int64) {
    guard let path = paths.library, HistoryStore.exists(at: path) else { return }
    library?.submit(
      { store throws(DatabaseError) in try store.forgetPages(before: moment) },
      about: newSubject()
    )
  }

  /// What `body` finds in the library; `nil` if there is none, or it cannot be read.
  ///
  /// Blocks for as long as that takes; may be called on any thread.
  func lookIntoLibrary<Found>(
    _ body: (LibraryStore) throws(DatabaseError) -> Found
  ) -> Found? {
    guard let path = paths.library, HistoryStore.exists(at: path) else { return nil }
    do throws(DatabaseError) {
      return try body(try LibraryStore(lookingInto: path, patience: Self.patience))
    } catch {
      if error.reason == .locked { library?.tell(error) }
      return nil
    }
  }

  /// The last page that was fetched from `address`, and when that was, `nil` if none is kept.
  private func page(at address: String) -> (opened: OpenDocument, fetched: Int64)? {
    // An address that led to another is known by that.
    let known = look { store throws(DatabaseError) in try store.document(at: address)?.address }
    let page = lookIntoLibrary { store throws(DatabaseError) -> KeptPage? in
      if let page = try store.page(at: address) { return page }
      guard let other = known.flatMap({ $0 }) else { return nil }
      return try store.page(at: "https://\(other)")
    }
    guard let page = page.flatMap({ $0 }), let opened = try? OpenDocument(kept: page) else {
      return nil
    }
    return (opened, page.fetched)
  }

  /// The versions that are kept of the page at `address`, the latest first.
  func pagesKept(at address: String) -> [OpenDocument] {
    guard let names = DocumentNames(address: address) else { return [] }
    let pages = lookIntoLibrary { store throws(DatabaseError) in
      try store.pages(named: names.hashes, limit: LibraryStore.mostVersions)
    }
    return (pages ?? []).filter { !$0.isFile }.compactMap { try? OpenDocument(kept: $0) }
  }

  /// The page that was kept of `awaited`, with a note that says why it is shown: `reason`.
  func keptPage(of awaited: OpenDocument, because reason: String) -> KeptDocument? {
    let location: String
    switch awaited.origin {
    case .address(let address), .link(let address): location = address
    default: return nil
    }
    guard let page = page(at: location),
      let opened = try? awaited.opened(keeping: page.opened),
      let document = try? opened.whole()
    else { return nil }
    let since = Moment(page.fetched).since(Clock.now)
    return KeptDocument(
      opened: opened,
      document: document,
      note: "not fetched: \(reason); this is the page as it was kept \(since)"
    )
  }
}

/// A document read from a page that was kept.
struct KeptDocument: Sendable {
  /// The source.
  let opened: OpenDocument
  /// What is in it.
  let document: Document
  /// Why it is shown.
  let note: String
}
