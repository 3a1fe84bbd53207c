import DocumentModel
import Fetching
import ReaderConfig
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
    writer = StoreWriter(path: history) { messages.send($0) }
    library = self.paths.library.map { path in StoreWriter(path: path) { messages.send($0) } }
  }

  /// A number for what is written of one document.
  func newSubject() -> Int { subjects.wrappingAdd(1, ordering: .relaxed).newValue }

  // MARK: The history

  /// What is remembered of `document`; may be called on any thread.
  func recall(_ document: Document, address: String?) -> Recall {
    let names = DocumentNames(of: document, address: address)
    let found = look { store throws(DatabaseError) in
      let lines = try store.lines(typedFor: "search")
      let id = try store.find(names)
      return (try id.flatMap { id throws(DatabaseError) in try store.recall(id) }, lines)
    }
    return Recall(names, of: document, found?.0, typed: found?.1 ?? [])
  }

  /// What `body` finds in the history; `nil` if there is none, or it cannot be read.
  func look<Found>(
    _ body: (HistoryStore) throws(DatabaseError) -> Found
  ) -> Found? {
    guard HistoryStore.exists(at: paths.history) else { return nil }
    do throws(DatabaseError) {
      return try body(
        try HistoryStore(at: paths.history, creates: false, patience: Self.patience)
      )
    } catch {
      // What is damaged is moved aside, and told, by the writer.
      if error.reason != .damaged {
        messages.send(HistoryStore.message(about: error, path: paths.history, aside: nil))
      }
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

  /// Keeps a page that was fetched.
  func keep(_ page: WebPage) {
    let (limit, moment) = (limit, Clock.now)
    library?.submit(
      { store throws(DatabaseError) in
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

  /// Has the words of `document` in the index.
  func index(_ document: Document, _ names: DocumentNames, location: String) {
    let moment = Clock.now
    library?.submit(
      { store throws(DatabaseError) in
        try store.index(document, names, location: location, at: moment)
      },
      about: newSubject()
    )
  }

  /// Removes what the library has of the documents with any of `names`.
  func forget(_ names: [Int64]) {
    guard let path = paths.library, HistoryStore.exists(at: path) else { return }
    library?.submit({ store throws(DatabaseError) in try store.forget(names) }, about: newSubject())
  }

  /// The page that was kept of `awaited`, with a note that says why it is shown: `reason`.
  func keptPage(of awaited: OpenDocument, because reason: String) -> KeptDocument? {
    guard let location = awaited.webAddress, let path = paths.library,
      HistoryStore.exists(at: path)
    else { return nil }
    // An address that led to another is known by that.
    let known = look { store throws(DatabaseError) in try store.document(at: location)?.address }
    guard
      let store = try? LibraryStore(at: path, creates: false, patience: Self.patience),
      let page = try? store.page(at: location)
        ?? known.flatMap({ $0 }).flatMap({ try store.page(at: "https://\($0)") }),
      let address = WebAddress(page.address)
    else { return nil }
    let kept = WebPage(kept: page.bytes, from: address, charset: page.charset)
    guard let opened = try? awaited.opened(kept), let document = try? opened.whole() else {
      return nil
    }
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
