import Foundation
import ReaderConfig
import ReaderUI
import Testing

@Suite("The README")
struct ReadmeTests {
  private static let opening = "<!-- keys: "
  private static let closing = "<!-- end of keys -->"

  @Test("Its table of keys is the command table")
  func keys() throws {
    let readme = try Repository.text("README.md")
    let lines = readme.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix(Self.opening) })
    let end = try #require(lines.firstIndex { $0 == Self.closing })
    let written = lines[(start + 1)..<end].joined(separator: "\n")
    let expected = Self.keyTable
    if Repository.isRecording && written != expected {
      let parts = [lines[...start].joined(separator: "\n"), expected]
      let text = parts.joined(separator: "\n") + "\n" + lines[end...].joined(separator: "\n")
      try text.write(
        to: Repository.root.appending(path: "README.md"),
        atomically: true,
        encoding: .utf8
      )
      Issue.record("README.md was written anew; look at what changed")
      return
    }
    #expect(written == expected, "RECORD_SNAPSHOTS=1 swift test --filter ReadmeTests writes it")
  }

  /// The command table as Markdown, under its topics.
  private static var keyTable: String {
    var rows = ["| keys | command | |", "|---|---|---|"]
    for topic in Topic.allCases {
      let commands = Command.table.filter { $0.topic == topic && digit(of: $0) < 3 }
      guard !commands.isEmpty else { continue }
      rows.append("| **\(topic.rawValue)** | | |")
      rows += commands.map { digit(of: $0) == 2 ? series($0) : row($0) }
    }
    return "\n" + rows.joined(separator: "\n") + "\n"
  }

  private static func row(_ command: Command) -> String {
    let keys = command.keys.map(code).joined(separator: " ")
    return "| \(keys) | `\(command.name)` | \(escape(command.help)) |"
  }

  /// The row that stands for a command for each of the digits.
  private static func series(_ command: Command) -> String {
    let stem = command.name.dropLast()
    let last = Command.table.last { $0.name.dropLast() == stem } ?? command
    let keys = command.keys + ["…"] + last.keys
    let list = keys.map { $0 == "…" ? $0 : code($0) }.joined(separator: " ")
    return "| \(list) | `\(command.name)` … `\(last.name)` | \(escape(command.help)), and so on |"
  }

  /// The digit a command's name ends in, 0 if none.
  private static func digit(of command: Command) -> Int {
    command.name.last.flatMap(\.wholeNumberValue) ?? 0
  }

  private static func code(_ key: String) -> String {
    "`" + escape(key) + "`"
  }

  private static func escape(_ text: String) -> String {
    text.replacing("|", with: "\\|")
  }

  @Test("Its picture shows what the recorded screen shows")
  func picture() throws {
    let drawn = try Repository.text(".github/skein.svg").split(separator: "</text>")
      .compactMap { $0.split(separator: ">", omittingEmptySubsequences: false).last }
      .dropLast().joined()
    let screen = try Repository.text("Tests/ReaderUITests/Screens/picture-110x30.screen")
    let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = rows[3..<33].joined()
    let expected = shown.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
      .replacing("'", with: "&#x27;")
    #expect(drawn.filter { $0 != " " } == expected.filter { $0 != " " })
  }

  @Test("It has every setting with its default", arguments: Settings().entries)
  func settings(_ entry: Settings.Entry) throws {
    let line = "\(entry.name) = \(entry.value ?? "\"\"")"
    let lines = try Repository.text("README.md").split(separator: "\n")
    #expect(lines.contains { $0 == line || $0.hasPrefix(line + " ") }, "README.md lacks: \(line)")
  }

  @Test("It has every format")
  func formats() throws {
    let readme = try Repository.text("README.md")
    let listed = try ProgramRun(["formats"]).output.split(separator: "\n")
    #expect(!listed.isEmpty)
    for line in listed {
      let name = line.prefix { $0 != " " }
      let summary = line.dropFirst(name.count).drop { $0 == " " }
      #expect(readme.contains("| `\(name)` | \(summary) |"))
    }
  }

  @Test("It names every theme")
  func themes() throws {
    let readme = try Repository.text("README.md")
    for line in try ProgramRun(["themes"]).output.split(separator: "\n") {
      let name = line.drop { $0 == "*" || $0 == " " }.prefix { $0 != " " }
      #expect(readme.contains("`\(name)`"))
    }
  }

  @Test("The line that builds the program is documented")
  func releaseLine() throws {
    let line = "swift build -c release --static-swift-stdlib --product skein"
    #expect(try Repository.text("README.md").contains(line))
  }
}
