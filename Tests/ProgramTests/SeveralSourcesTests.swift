import Foundation
import Glibc
import Testing

@testable import skein

@Suite("Several sources", .enabled(if: TmuxTerminal.tmux != nil))
struct SeveralSourcesOnATerminalTests {
  @Test("Files and a folder are walked through by name, each as it was left")
  func walk() async throws {
    let terminal = try await TmuxTerminal()
    try terminal.scratch.write("First of all\n\nWords of one.\n", to: "one.txt")
    let folder = terminal.scratch.url.appending(path: "folder")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try terminal.scratch.write("Second of all\n\nWords of two.\n", to: "folder/two.txt")
    try Data([0x89, 0x50, 0x4E, 0x47, 0, 1, 2]).write(to: folder.appending(path: "a.png"))
    try terminal.start("one.txt folder")
    try await terminal.waits(for: "file 1 of 2")
    terminal.type("ma:n")
    terminal.press("Enter")
    try await terminal.waits(for: "1 entry")
    terminal.press("Enter")
    try await terminal.waits(for: "Second of all")
    terminal.type(":n")
    terminal.press("Enter")
    try await terminal.waits(for: "this is the last of 2 sources")
    terminal.type(":p")
    terminal.press("Enter")
    try await terminal.waits(for: "Words of one.")
    terminal.press("B")
    try await terminal.waits(for: "Marks")
    terminal.type(":e nothing.txt")
    terminal.press("Enter")
    try await terminal.waits(for: "nothing.txt: ")
    #expect(terminal.screen.contains("Words of one."))
    terminal.press("Q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("A command runs on the terminal and gets the file's name, or the text")
  func shell() async throws {
    let terminal = try await TmuxTerminal()
    try terminal.scratch.write("First of all\n\nWords of one.\n", to: "one's.txt")
    try terminal.start("one\\'s.txt")
    try await terminal.waits(for: "Words of one.")
    terminal.type("!grep -c Words %")
    terminal.press("Enter")
    try await terminal.waits { $0.screen.contains("1\n") && $0.screen.contains("Press Enter") }
    terminal.press("Enter")
    try await terminal.waits(for: "Words of one.")
    terminal.type("|grep -o 'Words of'; exit 3")
    terminal.press("Enter")
    try await terminal.waits(for: "exit status 3")
    #expect(terminal.screen.contains("Words of\n"))
    terminal.press("Enter")
    try await terminal.waits(for: "Words of one.")
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
  }

  @Test("A file is written over after y or by export!, never the source; a failed name stays")
  func overwriting() async throws {
    let terminal = try await TmuxTerminal()
    try terminal.scratch.write("First of all\n\nWords of one.\n", to: "one.txt")
    let out = try terminal.scratch.write("old", to: "out.md")
    try terminal.start("one.txt")
    try await terminal.waits(for: "Words of one.")
    terminal.type(":export out.md")
    terminal.press("Enter")
    try await terminal.waits(for: "y overwrites it")
    #expect(try String(contentsOf: out, encoding: .utf8) == "old")
    terminal.press("y")
    try await terminal.waits(for: "saved to out.md")
    #expect(try String(contentsOf: out, encoding: .utf8).contains("Words of one."))
    terminal.type(":export! one.txt")
    terminal.press("Enter")
    try await terminal.waits(for: "one.txt: is a source")
    try await terminal.waits(for: "save as: one.txt")
    terminal.press("Escape")
    terminal.type(":export none/x.md")
    terminal.press("Enter")
    try await terminal.waits(for: "save as: none/x.md")
    terminal.press("Escape", "Q")
    try await terminal.waitsForEnd(status: 0)
  }
}

@Suite("Commands for the shell")
struct ShellCommandTests {
  @Test(
    "A percent sign is the file, quoted",
    arguments: [
      ("wc %", "wc 'a b.txt'"), ("echo 5\\%", "echo 5%"), ("a\\nb", "a\\nb"), ("x\\", "x\\"),
    ]
  )
  func percent(command: String, line: String) {
    #expect(ShellCommand.expanded(command, file: "a b.txt") == line)
  }

  @Test("Without a file it stands for itself")
  func noFile() { #expect(ShellCommand.expanded("date +%Y", file: nil) == "date +%Y") }

  @Test(
    "A signal that ends the reader while it waits for a command ends both",
    arguments: [SIGTERM, SIGHUP]
  )
  func signalDuringCommand(number: Int32) async throws {
    let terminal = try await TmuxTerminal()
    try terminal.scratch.write("Words of one.\n", to: "one.txt")
    try terminal.start("one.txt")
    try await terminal.waits(for: "Words of one.")
    let reader = try #require(terminal.process)
    terminal.type("!echo r''uns; read line")
    terminal.press("Enter")
    try await terminal.waits(for: "\nruns")
    kill(reader, number)
    try await terminal.waitsForEnd(status: 130)
  }

  @Test("Ctrl-Z stops a command and the reader together, and fg goes on with both")
  func stoppedCommand() async throws {
    let terminal = try await TmuxTerminal()
    try terminal.scratch.write("Words of one.\n", to: "one.txt")
    try terminal.start("one.txt", around: "(exec %)")
    try await terminal.waits(for: "Words of one.")
    terminal.type("!cat")
    terminal.press("Enter")
    try await terminal.waits { !$0.screen.contains("Words of one.") }
    terminal.press("C-z")
    try await terminal.waits(for: "Stopped")
    terminal.type("fg")
    terminal.press("Enter")
    try await terminal.waits(for: "exec")
    terminal.type("said twice")
    terminal.press("Enter")
    try await terminal.waits(for: "said twice\nsaid twice")
    terminal.press("C-d")
    try await terminal.waits(for: "Press Enter")
    terminal.press("Enter")
    try await terminal.waits(for: "Words of one.")
  }
}
