import Foundation
import Terminal
import Testing

@Suite("How wide text is printed")
struct OutputWidthTests {
  private let scratch: ScratchFolder
  private let page: String

  init() throws {
    scratch = try ScratchFolder()
    page = try scratch.write(SamplePage.text, to: "page.txt").path
  }

  private func widest(_ arguments: [String], columns: String?) throws -> Int {
    let run = try ProgramRun(arguments, settings: columns.map { ["COLUMNS": $0] } ?? [:])
    #expect(run.status == 0)
    return run.output.split(separator: "\n").map { DisplayWidth.of($0) }.max() ?? 0
  }

  @Test(
    "Text is as wide as COLUMNS says, or 80 columns",
    arguments: [("40", 30...40), (nil, 60...80), ("wide", 60...80), ("0", 60...80)]
  )
  func text(_ columns: String?, _ expected: ClosedRange<Int>) throws {
    #expect(expected.contains(try widest([page], columns: columns)))
    #expect(expected.contains(try widest(["export", "--to", "text", page], columns: columns)))
  }

  @Test("Markdown for a file or a pipe is not wrapped")
  func markdown() throws {
    let arguments = ["export", "--to", "markdown", page]
    #expect(try widest(arguments, columns: "40") > 80)
  }
}

@Suite("How wide text is printed, on a terminal", .enabled(if: TmuxTerminal.tmux != nil))
struct OutputWidthOnATerminalTests {
  @Test(
    "A pipe and a terminal get lines as wide as the terminal, broken at words",
    arguments: ["% | cat", "TERM=dumb %", "% export --to text", "% export --to markdown"]
  )
  func pipes(_ command: String) async throws {
    let terminal = try await TmuxTerminal(columns: 50, rows: 120)
    let page = try terminal.scratch.write(SamplePage.text, to: "page.txt").path
    let line =
      command.contains("export") ? command + " " + page : command.replacing("%", with: "% \(page)")
    try terminal.start(around: line)
    try await terminal.waits(for: "status 0")
    let lines = terminal.screen.split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let start = try #require(lines.firstIndex { $0.hasSuffix("The lantern on the quay") })
    let text = lines[start...].prefix { !$0.hasPrefix("skein: ") && !$0.hasPrefix("status ") }
      .joined(separator: " ").split(separator: " ")
    // The terminal would break words, of which the halves are no words of the page.
    let known = Set(try ProgramRun(["export", "--to", "json", page]).output.split { !$0.isLetter })
    let words = text.filter { $0.allSatisfy(\.isLetter) && $0.count > 3 }
    #expect(words.count > 30)
    #expect(words.allSatisfy { known.contains($0) || $0 == "comments" })
  }
}
