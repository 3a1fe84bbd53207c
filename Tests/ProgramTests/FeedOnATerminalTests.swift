import Testing

@Suite("A blog by its feed", .enabled(if: TmuxTerminal.tmux != nil))
struct FeedOnATerminalTests {
  private static func feed(of site: String) -> String {
    let items = [("lantern", "The lantern"), ("log", "The keeper's log")].map { path, title in
      "<item><title>\(title)</title><link>\(site)/\(path)</link>"
        + "<description>Words of it.</description></item>"
    }
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The quay</title>"
      + "<link>\(site)</link>\(items.joined())</channel></rss>"
  }

  private static let challenge = """
    <!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser
    <script src="/cdn-cgi/challenge-platform/x.js"></script></body></html>
    """

  @Test("From its entries to an article, a link and back, whatever fails on the way")
  func tour() async throws {
    let server = try await BrowsingServer { site in
      var lantern = BrowsingServer.discussed("The lantern", "A lantern stood on the quay.")
      lantern.body = lantern.body.replacing(
        "I saw the lantern",
        with: "See <a href=\"\(site)/log\">the log</a>. I saw the lantern"
      )
      return [
        "/feed": BrowsingServer.Page(body: Self.feed(of: site), type: "application/rss+xml"),
        "/lantern": lantern,
        "/log": BrowsingServer.article("The keeper's log", "Tuesday: forty pints of oil."),
      ]
    }
    let terminal = try await TmuxTerminal()
    try terminal.start("\(server.address)/feed")
    try await terminal.waits(for: "2 entries")
    terminal.press("Enter")
    try await terminal.waits(for: "A lantern stood on the quay.")
    terminal.press("Tab")
    terminal.type("]l")
    terminal.press("Enter")
    try await terminal.waits(for: "forty pints")
    terminal.press("q")
    try await terminal.waits(for: "A lantern stood on the quay.")
    terminal.press("q")
    try await terminal.waits(for: "entry 1 of 2")
    terminal.press("j")
    server.change("/log", to: BrowsingServer.Page(body: "", delay: .seconds(600)))
    terminal.press("Enter")
    try await terminal.waits(for: "opening 127.0.0.1")
    terminal.press("Escape")
    try await terminal.waits(for: "nothing was opened")
    // A list that cannot be had again stays, and it is said what was there in its place.
    server.change("/feed", to: BrowsingServer.Page(body: Self.challenge))
    terminal.press("R")
    try await terminal.waits(for: "wants to see a browser first")
    server.change("/feed", to: BrowsingServer.Page(body: "", status: 503))
    terminal.press("R")
    try await terminal.waits(for: "status 503")
    await server.stop()
    terminal.press("R")
    try await terminal.waits(for: "cannot connect")
    #expect(terminal.screen.contains("entry 2 of 2"))
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
  }
}
