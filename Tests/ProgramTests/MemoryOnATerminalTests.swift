import Foundation
import Testing

@Suite(
  "What is remembered, on a terminal",
  .serialized,
  .enabled(if: TmuxTerminal.tmux != nil, "tmux is not installed")
)
struct MemoryOnATerminalTests {
  private func files(of terminal: TmuxTerminal) -> [String] {
    [".local", ".cache", ".state"].filter {
      FileManager.default.fileExists(atPath: terminal.scratch.url.appending(path: $0).path)
    }
  }

  @Test("No file is made with --no-state, nor with remember-days = 0", arguments: [true, false])
  func nothing(byOption: Bool) async throws {
    let terminal = try await TmuxTerminal()
    try terminal.scratch.write(SamplePage.text, to: "page.txt")
    try terminal.scratch.write("remember-days = 0\n", to: "none.toml")
    try terminal.start("page.txt " + (byOption ? "--no-state" : "--config none.toml"))
    try await terminal.waits(for: "The lantern on the quay")
    terminal.press("Tab", "J", "h")
    terminal.type("/harbour")
    terminal.press("Enter", "Escape")
    for command in [":versions", ":library lantern"] {
      terminal.type(command)
      terminal.press("Enter")
      try await terminal.waits(for: "nothing is kept in this session")
      terminal.press("j")
    }
    terminal.type(":forget")
    terminal.press("Enter")
    try await terminal.waits(for: "nothing is remembered")
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
    #expect(files(of: terminal).isEmpty)
  }

  @Test("Home leads back to the thread of a mailbox, and forget by its location")
  func thread() async throws {
    let terminal = try await TmuxTerminal()
    let messages = (1...3).map { number in
      """
      From a@b Thu Jan  1 00:00:00 2024
      From: Ann <ann@example.org>
      Subject: Harbour plan \(number)
      Date: Mon, \(number) Jan 2024 10:00:00 +0000
      Message-ID: <plan\(number)@example.org>

      Bollards of plan \(number).

      """
    }
    let mailbox = try terminal.scratch.write(messages.joined(separator: "\n"), to: "mail.mbox")
    try terminal.start("mail.mbox")
    try await terminal.waits(for: "Harbour plan 3")
    terminal.press("J", "Enter")
    try await terminal.waits(for: "Bollards of plan 2.")
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
    try terminal.start()
    try await terminal.waits(for: "go on")
    terminal.press("Enter")
    try await terminal.waits(for: "Bollards of plan 2.")
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
    try terminal.start("forget '\(mailbox.path)#plan2@example.org'")
    try await terminal.waitsForEnd(status: 0)
    try terminal.start("history")
    try await terminal.waits {
      !$0.screen.contains("Harbour plan") && $0.screen.contains("status 0")
    }
  }

  @Test("A name that is not UTF-8 is listed as its own bytes, and opened again")
  func names() async throws {
    let terminal = try await TmuxTerminal()
    try terminal.scratch.write(SamplePage.text, to: "page.txt")
    try terminal.start("\"$odd\"", around: "odd=$'caf\\xe9.txt'; cp page.txt \"$odd\"; %")
    try await terminal.waits(for: "The lantern on the quay")
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
    try terminal.start("history", around: "% | grep -ac $'caf\\xe9.txt$'; %")
    try await terminal.waits { $0.screen.contains("\n1\n") && $0.screen.contains("caf\\xe9.txt") }
    try terminal.start()
    try await terminal.waits(for: "go on")
    terminal.press("Enter")
    try await terminal.waits(for: "The lantern on the quay")
  }

  @Test("Any two versions of a file are compared, whatever it was called")
  func marked() async throws {
    let terminal = try await TmuxTerminal()
    var text = SamplePage.text
    for (day, name) in ["monday.txt", "tuesday.txt", "friday.txt"].enumerated() {
      try terminal.scratch.write(text, to: name)
      try terminal.start(name)
      try await terminal.waits(for: "The lantern on the quay")
      terminal.press("q")
      try await terminal.waitsForEnd(status: 0)
      terminal.type("clear")
      terminal.press("Enter")
      text += SamplePage.comment(by: "Late Sailor \(day)", saying: "Harbour news of day \(day).")
    }
    try terminal.start("friday.txt")
    try await terminal.waits(for: "The lantern on the quay")
    terminal.type(":versions")
    terminal.press("Enter")
    try await terminal.waits(for: "monday.txt")
    terminal.press("G", "m")
    try await terminal.waits(for: "2 new since")
    terminal.press("g", "Enter")
    try await terminal.waits(for: "2 new since")
    try await terminal.waits(for: "Harbour news of day 1.")
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("Home and the library lead back to an entry that a feed held, also when the feed is gone")
  func feedEntry() async throws {
    let server = try await BrowsingServer { _ in ["/feed.xml": Self.feed(["one", "two", "three"])] }
    let terminal = try await TmuxTerminal()
    try terminal.start("\(server.address)/feed.xml")
    try await terminal.waits(for: "Note three")
    terminal.press("J", "Enter")
    try await terminal.waits(for: "The bollards of two are painted")
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
    // It holds only what is new by now.
    server.change("/feed.xml", to: Self.feed(["four"]))
    terminal.type("clear")
    terminal.press("Enter")
    try terminal.start("\(server.address)/feed.xml")
    try await terminal.waits(for: "Note four")
    terminal.type(":library bollards two")
    terminal.press("Enter")
    try await terminal.waits(for: "Read before")
    terminal.press("Enter")
    try await terminal.waits(for: "The bollards of two are painted")
    #expect(!terminal.screen.contains("not fetched"))
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
    await server.stop()
    terminal.type("clear")
    terminal.press("Enter")
    try terminal.start()
    try await terminal.waits(for: "go on")
    terminal.press("Enter")
    try await terminal.waits(for: "The bollards of two are painted")
    #expect(terminal.screen.contains("not fetched"))
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
  }

  private static func feed(_ names: [String]) -> BrowsingServer.Page {
    let items = names.map { name in
      """
      <item><title>Note \(name)</title><guid isPermaLink="false">note-\(name)</guid>
      <content:encoded><![CDATA[<p>The bollards of \(name) are painted every spring, in a red that can be
      seen from the islands.</p>]]></content:encoded></item>
      """
    }
    return BrowsingServer.Page(
      body: """
        <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <title>Harbour notes</title>
        <link>https://harbour.example/</link>\(items.joined())</channel></rss>
        """,
      type: "application/rss+xml"
    )
  }

  @Test("Versions of a page are compared, and what was read is found at its comment")
  func library() async throws {
    let server = try await BrowsingServer { _ in
      ["/story": BrowsingServer.story(linking: "", mentioning: "x")]
    }
    let terminal = try await TmuxTerminal()
    let address = "\(server.address)/story"
    try terminal.start(address)
    try await terminal.waits(for: "The log is a joy.")
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
    var page = BrowsingServer.story(linking: "", mentioning: "x")
    page.body = page.body.replacing("The log is a joy.", with: "The log was a joy, once.")
    server.change("/story", to: page)
    try terminal.start(address)
    try await terminal.waits(for: "1 changed since")
    terminal.type(":versions")
    terminal.press("Enter")
    try await terminal.waits(for: "the first that is kept")
    #expect(terminal.screen.contains("1 changed"))
    terminal.press("J", "Enter")
    try await terminal.waits(for: "The log is a joy.")
    terminal.type(":library ONCE joy")
    terminal.press("Enter")
    try await terminal.waits(for: "comment 2")
    await server.stop()
    terminal.press("Enter")
    try await terminal.waits(for: "comment 2 of 2")
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
  }
}
