import Terminal
import TestSupport
import Testing

@Suite("Text made visible")
struct VisibleTextTests {
  @Test(
    "In a line everything that commands a terminal or cannot be seen is shown as an escape",
    arguments: [
      ("page.html", "page.html"), ("été 日本 🙂", "été 日本 🙂"),
      ("a\u{1B}]0;x\u{7}", "a\\u{1b}]0;x\\u{7}"),
      ("\u{9B}31m\u{7F}", "\\u{9b}31m\\u{7f}"), ("one\ntwo\tthree\r", "one\\ntwo\\tthree\\u{d}"),
      ("a\u{202E}b\u{2066}c", "a\\u{202e}b\\u{2066}c"), ("a\u{200B}b\u{AD}", "a\\u{200b}b\\u{ad}"),
      ("\u{2028}\u{E0041}\u{FEFF}", "\\u{2028}\\u{e0041}\\u{feff}"), ("e\u{301}", "e\u{301}"),
    ]
  )
  func line(_ text: String, _ shown: String) {
    #expect(VisibleText.line(text) == shown)
  }

  @Test("Bytes that are not UTF-8 are shown one by one")
  func malformed() {
    #expect(
      VisibleText.line(bytes: [0x61, 0xFF, 0xC3, 0x28, 0xE2, 0x82]) == "a\\xff\\xc3(\\xe2\\x82"
    )
    #expect(VisibleText.line(bytes: [0x9B, 0x63]) == "\\x9bc")
  }

  @Test("Lines keep their breaks and tabs, and lose what takes no column, as on the screen")
  func lines() {
    let text = "one\n\ttwo \u{1B}[2J\u{202E} soft\u{AD}ly 👩\u{200D}👧"
    var encoder = VisibleTextEncoder(.lines, .utf8)
    let shown = encoder.encode(text.utf8) + encoder.finish()
    #expect(
      String(decoding: shown, as: UTF8.self) == "one\n\ttwo \\u{1b}[2J\\u{202e} softly 👩👧"
    )
  }

  @Test("Without UTF-8 only ASCII is left")
  func ascii() {
    #expect(VisibleText.line("x\u{31B}41m é “日” \u{9B}", .ascii) == "x41m e \"?\" \\u{9b}")
  }

  @Test("It does not matter where a stream is cut", arguments: 0..<50)
  func parts(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [
      0x41, 0x1B, 0xC2, 0x9B, 0xE2, 0x80, 0xAE, 0xF0, 0x9F, 0x99, 0x82, 0xFF, 0x0A,
    ]
    let bytes = (0..<200).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    for kind in [VisibleText.Kind.line, .lines] {
      var whole = VisibleTextEncoder(kind, .utf8)
      let expected = whole.encode(bytes) + whole.finish()
      var parts = VisibleTextEncoder(kind, .utf8)
      var shown: [UInt8] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...5, using: &random)
        shown += parts.encode(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
      shown += parts.finish()
      #expect(shown == expected, "seed \(seed)")
    }
  }
}
