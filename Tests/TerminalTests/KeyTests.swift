import Terminal
import Testing

@Suite struct KeyTests {
  @Test(
    "A key is written as people write it",
    arguments: [
      (Key("J"), "J"), (Key(.character("f"), .control), "^F"), (Key(" "), "Space"),
      (Key(.function(12)), "F12"), (Key(.tab, .shift), "S-Tab"), (Key(.up, .control), "C-Up"),
      (Key(.character("x"), .alt), "A-x"), (Key(.left, [.alt, .shift, .control]), "A-S-C-Left"),
      (Key("^"), "^"), (Key(.character("^"), .control), "^^"), (Key("-"), "-"),
      (Key(.character("-"), .alt), "A--"), (Key(" "), "Space"), (Key("é"), "é"),
      (Key(.character(" "), .control), "C-Space"), (Key(.escape), "Esc"),
    ]
  )
  func describes(_ key: Key, _ text: String) {
    #expect(key.description == text)
    #expect(Key(parsing: text) == key)
  }

  @Test(
    "Names may be written in any case, modifiers in several ways",
    arguments: [
      ("pagedown", Key(.pageDown)), ("C-f", Key(.character("f"), .control)),
      ("c-F", Key(.character("f"), .control)), ("M-x", Key(.character("x"), .alt)),
      ("ESC", Key(.escape)), ("f3", Key(.function(3))), ("^f", Key(.character("f"), .control)),
    ]
  )
  func parses(_ text: String, _ key: Key) {
    #expect(Key(parsing: text) == key)
  }

  @Test("What names no key is none", arguments: ["", "Nope", "F0", "F64", "Q-x", "ab", "C-"])
  func refuses(_ text: String) {
    #expect(Key(parsing: text) == nil)
  }
}
