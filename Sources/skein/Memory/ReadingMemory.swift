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
    let names = DocumentNames(of: document, address: address)
    let found = look { store throws(DatabaseError) in
      try store.find(names).flatMap { id throws(DatabaseError) in try store.recall(id) }
    }
    let recollection = found.flatMap { $0 }
    return Recall(names, of: document, recollection) {
      recollection.flatMap { earlier(of: $0, names, location: location) }
    }
  }

  /// The document of `recollection` as it was read then: from the page that is kept, or from a file
  /// of another name than `location`.
  private func earlier(
    of recollection: Recollection,
    _ names: DocumentNames,
    location: String
  ) -> Document? {
    let before = recollection.location
    if let address = WebPage.isAddress(before) ? before : names.address.map({ "https://\($0)" }),
      let document = try? page(at: address)?.opened.whole()
    {
      return document
    }
    guard before != location, (try? FileStatus(at: before))?.kind == .regular else { return nil }
    return try? OpenDocument(.file(before), format: nil).whole()
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
        _ = try store.forget(before: limit)
      },
      about: -1
    )
  }

  /// Waits until all is written.
  ///
  /// What went wrong then is told on standard error: the screen is closed.
  func finish() {
    if HistoryStore.exists(at: paths.history) { expire() }
    writer.finish(within: Self.endPatience)
    library?.finish(within: Self.endPatience)
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

  /// Lets the pages that are kept for later with the discussion at `owner` make room as others do.
  func releasePages(of owner: String) {
    guard let path = paths.library, HistoryStore.exists(at: path) else { return }
    library?.submit(
      { store throws(DatabaseError) in try store.release(owner) },
      about: newSubject()
    )
  }

  /// Has the words of what is read in the index.
  func index(_ reading: Reading, _ names: DocumentNames, location: String) {
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

  /// What `body` finds in the library; `nil` if there is none, or it cannot be read.
  ///
  /// Blocks for as long as that takes; may be called on any thread.
  func lookIntoLibrary<Found>(
    _ body: (LibraryStore) throws(DatabaseError) -> Found
  ) -> Found? {
    guard let path = paths.library, HistoryStore.exists(at: path) else { return nil }
    do throws(DatabaseError) {
      return try body(try LibraryStore(at: path, creates: false, patience: Self.patience))
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
