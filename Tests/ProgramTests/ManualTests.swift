import Foundation
import ReaderConfig
import ReaderUI
import Testing

@Suite("The man page")
struct ManualTests {
  /// What `.ci/manual` adds to the page of commands and options.
  private static func added() throws -> String {
    let output = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: output) }
    let script = Repository.root.appending(path: ".ci/manual").path
    var process = ChildProcess(
      arguments: [script, "/dev/null"],
      environment: ProcessInfo.processInfo.environment,
      folder: "/"
    )
    process.output = output.path
    #expect(process.run() == 0)
    return try String(contentsOf: output, encoding: .utf8)
  }

  @Test("It tells of every command, setting, filter and rule")
  func complete() throws {
    let page = try Self.added().replacing("\\e", with: "\\")
    for command in Command.table where command.name.last?.isNumber != true {
      #expect(page.contains("(\(command.name)"), "\(command.name)")
    }
    for entry in Settings().entries { #expect(page.contains("\n\(entry.name) = ")) }
    for name in ["from:", "rule:", "in:thread(", "mute:", "watch:", "COLUMNS", "EXIT STATUS"] {
      #expect(page.contains(name), "\(name)")
    }
  }
}
