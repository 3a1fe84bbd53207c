import DocumentExport
import DocumentMerging
import DocumentModel
import Fetching
import ReaderUI
import SiteAccess
import Synchronization
import SystemServices

/// Fetches what is kept for later, one discussion after the other, in the background: all of the
/// discussion, and the article that it is about.
final class LaterQueue: Sendable {
  /// What there is to tell.
  enum Report: Sendable {
    /// This goes on; so many more wait.
    case began(String, waiting: Int)
    /// This is there, with so many comments; `failure`: why a part of it is not.
    case fetched(String, comments: Int, failure: String?)
    /// This could not be fetched, and why.
    case failed(String, reason: String)
    /// Nothing waits any more.
    case done
  }

  private struct Item: Sendable {
    let title: String
    let address: String
  }

  private struct State {
    var waiting: [Item] = []
    /// Ends what goes on; `nil` if nothing does.
    var cancellation: Cancellation?
    /// What goes on.
    var current: Item?
  }

  /// What there is to tell, on the thread that reads.
  let reports: Channel<Report>
  private let memory: ReadingMemory
  private let fetcher: Fetcher
  private let state = Mutex(State())

  /// A queue that fetches by `fetcher` and keeps in `memory`; calls `wake` on any thread when there is
  /// something to tell.
  init(_ memory: ReadingMemory, fetcher: Fetcher, wake: @escaping @Sendable () -> Void) {
    self.memory = memory
    self.fetcher = fetcher
    reports = Channel(wake: wake)
  }

  /// What goes on, in a word or two, `nil` for nothing.
  var progress: Progress? {
    state.withLock { state in
      state.current.map { _ in Self.progress(waiting: state.waiting.count) }
    }
  }

  /// The work in words, while so many more wait.
  static func progress(waiting: Int) -> Progress {
    Progress(label: "keeping" + (waiting > 0 ? ", \(waiting) more" : ""), share: nil)
  }

  /// Keeps what stands at `address` for later, and fetches it.
  func add(_ title: String, at address: String) {
    memory.keepForLater(title, at: address)
    let starts = state.withLock { state in
      state.waiting.append(Item(title: title, address: address))
      guard state.cancellation == nil else { return false }
      state.cancellation = Cancellation()
      return true
    }
    if starts { BackgroundThread.start { self.work() } }
  }

  /// Keeps what stands at `address` no more; it is not fetched if it waits.
  func remove(_ address: String) {
    memory.release(address)
    state.withLock { state in
      state.waiting.removeAll { $0.address == address }
      if state.current?.address == address { state.cancellation?.cancel() }
    }
  }

  /// Fetches nothing more.
  func stop() {
    state.withLock { state in
      state.waiting = []
      state.cancellation?.cancel()
    }
  }

  private func work() {
    while let (item, cancellation, waiting) = next() {
      reports.send(.began(item.title, waiting: waiting))
      do {
        let (comments, failure) = try fetch(item, cancellation)
        reports.send(.fetched(item.title, comments: comments, failure: failure))
      } catch {
        guard !cancellation.isCancelled else { continue }
        reports.send(.failed(item.title, reason: "\(error)"))
      }
    }
    reports.send(.done)
  }

  private func next() -> (Item, Cancellation, waiting: Int)? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.cancellation = nil
        state.current = nil
        return nil
      }
      let item = state.waiting.removeFirst()
      let cancellation = Cancellation()
      state.cancellation = cancellation
      state.current = item
      return (item, cancellation, state.waiting.count)
    }
  }

  /// Fetches all that stands at the address of `item`; returns how many comments that has, and why
  /// something is missing.
  private func fetch(
    _ item: Item,
    _ cancellation: Cancellation
  ) throws -> (comments: Int, failure: String?) {
    let opened = try open(item.address, cancellation)
    guard case .document(var document) = try opened.wholeContents() else {
      if let page = opened.page { memory.keep(page, forLaterWith: item.address) }
      return (0, nil)
    }
    if let doubt = opened.doubt(about: .document(document)) { throw Failure(doubt) }
    var pager = DiscussionPager(
      document,
      from: SiteParts(clients: SiteClients(), fetcher: fetcher),
      followed: opened.ownWays,
      cancellation: cancellation
    )
    var failure: String?
    for subject in [Continuation.Subject.article, .discussion]
    where document.next(of: subject) != nil {
      let outcome = pager.load(.all, of: subject, first: nil) { document = $0.document }
      failure = outcome.failure ?? failure
    }
    if let address = document.linkedAddress {
      do {
        let article = try open(address, cancellation)
        let linked = try LinkedArticle(article, at: address)
        if let page = article.page { memory.keep(page, forLaterWith: item.address) }
        if let joined = linked.joined(to: document) { document = joined.document }
      } catch {
        failure = failure ?? "\(error)"
      }
    }
    if cancellation.isCancelled { throw FetchError.cancelled }
    keep(document, of: opened, at: item.address)
    memory.keepForLater(document.title, at: item.address, comments: document.commentCount)
    return (document.commentCount, failure)
  }

  private func open(_ address: String, _ cancellation: Cancellation) throws -> OpenDocument {
    try OpenDocument(.link(address), format: nil).reopened(
      with: fetcher,
      cancellation: cancellation
    ) { _ in }
  }

  /// Keeps all of `document`, which has come in several parts, as one page.
  private func keep(_ document: Document, of opened: OpenDocument, at location: String) {
    guard let address = WebAddress(location) else { return }
    let json = ByteSink.collect { ExportFormat.json.write(document, to: &$0) }
    memory.keep(
      WebPage(kept: json, from: address, charset: "utf-8"),
      forLaterWith: location
    )
  }
}
