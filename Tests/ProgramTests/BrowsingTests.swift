import Foundation
import Testing

@testable import skein

@Suite("Pages that lead to one another", .enabled(if: TmuxTerminal.tmux != nil))
struct BrowsingOnATerminalTests {
  private func server() async throws -> BrowsingServer {
    try await BrowsingServer { address in
      [
        "/story": BrowsingServer.story(linking: "\(address)/lantern", mentioning: "\(address)/log"),
        "/lantern": BrowsingServer.article("The lantern", "A lantern stood on the quay."),
        "/log": BrowsingServer.article("The keeper's log", "Tuesday: forty pints of oil."),
      ]
    }
  }

  @Test("A folder is a list; its files open from there, and q leads back to where one was")
  func folder() async throws {
    let terminal = try await TmuxTerminal()
    for name in ["one", "two", "three"] {
      try terminal.scratch.write("Title \(name)\n\nWords of \(name).\n", to: "texts/\(name).txt")
    }
    try terminal.start("texts")
    try await terminal.waits(for: "3 entries")
    terminal.press("j", "Enter")
    try await terminal.waits(for: "Words of three.")
    terminal.type(":n")
    terminal.press("Enter")
    try await terminal.waits(for: "Words of two.")
    terminal.press("q")
    try await terminal.waits(for: "entry 3 of 3")
    terminal.press(")")
    try await terminal.waits(for: "Words of two.")
    terminal.press("BSpace")
    try await terminal.waits(for: "entry 3 of 3")
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("The linked article arrives beside its discussion, and a link opens inside")
  func linked() async throws {
    let server = try await server()
    let terminal = try await TmuxTerminal()
    try terminal.start("\(server.address)/story")
    try await terminal.waits(for: "A lantern stood on the quay.")
    #expect(terminal.screen.contains("The log is a joy."))
    terminal.type("/stairs")
    terminal.press("Enter")
    try await terminal.waits(for: "search 1/4")
    terminal.press("Escape", "Tab", "g")
    terminal.type("]l")
    terminal.press("Enter")
    try await terminal.waits(for: "forty pints")
    terminal.press("q")
    try await terminal.waits(for: "The log is a joy.")
    terminal.type(":history")
    terminal.press("Enter")
    try await terminal.waits(for: "The keeper's log")
    terminal.press("q", "Q")
    try await terminal.waitsForEnd(status: 0)
    #expect(server.asked == ["/story", "/lantern", "/log"])
    await server.stop()
  }

  @Test("The linked article's own comments are a tab; each discussion stays as it was left")
  func tabs() async throws {
    let server = try await server()
    server.change("/lantern", to: BrowsingServer.discussed("The lantern", "A lantern stood on it."))
    let terminal = try await TmuxTerminal()
    try terminal.start("\(server.address)/story")
    try await terminal.waits(for: "gt shows the 2 comments of its own page")
    terminal.press("J", "h")
    terminal.type("gt")
    try await terminal.waits(for: "I saw the lantern as a child")
    #expect(terminal.screen.contains("A lantern stood on it."))
    #expect(terminal.screen.contains("comment 1 of 2"))
    terminal.type("gT")
    try await terminal.waits(for: "comment 2 of 2")
    #expect(terminal.screen.contains("The log is a joy.") && terminal.screen.contains("▸"))
    // Its page came with the article.
    #expect(server.asked == ["/story", "/lantern"])
    terminal.type("gt")
    try await terminal.waits(for: "I saw the lantern as a child")
    await server.stop()
    terminal.press("R")
    try await terminal.waits(for: "not reloaded:")
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("Where no site can be asked for discussions, D says why", .timeLimit(.minutes(1)))
  func noDiscussions() async throws {
    let server = try await server()
    let terminal = try await TmuxTerminal(settings: ["https_proxy": "http://127.0.0.1:9"])
    try terminal.start("\(server.address)/lantern")
    try await terminal.waits(for: "A lantern stood on the quay.")
    terminal.press("D")
    try await terminal.waits(for: "hn.algolia.com")
    #expect(terminal.screen.contains("lobste.rs"))
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
    await server.stop()
  }

  @Test(
    "From the list of a forum or a community to article, link and back, whatever fails on the way",
    arguments: [ServedSystem.discourse, .lemmy]
  )
  func served(_ system: ServedSystem) async throws {
    let server = try await BrowsingServer { address in
      system.pages(address).merging([
        "/lantern": BrowsingServer.article("The lantern", "A lantern stood on the quay."),
        "/log": BrowsingServer.article("The keeper's log", "Tuesday: forty pints of oil."),
      ]) { $1 }
    }
    let terminal = try await TmuxTerminal()
    try terminal.start("\(server.address)\(system.list)")
    try await terminal.waits(for: "2 entries")
    #expect(terminal.screen.contains("Wicks and how to trim them"))
    terminal.press("Enter")
    try await terminal.waits(for: "A lantern stood on the quay.")
    #expect(terminal.screen.contains("The log is a joy."))
    terminal.type("]l")
    terminal.press("Enter")
    try await terminal.waits(for: "forty pints")
    terminal.press("q")
    try await terminal.waits(for: "The log is a joy.")
    terminal.press("q")
    try await terminal.waits(for: "entry 1 of 2")
    terminal.press("j")
    // What is asked in place of a shell fails, or answers with a page: nothing is opened.
    let check = "<!DOCTYPE html><html><body>Prove that you are human.</body></html>"
    for answer in [BrowsingServer.Page(body: "", status: 503), BrowsingServer.Page(body: check)] {
      server.change(system.second, to: answer)
      terminal.press("Enter")
      try await terminal.waits(for: "not opened: \(system.interface):")
      #expect(terminal.screen.contains("Wicks and how to trim them"))
      terminal.press("t")
      try await terminal.waits { !$0.screen.contains("not opened:") }
    }
    server.change(system.second, to: BrowsingServer.Page(body: "", delay: .seconds(600)))
    terminal.press("Enter")
    try await terminal.waits(for: "opening 127.0.0.1")
    terminal.press("Escape")
    try await terminal.waits(for: "nothing was opened")
    await server.stop()
    terminal.press("Enter")
    try await terminal.waits(for: "cannot connect")
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("A discussion on disk asks nobody for its article until e does")
  func linkedOnDisk() async throws {
    let server = try await server()
    let terminal = try await TmuxTerminal()
    let story = BrowsingServer.story(linking: "\(server.address)/lantern", mentioning: "x")
    try terminal.scratch.write(story.body, to: "story.json")
    try terminal.start("story.json")
    try await terminal.waits(for: "not loaded yet")
    #expect(server.asked.isEmpty)
    terminal.press("Tab", "e")
    // Nobody has named this private address.
    try await terminal.waits(for: "Not loaded:")
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
    await server.stop()
  }

  @Test("What is kept for later can be read when its site is gone, with its article")
  func later() async throws {
    let server = try await BrowsingServer { address in
      [
        "/": BrowsingServer.Page(
          body: """
            <!DOCTYPE html><html><head><title>Lamps</title>
            <link rel="alternate" type="application/rss+xml" title="Posts" href="/feed">
            </head><body><p>Lamps of the coast.</p></body></html>
            """
        ),
        "/feed": BrowsingServer.Page(
          body: """
            <rss version="2.0"><channel><title>Lamps</title><link>\(address)/</link>
            <item><title>The lantern</title><comments>\(address)/story</comments></item>
            <item><title>The log</title><link>\(address)/log</link></item></channel></rss>
            """,
          type: "application/rss+xml"
        ),
        "/story": BrowsingServer.story(linking: "\(address)/lantern", mentioning: "x"),
        "/lantern": BrowsingServer.article("The lantern", "A lantern stood on the quay."),
      ]
    }
    let terminal = try await TmuxTerminal()
    try terminal.start(server.address + "/")
    try await terminal.waits(for: "Lamps of the coast.")
    terminal.type(":feed")
    terminal.press("Enter")
    try await terminal.waits(for: "2 entries")
    terminal.press("m")
    try await terminal.waits(for: "kept: The lantern, 2 comments")
    #expect(terminal.screen.contains("for later"))
    terminal.type(":subscribe")
    terminal.press("Enter")
    try await terminal.waits(for: "subscribed to Lamps")
    await server.stop()
    terminal.press("Enter")
    try await terminal.waits(for: "A lantern stood on the quay.")
    #expect(terminal.screen.contains("The log is a joy."))
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
    try terminal.start("")
    try await terminal.waits(for: "subscribed")
    #expect(terminal.screen.contains("for later"))
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("A page that fails, or hangs, leaves what is shown as it was")
  func failing() async throws {
    let server = try await server()
    server.change("/log", to: BrowsingServer.Page(body: "", status: 503))
    let terminal = try await TmuxTerminal()
    try terminal.start("\(server.address)/story")
    try await terminal.waits(for: "A lantern stood on the quay.")
    terminal.type("]l")
    terminal.press("Enter")
    try await terminal.waits(for: "not opened:")
    #expect(terminal.screen.contains("The log is a joy."))
    server.change("/log", to: BrowsingServer.Page(body: "", delay: .seconds(600)))
    terminal.press("Enter")
    try await terminal.waits(for: "opening 127.0.0.1")
    terminal.press("Escape")
    try await terminal.waits(for: "nothing was opened")
    server.change("/log", to: nil)
    terminal.press("Enter")
    try await terminal.waits(for: "no such page")
    await server.stop()
    terminal.press("Enter")
    try await terminal.waits(for: "cannot connect")
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
  }
}

@Suite("The history of pages")
struct PageHistoryTests {
  @Test("Goes back and forward; what lay ahead of a new page is forgotten")
  func walking() {
    var history = PageHistory("a")
    _ = history.visit("b")
    _ = history.visit("c")
    let steps = [-1, 1, 1, -2].map { step in
      let didMove = history.go(step)
      return didMove ? history.page : "nowhere"
    }
    #expect(steps == ["b", "c", "nowhere", "a"])
    let forgotten = history.visit("d")
    #expect(forgotten == ["b", "c"] && history.pages == ["a", "d"])
    let removals = [history.removeCurrent(), history.removeCurrent()]
    #expect(removals == [true, false] && history.page == "a")
  }

  @Test("Keeps so many pages in memory, and knows so many")
  func bounds() {
    var history = PageHistory(0)
    for page in 1...500 { _ = history.visit(page) }
    #expect(history.pages.count == PageHistory<Int>.limit && history.page == 500)
    history.letGo(size: { _ in 1 }, { $0 = -1 })
    #expect(history.pages.count { $0 >= 0 } == PageHistory<Int>.keptPages)
    history = PageHistory(0)
    for page in 1...5 { _ = history.visit(page) }
    history.letGo(size: { _ in PageHistory<Int>.keptBytes / 3 }, { $0 = -1 })
    #expect(history.pages == [-1, -1, -1, 3, 4, 5])
  }
}
