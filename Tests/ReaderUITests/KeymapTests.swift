import Testing

@testable import ReaderUI

@Suite("Keys from the settings")
struct KeymapTests {
  private func problems(_ overrides: [(String, [String])]) -> [String] {
    var problems: [String] = []
    let rows = overrides.enumerated().map { line, override in
      KeyOverride(command: override.0, keys: override.1, origin: "keys:\(line + 1)")
    }
    _ = Keymap(overrides: rows, problems: &problems)
    return problems
  }

  @Test("Free keys are nobody's problem")
  func free() {
    #expect(problems([("next-comment", ["J", "F9"]), ("quit", ["q", "A-q"])]) == [])
  }

  @Test("A key for two commands is told")
  func twice() {
    let found = problems([("next-comment", ["F9"]), ("previous-comment", ["F9"])])
    #expect(found.contains("keys:2: F9 calls previous-comment, and next-comment too"))
  }

  @Test("A key that hides longer ones is told, and one that cannot be typed")
  func hidden() {
    #expect(problems([("next-comment", ["z"])]).contains { $0.hasPrefix("keys:1: z hides z") })
    #expect(
      problems([("next-comment", ["jx"])]).contains { $0.contains("jx cannot be typed: j calls") }
    )
  }
}
