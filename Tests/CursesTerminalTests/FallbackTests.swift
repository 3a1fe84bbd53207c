import Terminal
import Testing

@testable import CursesTerminal

/// What poorer terminals get: fewer colours, ASCII, the little the environment says.
@Suite struct FallbackTests {
  @Test(
    "ASCII stands in for what a terminal without UTF-8 lacks",
    arguments: [
      ("─│├└▸▾●…“”", "-|+`>v*.\"\""), ("↳·•", "`-*"), ("éßŁ", "esL"), ("日🙂\u{301}", "???"),
      ("a~", "a~"),
    ]
  )
  func substitutesASCII(_ text: String, _ expected: String) {
    let substitutes = text.unicodeScalars.map { ASCIISubstitute.of($0.value) }
    #expect(substitutes.compactMap { Unicode.Scalar($0) } == Array(expected.unicodeScalars))
  }

  @Test(
    "A colour becomes the nearest one there is",
    arguments: [
      (Color.rgb(0, 0, 0), 256, 16), (.rgb(255, 0, 0), 256, 196), (.rgb(255, 250, 250), 256, 231),
      (.rgb(0x80, 0x81, 0x80), 256, 244), (.palette(3), 256, 3), (.palette(200), 256, 200),
      (.rgb(250, 10, 10), 16, 9), (.rgb(200, 10, 10), 8, 1), (.palette(9), 8, 1),
      (.palette(196), 16, 9), (.standard, 256, -1), (.palette(231), 8, 7), (.standard, 8, -1),
    ]
  )
  func findsNearestColor(_ color: Color, _ count: Int, _ expected: Int32) {
    var colors = PaletteColors(depth: .indexed(count))
    #expect(colors.number(of: color) == expected)
  }

  @Test("Direct colours are passed on as they are")
  func passesDirectColors() {
    var colors = PaletteColors(depth: .truecolor(paletteCount: 8))
    #expect(colors.number(of: .rgb(1, 2, 3)) == 0x010203)
    #expect(colors.number(of: .palette(5)) == 5)
    #expect(colors.number(of: .palette(196)) == 0xFF0000)
    #expect(colors.number(of: .rgb(0, 0, 5)) == 8)
  }

  @Test("Without colours every colour is the terminal's own")
  func dropsColors() {
    var colors = PaletteColors(depth: .none)
    #expect(colors.number(of: .rgb(1, 2, 3)) == -1)
  }

  @Test(
    "The locale says whether UTF-8 can be shown",
    arguments: [
      ([:], true), (["LANG": "en_US.UTF-8"], true), (["LANG": "C"], false),
      (["LC_ALL": "POSIX", "LANG": "en_US.UTF-8"], false), (["LC_CTYPE": "C.utf8"], true),
      (["LANG": "de_DE.ISO-8859-1"], false), (["LC_ALL": "", "LANG": "C.UTF-8"], true),
      (["LANG": "xx_YY"], true),
    ] as [([String: String], Bool)]
  )
  func readsLocale(_ variables: [String: String], _ isUTF8: Bool) {
    #expect(TerminalCharset.detect { variables[$0] } == (isUTF8 ? .utf8 : .ascii))
  }

  @Test(
    "COLORFGBG tells a dark background from a light one",
    arguments: [
      ("15;0", true), ("0;15", false), ("0;default;7", false), ("15;default", nil), ("", nil),
    ] as [(String, Bool?)]
  )
  func readsBackground(_ value: String, _ isDark: Bool?) {
    var options = CursesScreen.Options()
    options.variable = { $0 == "COLORFGBG" ? value : nil }
    #expect(options.backgroundIsDark == isDark)
  }

  @Test(
    "Base64 has the length and the padding of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("é", "w6k="),
    ]
  )
  func encodesBase64(_ text: String, _ expected: String) {
    #expect(base64(text) == expected)
  }

  @Test("A terminal's description whose offsets lead nowhere is taken without its extensions")
  func survivesDamage() throws {
    var numbers = [Int](repeating: -1, count: 15)
    numbers[13] = 256
    let header = [0o432, 2, 0, numbers.count, 361, 0]
    let standard = header + [0x0078] + numbers + [Int](repeating: -1, count: 361)
    let extended = [0, 0, 1, 1, 4, 999, 0, 0x4758, 0]
    let bytes = (standard + extended).flatMap { number in
      [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
    }
    let entry = try #require(TruecolorTerminfo(compiled: bytes))
    #expect(entry.bytes.suffix(4) == Array("RGB\0".utf8))
  }
}
