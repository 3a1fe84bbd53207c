import DocumentModel
import Fetching
import Foundation
import SiteAccess
import SystemServices
import TestSupport
import Testing

@testable import ReaderUI
@testable import skein

@Suite("A reload that brings another document")
struct RefusedReloadTests {
  private static let posts = (1...12).map { ($0, "Post \($0) speaks of the lantern on the quay.") }

  /// What the forum answers with, and what is told of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let page: String
    let doubt: String
  }

  static let cases = [
    Case(
      testDescription: "a login behind a redirect",
      page: "-> /login",
      doubt: "127.0.0.1 asks for a login"
    ),
    Case(
      testDescription: "a form for a password",
      page: """
        <html><title>The quay</title><h1>The quay</h1><form><p>This content is password protected.
        </p><input name="post_password" type="text"></form></html>
        """,
      doubt: "127.0.0.1 is protected by a password"
    ),
    Case(
      testDescription: "a notice of maintenance",
      page: "<html><title>Back soon</title><p>We are down for maintenance.</p></html>",
      doubt: "127.0.0.1 says that the site is under maintenance"
    ),
    Case(
      testDescription: "a notice in words that nobody knows",
      page: "<html><title>Tea break</title><h1>Tea break</h1><p>The keeper makes tea.</p></html>",
      doubt: "127.0.0.1 answers with another page («Tea break»)"
    ),
    Case(
      testDescription: "the page without its comments",
      page: "<html><title>The quay</title><h1>The quay</h1><p>There is a quay.</p></html>",
      doubt: "127.0.0.1 answers with a page that has none of the 3 comments"
    ),
  ]

  @Test("is refused with the reason, and keeps what is there", arguments: cases)
  func refused(_ each: Case) async throws {
    try await ForumReading.read(ForumServer.Thread(posts: Self.posts)) { server, reading in
      server.change { $0.instead = each.page }
      let refresh = try reading.refresh()
      #expect(refresh.doubt == each.doubt)
      server.change { $0.instead = nil }
      let again = try reading.refresh()
      #expect(again.doubt == nil && again.summary == "nothing new")
    }
  }

  @Test("A page that lost most of its comments is asked about, one that lost some is not")
  func lost() async throws {
    let thread = ForumServer.Thread(posts: Self.posts, postsPerPage: 20)
    for (count, isAsked) in [(5, true), (7, false)] {
      try await ForumReading.read(thread) { server, reading in
        server.change { $0.posts.removeLast(12 - count) }
        let doubt = try reading.refresh().doubt
        #expect((doubt != nil) == isAsked, "\(doubt ?? "no doubt")")
      }
    }
  }

  @Test("The command line says so as well, whatever is done with the page")
  func commandLine() async throws {
    try await ForumReading.read(ForumServer.Thread(posts: Self.posts)) { server, _ in
      server.change { $0.instead = "-> /login" }
      for command in [["export"], ["search", "lantern"], ["formats", "--why"], []] {
        let run = try ProgramRun(command + ["\(server.page)"])
        #expect(run.errors.hasPrefix("skein: 127.0.0.1 asks for a login: "), "\(command)")
        #expect(run.errors.split(separator: "\n").count == 1)
      }
      server.change { $0.instead = nil }
      #expect(try ProgramRun(["export", "\(server.page)"]).errors.isEmpty)
    }
  }

  @Test("A story that goes on under another title is the same")
  func story() async throws {
    @Sendable func page(_ title: String, _ last: String) -> String {
      "<html><title>\(title)</title><h1>\(title)</h1><p>The ice came in the night.</p>"
        + "<p>\(last)</p></html>"
    }
    var thread = ForumServer.Thread(posts: Self.posts)
    thread.instead = page("Ice on the quay", "Nobody saw it.")
    try await ForumReading.read(thread) { server, reading in
      server.change { $0.instead = page("Boats are stuck", "Eleven boats are stuck.") }
      let refresh = try reading.refresh()
      #expect(refresh.doubt == nil && refresh.summary == "the article has changed")
      server.change { $0.instead = "<html><title>Tea</title><p>The keeper makes tea.</p></html>" }
      let doubt = try reading.refresh().doubt
      #expect(doubt == "127.0.0.1 answers with another page («Tea»)")
    }
  }

  @Test("A file that has become another is asked about as well")
  func file() throws {
    let folder = try ScratchFolder()
    func page(_ title: String) -> String {
      let comments = (1...3).map {
        #"<article class="message message--post" data-author="Ann" data-content="post-\#($0)">"#
          + #"<a href="/a" class="username">Ann</a><div class="bbWrapper">\#(title) \#($0)</div></article>"#
      }
      return "<html id=XF><title>\(title)</title><h1 class=p-title-value>\(title)</h1>"
        + comments.joined() + "</html>"
    }
    let file = try folder.write(page("The quay"), to: "page.html")
    let opened = try OpenDocument(.file(file.path), format: nil)
    let document = try opened.whole()
    #expect(document.commentCount == 3)
    let loading = DiscussionLoading(source: opened, fetcher: Fetcher(), clients: SiteClients())
    try folder.write(
      "<html><title>Fog</title><h1>Fog</h1><p>There is fog.</p></html>",
      to: "page.html"
    )
    let refresh = try loading.refresh(
      document,
      news: CommentNews(),
      cancellation: Cancellation()
    ) { _ in }
    #expect(refresh.doubt == "\(file.path) is now another page («Fog»)")
  }

  @Test("Accepted all the same, it is undone by Z, and goes on from there")
  func undone() async throws {
    try await ForumReading.read(ForumServer.Thread(posts: Self.posts)) { server, reading in
      reading.session.press("L")
      #expect(reading.load().comments == 4)
      reading.session.press("3 G h")
      let before = reading.session.rows
      server.change { $0.instead = "-> /login" }
      let refresh = try reading.refresh()
      reading.session.state.revise(by: refresh.replacement, news: refresh.summary)
      #expect(reading.posts.allSatisfy { $0.hasSuffix("-") })
      reading.session.press("Z")
      #expect(reading.session.effects.contains(.undoReload))
      #expect(reading.posts == (2...8).map(String.init))
      #expect(reading.session.rows.dropLast(2) == before.dropLast(2))
      server.change { $0.instead = nil }
      reading.session.press("Z")
      #expect(!reading.session.state.thread.folds.contains(CommentID(2)))
    }
  }
}
