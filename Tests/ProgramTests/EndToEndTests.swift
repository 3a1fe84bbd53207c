import Foundation
import Testing

@Suite(
  "The program on a terminal",
  .serialized,
  .enabled(if: TmuxTerminal.tmux != nil, "tmux is not installed")
)
struct EndToEndTests {
  private static let title = "How to read with skein"

  /// The tour, open in a window of `columns` by `rows`.
  private func tour(
    columns: Int = 110,
    rows: Int = 30,
    settings: [String: String] = [:]
  ) async throws -> TmuxTerminal {
    let terminal = try await TmuxTerminal(columns: columns, rows: rows, settings: settings)
    try terminal.start()
    try await terminal.waits(for: Self.title)
    try await terminal.waits(for: "Welcome.")
    return terminal
  }

  @Test("The tour opens, its keys work, and q leaves the terminal as it was")
  func readsTheTour() async throws {
    let terminal = try await tour()
    terminal.press("Tab", "J")
    try await terminal.waits(for: "comment 2 of 9")
    terminal.press("K", "h")
    try await terminal.waits(for: "▸ Marta")
    terminal.type("zR")
    try await terminal.waits(for: "▾ Marta")
    terminal.type("/lantern")
    try await terminal.waits(for: "/lantern")
    terminal.press("Enter")
    try await terminal.waits(for: "search 1/")
    terminal.press("n")
    try await terminal.waits(for: "search 2/")
    terminal.press("Escape")
    try await terminal.waits { !$0.screen.contains("search 2/") }
    terminal.press("?")
    try await terminal.waits(for: "Down one line")
    terminal.press("q")
    try await terminal.waits { !$0.screen.contains("Down one line") }
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("A cut comment of the tour opens with e, and closes again")
  func opensCutComment() async throws {
    let terminal = try await tour()
    terminal.press("Tab", "J", "J")
    try await terminal.waits(for: "comment 3 of 9")
    try await terminal.waits(for: "cut by the site")
    terminal.press("e")
    try await terminal.waits { !$0.screen.contains("cut by the site") }
    terminal.press("e")
    try await terminal.waits(for: "cut by the site")
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("A window of any size is drawn, and the program goes on")
  func resizes() async throws {
    let terminal = try await tour()
    terminal.press("Tab")
    try await terminal.waits(for: "comment 1 of 9")
    for (columns, rows) in [(30, 8), (1, 1), (200, 60), (2, 40), (110, 30)] {
      try terminal.resize(columns: columns, rows: rows)
      if columns > 20 { try await terminal.waits(for: "Marta") }
    }
    terminal.press("J")
    try await terminal.waits(for: "comment 2 of 9")
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("A pipe is read, and keys come from the terminal")
  func readsPipe() async throws {
    let terminal = try await TmuxTerminal()
    try terminal.scratch.write(SamplePage.text, to: "page.txt")
    try terminal.start(around: "cat page.txt | %")
    try await terminal.waits(for: "The lantern on the quay")
    terminal.press("Tab", "J")
    try await terminal.waits(for: "comment 2 of 3")
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("Into a file goes the text")
  func writesFile() async throws {
    let terminal = try await TmuxTerminal()
    let page = try terminal.scratch.write(SamplePage.text, to: "page.txt")
    try terminal.start("page.txt", around: "% > out.txt")
    try await terminal.waitsForEnd(status: 0)
    let written = try String(
      contentsOf: terminal.scratch.url.appending(path: "out.txt"),
      encoding: .utf8
    )
    #expect(written == (try ProgramRun([page.path]).output))
  }

  @Test("A terminal that can only print is printed on")
  func printsOnDumbTerminals() async throws {
    let terminal = try await TmuxTerminal(settings: ["TERM": "dumb"])
    try terminal.scratch.write(SamplePage.text, to: "page.txt")
    try terminal.start("page.txt")
    try await terminal.waitsForEnd(status: 0)
    #expect(terminal.screen.contains("The harbour paid; I saw the books."))
  }

  @Test("The shell's prompt stands alone in its row where the terminal keeps what was drawn")
  func lastRow() async throws {
    let terminal = try await tour(settings: ["TERM": "vt100"])
    terminal.press("Tab")
    try await terminal.waits(for: "comment 1 of 9")
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
    #expect(!terminal.screen.contains("comment 1 of 9"))
  }

  @Test("Themes are shown in rows of the terminal's width")
  func themes() async throws {
    let terminal = try await TmuxTerminal(columns: 50)
    try terminal.start("themes")
    try await terminal.waitsForEnd(status: 0)
    let rows = terminal.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let last = try #require(rows.firstIndex { $0.contains("solarized-light") })
    #expect(rows[last - 1...last].allSatisfy { $0.contains("Title text link Ann") })
    #expect(!terminal.screen.contains("Dan"))
  }

  @Test("NO_COLOR is heeded")
  func noColor() async throws {
    let terminal = try await tour(settings: ["NO_COLOR": "1"])
    #expect(!terminal.styledScreen.contains(/\u{1B}\[[0-9;]*[34][0-8]/))
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("Without UTF-8 the screen is plain ASCII")
  func ascii() async throws {
    let terminal = try await tour(settings: ["LANG": "C", "LC_ALL": "C"])
    #expect(terminal.screen.allSatisfy { $0.isASCII })
    terminal.press("Tab", "J")
    try await terminal.waits(for: "comment 2 of 9")
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("--goto and --search say where to begin")
  func begins() async throws {
    let terminal = try await TmuxTerminal()
    try terminal.scratch.write(SamplePage.text, to: "page.txt")
    try terminal.start("--goto 3 page.txt")
    try await terminal.waits(for: "comment 3 of 3")
    terminal.press("q")
    try await terminal.waits(for: "status 0")
    try terminal.start("--search 'which books' page.txt")
    try await terminal.waits(for: "search 1/1")
    terminal.press("Q")
  }

  @Test("A theme that does not exist is told, and the reader starts all the same")
  func unknownTheme() async throws {
    let terminal = try await TmuxTerminal()
    try terminal.start("--theme nrod")
    try await terminal.waits(for: "did you mean \"nord\"?")
    #expect(terminal.screen.contains(Self.title))
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test(
    "A signal ends the program and restores the terminal",
    arguments: [SIGTERM, SIGHUP, SIGINT]
  )
  func signals(_ signal: Int32) async throws {
    let terminal = try await tour()
    kill(try #require(terminal.process), signal)
    try await terminal.waitsForEnd(status: 130)
  }

  @Test("A crash leaves the terminal as it was", arguments: [SIGSEGV, SIGILL, SIGABRT])
  func crashes(_ signal: Int32) async throws {
    let terminal = try await tour()
    kill(try #require(terminal.process), signal)
    try await terminal.waitsForEnd(status: 128 + signal)
  }

  @Test("A copy-command that hangs keeps no key waiting, and is stopped")
  func hangingCopyCommand() async throws {
    let terminal = try await TmuxTerminal()
    try terminal.scratch.write("copy-command = \"sleep 600\"\n", to: "config.toml")
    try terminal.start("--config config.toml")
    try await terminal.waits(for: Self.title)
    terminal.press("Tab", "y", "y", "J")
    try await terminal.waits(for: "comment 2 of 9")
    try await terminal.waits(for: "copy-command took more than 5 seconds and was stopped")
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("Ctrl-Z gives the shell a clean terminal, and fg comes back")
  func suspends() async throws {
    let terminal = try await TmuxTerminal()
    try terminal.start(around: "(exec %)")
    try await terminal.waits(for: Self.title)
    terminal.press("Tab", "J")
    try await terminal.waits(for: "comment 2 of 9")
    terminal.press("C-z")
    try await terminal.waits { $0.screen.contains("Stopped") && $0.isRestored }
    try terminal.resize(columns: 90, rows: 24)
    terminal.type("fg")
    terminal.press("Enter")
    try await terminal.waits(for: "comment 2 of 9")
    terminal.press("J")
    try await terminal.waits(for: "comment 3 of 9")
    terminal.press("q")
    try await terminal.waits { !$0.screen.contains(Self.title) && $0.isRestored }
  }
}
