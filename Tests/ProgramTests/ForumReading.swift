import DocumentModel
import Fetching
import ReaderUI
import SiteAccess
import SystemServices
import TestSupport

@testable import skein

/// A reader of the forum, without a screen.
struct ForumReading {
  let fetcher = Fetcher()
  var opened: OpenDocument
  var session: Session
  var followed: Set<Continuation.Link> = []
  private var loading: DiscussionLoading

  /// Opens the first page of `server`.
  init(_ server: ForumServer) throws {
    let awaited = try OpenDocument(.address("\(server.page)"), format: nil)
    opened = try awaited.reopened(with: fetcher, cancellation: Cancellation()) { _ in }
    let options = ReaderOptions(layout: .thread)
    session = Session(try opened.whole(), rows: 18, options: options)
    loading = DiscussionLoading(source: opened, fetcher: fetcher, clients: SiteClients())
  }

  /// Does what the last key asked for; returns how it went.
  mutating func load() -> DiscussionPager.Outcome {
    guard case .load(let request)? = session.effects.last else {
      return DiscussionPager.Outcome(failure: "nothing was asked for")
    }
    var pager = DiscussionPager(
      session.state.document,
      from: SiteParts(clients: SiteClients(), fetcher: fetcher),
      followed: followed,
      cancellation: Cancellation()
    )
    let amount: DiscussionPager.Amount =
      if case .parts(let count) = request.amount { .parts(count) } else { .all }
    let outcome = pager.load(amount, of: request.subject, first: request.first) { step in
      session.extend(to: step.document, places: step.places, held: step.held)
    }
    followed = outcome.followed
    loading.keep(outcome)
    return outcome
  }

  /// Reads the page anew, with all its parts; returns what is said of it.
  mutating func reload() throws -> String {
    let refresh = try refresh()
    loading.keep(refresh)
    session.state.revise(by: refresh.replacement, news: refresh.summary)
    return refresh.summary
  }

  /// Reads the page anew, with all its parts, and shows nothing of it.
  func refresh() throws -> DiscussionLoading.Refresh {
    try loading.refresh(
      session.state.document,
      news: session.state.reading.news,
      cancellation: Cancellation()
    ) { _ in }
  }

  /// Reads the page anew; whether that could not be done.
  mutating func failsToReload() -> Bool {
    do { _ = try reload() } catch { return error is FetchError }
    return false
  }

  /// The numbers of the posts, with what is known of them.
  var posts: [String] {
    let (document, news) = (session.state.document, session.state.reading.news)
    return document.commentIDs.map { id in
      document.text[document[id].sourceID] + (news.new.contains(id) ? "+" : "")
        + (news.changed.contains(id) ? "~" : "") + (news.gone.contains(id) ? "-" : "")
    }
  }

  /// Runs `work` with a forum, where it may wait without holding up anybody.
  static func read(
    _ thread: ForumServer.Thread,
    _ work: @escaping @Sendable (ForumServer, inout ForumReading) throws -> Void
  ) async throws {
    let server = try await ForumServer(thread)
    let result = await withCheckedContinuation { continuation in
      BackgroundThread.start {
        continuation.resume(
          returning: Result {
            var reading = try ForumReading(server)
            try work(server, &reading)
          }
        )
      }
    }
    await server.stop()
    try result.get()
  }
}
