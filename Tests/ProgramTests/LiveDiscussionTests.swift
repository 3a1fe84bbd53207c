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

  /// Runs `work` with a forum.
  private func read(
    _ thread: ForumServer.Thread = Self.thread,
    _ work: @escaping @Sendable (ForumServer, inout ForumReading) throws -> Void
  ) async throws {
    try await ForumReading.read(thread, work)
  }

  @Test("comes page by page, and the reader stays where they are")
  func pages() async throws {
    try await read { server, reading in
      reading.session.press("z m 2 G h 3 G z t / l a n t e r n Enter")
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
        failure == "http://127.0.0.2:9/thread?page=2: is on another site, which is not asked"
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
      #expect(second == "1 new, 1 changed, 1 removed")
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

  @Test("What was gone and is there again is back")
  func back() async throws {
    try await read { server, reading in
      reading.session.press("L")
      #expect(reading.load().comments == 4)
      server.change { $0.posts.remove(at: 5) }
      let first = try reading.reload()
      #expect(first == "1 new, 1 removed")
      #expect(reading.posts.contains("6-"))
      let saved = reading.session.state.reading.completed
      #expect(saved.comments.indices.filter { saved.comments[$0].state == .deleted } == [4])
      #expect(
        saved.blocks(of: saved.comments[4]).map { saved.text(of: $0) } == [
          "Post 6 speaks of the lantern on the quay."
        ]
      )
      server.change { $0.posts.insert(Self.thread.posts[5], at: 5) }
      let second = try reading.reload()
      #expect(second == "1 back")
      #expect(reading.posts == (2...9).map(String.init))
    }
  }

  @Test("What was gone and comes with a further page is back")
  func backLater() async throws {
    try await read { server, reading in
      server.change { $0.posts.append($0.posts.remove(at: 2)) }
      let news = try reading.reload()
      #expect(news == "1 new, 1 removed")
      #expect(reading.posts == ["2", "3-", "4", "5+"])
      reading.session.press("9 L")
      _ = reading.load()
      #expect(reading.posts.contains("3"))
    }
  }

  @Test("What one reload could not read, the next does")
  func readAgain() async throws {
    try await read { server, reading in
      reading.session.press("9 L")
      #expect(reading.load().comments == 6)
      server.change { $0.failing = 2 }
      let news = try reading.reload()
      #expect(news.hasPrefix("nothing new; not all was reloaded: "))
      server.change { thread in
        thread.failing = nil
        thread.posts[5].text = "Post 6 says something else by now."
      }
      let second = try reading.reload()
      #expect(second == "1 changed")
      #expect(reading.posts == ["2", "3", "4", "5", "6~", "7", "8", "9", "10"])
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
