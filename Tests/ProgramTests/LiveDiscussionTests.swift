import DocumentModel
import Fetching
import ReaderUI
import SiteAccess
import SystemServices
import TestSupport
import Testing

@testable import skein

@Suite("A discussion on several pages of the web")
struct LiveDiscussionTests {
  private static let thread = ForumServer.Thread(
    posts: (1...10).map { ($0, "Post \($0) speaks of the lantern on the quay.") }
  )

  /// A reader of the forum, without a screen.
  private struct Reading {
    let fetcher = Fetcher()
    var opened: OpenDocument
    var session: Session
    var followed: Set<Continuation.Link> = []

    /// Opens the first page of `server`.
    init(_ server: ForumServer) throws {
      let awaited = try OpenDocument(.address("\(server.page)"), format: nil)
      opened = try awaited.reopened(with: fetcher, cancellation: Cancellation()) { _ in }
      let options = ReaderOptions(layout: .thread)
      session = Session(try opened.whole(), rows: 18, options: options)
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
      let outcome = pager.load(amount, of: request.subject, first: request.first) {
        document,
        places,
        _ in
        session.extend(to: document, places: places)
      }
      followed = outcome.followed
      return outcome
    }

    /// Reads the page anew, with all its parts; returns what is said of it.
    mutating func reload() throws -> String {
      var loading = DiscussionLoading(source: opened, fetcher: fetcher, clients: SiteClients())
      var outcome = DiscussionPager.Outcome()
      outcome.followed = followed
      loading.keep(outcome)
      let refresh = try loading.refresh(
        session.state.document,
        gone: session.state.reading.news.gone,
        cancellation: Cancellation()
      ) { _ in }
      session.state.revise(by: refresh.replacement, news: refresh.summary)
      return refresh.summary
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
  }

  /// Runs `work` with a forum, where it may wait without holding up anybody.
  private func read(
    _ thread: ForumServer.Thread = Self.thread,
    _ work: @escaping @Sendable (ForumServer, inout Reading) throws -> Void
  ) async throws {
    let server = try await ForumServer(thread)
    let result = await withCheckedContinuation { continuation in
      BackgroundThread.start {
        continuation.resume(
          returning: Result {
            var reading = try Reading(server)
            try work(server, &reading)
          }
        )
      }
    }
    await server.stop()
    try result.get()
  }

  @Test("comes page by page, and the reader stays where they are")
  func pages() async throws {
    try await read { server, reading in
      reading.session.press("2 G h 3 G z t / l a n t e r n Enter")
      #expect(reading.session.screen.contains("… more comments · L loads them"))
      let before = reading.session.rows.dropFirst().dropLast(2)
      let (top, focused) = (
        reading.session.state.thread.anchor, reading.session.state.thread.focused
      )
      reading.session.press("L")
      #expect(reading.load().comments == 4)
      #expect(reading.session.rows.dropFirst().dropLast(2).first == before.first)
      #expect(reading.session.state.thread.anchor.item == top.item)
      #expect(reading.session.state.thread.focused == focused)
      #expect(reading.session.state.thread.folds.contains(CommentID(1)))
      #expect(reading.session.rows.last?.contains("/8 ·") == true)
      reading.session.press("L")
      #expect(reading.load().comments == 2)
      // The first post is the article.
      #expect(reading.posts == (2...10).map(String.init))
      reading.session.press("L")
      #expect(reading.session.state.message?.text == "nothing more to load")
      #expect(server.asked == [1, 2, 3])
      #expect(reading.session.violation == nil)
    }
  }

  @Test("ends where the last page leads back to the first")
  func loop() async throws {
    var thread = Self.thread
    thread.beyond = "/thread"
    try await read(thread) { server, reading in
      reading.followed = [.page("\(server.page)")]
      reading.session.press(": m o r e Space a l l Enter")
      reading.session.press("L 9 L")
      let outcome = reading.load()
      #expect(outcome.comments == 6 && outcome.failure == nil)
      #expect(server.asked == [1, 2, 3])
    }
  }

  @Test("does not lead to another site")
  func elsewhere() async throws {
    var thread = Self.thread
    thread.postsPerPage = 20
    thread.beyond = "http://127.0.0.2:9/thread?page=2"
    try await read(thread) { _, reading in
      reading.session.press("L")
      let failure = reading.load().failure
      #expect(
        failure == "http://127.0.0.2:9/thread?page=2: on another site, not followed"
      )
    }
  }

  @Test("A page that fails loses nothing, and can be had later")
  func failing() async throws {
    var thread = Self.thread
    thread.failing = 3
    try await read(thread) { server, reading in
      reading.session.press("9 L")
      #expect(reading.load().failure?.contains("status 503") == true)
      #expect(reading.posts.count == 7)
      server.change { $0.failing = nil }
      reading.session.press("L")
      #expect(reading.load().comments == 2)
    }
  }

  @Test("A reload reads all pages that were loaded, and marks what is new, changed and gone")
  func reload() async throws {
    try await read { server, reading in
      reading.session.press("L")
      #expect(reading.load().comments == 4)
      let first = try reading.reload()
      #expect(first == "nothing new")
      server.change { thread in
        thread.posts[2].text = "Post 3 says something else by now."
        thread.posts.remove(at: 5)
        thread.posts.append((11, "Post 11 came late."))
      }
      reading.session.press("4 G h 3 G")
      let second = try reading.reload()
      #expect(second == "1 new, 1 changed, 1 gone")
      #expect(reading.posts == ["2", "3~", "4", "5", "6-", "7", "8", "9+"])
      #expect(reading.session.state.thread.focused == CommentID(2))
      #expect(reading.session.state.thread.folds.contains(CommentID(3)))
      let third = try reading.reload()
      #expect(third == "nothing new")
      #expect(reading.posts.filter { $0.hasSuffix("-") } == ["6-"])
      reading.session.press("L")
      #expect(reading.load().comments == 2)
      #expect(reading.session.violation == nil)
    }
  }

  @Test("A reload that fails says why and loses nothing")
  func lost() async throws {
    try await read { server, reading in
      reading.session.press("L")
      _ = reading.load()
      server.change { $0.failing = 1 }
      let fails = reading.failsToReload()
      #expect(fails)
      #expect(reading.posts.count == 7)
      server.change { $0.failing = 2 }
      let news = try reading.reload()
      #expect(news.hasPrefix("nothing new; not all was reloaded: "))
      #expect(reading.posts.count == 7 && !reading.posts.contains { $0.hasSuffix("-") })
    }
  }
}
