import TestSupport
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
    #expect(found.contains("keys:2: F9 is bound to both previous-comment and next-comment"))
  }

  @Test("A key that hides longer ones is told, and one that cannot be typed")
  func hidden() {
    #expect(problems([("redraw", ["z"])]).contains { $0.hasPrefix("keys:1: z makes z") })
    #expect(
      problems([("next-comment", ["yyx"])]).contains {
        $0.contains("yyx cannot be used: it begins with yy, which calls copy-text")
      }
    )
  }

  @Test("A move may begin longer keys, which then take it back")
  func moves() {
    #expect(problems([("next-comment", ["gg"]), ("reload", ["jx"])]).isEmpty)
  }

  @Test("Keys of lists and prompts are nobody's problem in the panes")
  func otherContexts() {
    #expect(problems([("list-down", ["J"]), ("list-up", ["K"]), ("prompt-cancel", ["^X"])]) == [])
  }

  @Test("Keys that get in each other's way in a list are told")
  func listConflicts() {
    let found = problems([("list-down", ["n"]), ("list-up", ["n"])])
    #expect(found.contains("keys:2: n is bound to both list-up and list-down"))
    let taken = problems([("list-copy", ["q"])])
    #expect(taken.contains("keys:1: list-close has no key left; q was its only one"))
  }

  @Test("A character that would call a command of a prompt is told: it is text there")
  func textKeys() {
    #expect(problems([("prompt-cancel", ["x"])]).contains { $0.hasPrefix("keys:1: x cannot call") })
    #expect(problems([("prompt-cancel", ["A-x", "F5"])]) == [])
  }
}

@Suite("Keys from the settings in lists and prompts")
struct RemappedKeyTests {
  private func session(_ command: String, _ keys: [String]) -> Session {
    var problems: [String] = []
    let override = KeyOverride(command: command, keys: keys, origin: "test")
    let keymap = Keymap(overrides: [override], problems: &problems)
    return Session(Sample.bridge, keymap: keymap)
  }

  @Test("A list is moved through by the chosen key, and no longer by the table's")
  func list() {
    var session = session("list-down", ["n"])
    session.press("?")
    let first = session.state.mode.overlay?.selected
    session.press("j")
    #expect(session.state.mode.overlay?.selected == first)
    session.press("n")
    #expect(session.state.mode.overlay?.selected != first)
  }

  @Test("A list takes keys that are typed one after another")
  func sequence() {
    var session = session("list-top", ["gg"])
    session.press("?")
    let first = session.state.mode.overlay?.selected
    session.press("G g")
    #expect(session.rows.last?.contains(" g ") == true)
    #expect(session.state.mode.overlay?.selected != first)
    session.press("g")
    #expect(session.state.mode.overlay?.selected == first)
  }

  @Test("A prompt is left by the chosen key, and no longer by the table's")
  func prompt() {
    var session = session("prompt-cancel", ["^X"])
    session.press(": f Esc")
    #expect(session.state.mode.prompt?.text == "f")
    session.press("^X")
    #expect(session.state.mode == .reading)
  }

  @Test("A search prompt and a filter obey it too", arguments: ["/", "? /"])
  func otherPrompts(keys: String) {
    var session = session("prompt-accept", ["F5"])
    session.press("\(keys) f Enter")
    #expect(session.state.mode.prompt?.text == "f")
    session.press("F5")
    #expect(session.state.mode.prompt == nil)
  }

  @Test("Quitting at once by the chosen key works in lists")
  func quit() {
    var session = session("quit-now", ["F9"])
    session.press("? Q")
    #expect(session.effects.isEmpty)
    session.press("F9")
    #expect(session.effects == [.quit])
  }

  @Test("The help and the last row of a list name the chosen key")
  func help() {
    var session = session("list-close", ["F10"])
    session.press("?")
    #expect(session.screen.contains("F10 closes"))
    let rows = session.state.mode.overlay?.rows.map(\.text) ?? []
    #expect(rows.contains { $0.hasPrefix("F10 ") && $0.contains("Close the list") })
  }
}
