import DocumentModel
import DocumentParsing
import TestSupport
import Testing

@Suite("Letting text in")
struct SourceTextTests {
  private func source(_ bytes: [UInt8]) -> SourceText {
    SourceText(decoding: TextStorage(copying: bytes), location: "test")
  }

  private func text(_ source: SourceText) -> String {
    source.text[TextRange(0, source.text.count)]
  }

  @Test("Clean text stays where it is")
  func noCopy() {
    let storage = TextStorage(copying: Array("Plain, naïve, 日本語 🙂\n\twith a tab\n".utf8))
    let source = SourceText(decoding: storage, location: "test")
    source.text.withBytes { #expect($0.baseAddress == storage.bytes.baseAddress) }
  }

  @Test(
    "What could command a terminal does not get in",
    arguments: [
      ("a\u{1B}[31mb", "a[31mb"), ("a\u{7}b\u{0}c\u{7F}d", "abcd"), ("a\u{9B}2Jb", "a2Jb"),
      ("a\u{202E}b\u{2066}c\u{FEFF}d", "abcd"), ("one\r\ntwo\rthree", "one\ntwo\nthree"),
      ("page\u{C}feed", "page\nfeed"), ("line\u{2028}end", "line\nend"),
      ("next\u{85}line", "next\nline"),
    ]
  )
  func controls(_ dirty: String, _ clean: String) {
    #expect(text(source(Array(dirty.utf8))) == clean)
  }

  @Test(
    "Inside an address nothing is dropped but percent-encoded: it would be another address",
    arguments: [
      ("see https://a.example/x\u{202E}gpj.y", "see https://a.example/x%E2%80%AEgpj.y"),
      ("http://a.example/\u{1B}\u{9B}c z", "http://a.example/%1B%C2%9Bc z"),
      ("\u{2068}https://a.example/x\u{2069} is it", "https://a.example/x is it"),
      ("(https://a.example/x\u{202C}).", "(https://a.example/x)."),
      ("“https://a.example/x\u{202C}”", "“https://a.example/x”"),
      ("https://a.example/ wo\u{202E}rd", "https://a.example/ word"),
      ("https://a.example/\nwo\u{202E}rd", "https://a.example/\nword"),
    ]
  )
  func addresses(_ dirty: String, _ clean: String) {
    #expect(text(source(Array(dirty.utf8))) == clean)
  }

  @Test("What must go is found wherever it stands", arguments: 0..<40)
  func places(_ place: Int) {
    let before = String(repeating: "a", count: place)
    let after = String(repeating: "é\n", count: 40)
    for odd in ["\u{1B}", "\u{7F}", "\u{1F}", "\u{85}", "\u{202A}", "\u{2069}", "\u{FEFF}"] {
      let kept = odd == "\u{85}" ? "\n" : ""
      #expect(text(source(Array((before + odd + after).utf8))) == before + kept + after)
    }
    for shown in ["\t", "~", " ", "é", "\u{2027}", "\u{206A}", "한", "\u{FFFD}", "🙂"] {
      let whole = before + shown + after
      #expect(text(source(Array(whole.utf8))) == whole)
    }
  }

  @Test("A byte order mark is dropped and chooses the encoding")
  func marks() {
    #expect(text(source([0xEF, 0xBB, 0xBF, 0x41])) == "A")
    #expect(text(source([0xFF, 0xFE, 0x41, 0x00, 0x3D, 0xD8, 0x42, 0xDE])) == "A🙂")
    #expect(text(source([0xFE, 0xFF, 0x00, 0x41, 0xD8, 0x3D])) == "A\u{FFFD}")
  }

  @Test("Nothing is lost of text that grows most when it is decoded")
  func growth() {
    // Halves of surrogates, each alone, and half a unit at the end, which a first half is lost with.
    func repeated(_ mark: [UInt8], _ unit: [UInt8], _ end: [UInt8] = []) -> [UInt8] {
      mark + (0..<50).flatMap { _ -> [UInt8] in unit } + end
    }
    let lost = String(repeating: "\u{FFFD}", count: 50)
    #expect(text(source(repeated([0xFF, 0xFE], [0x3D, 0xD8], [0x41]))) == lost)
    #expect(text(source(repeated([0xFF, 0xFE], [0x42, 0xDE], [0x41]))) == lost + "\u{FFFD}")
    let ideographs = repeated([0xFE, 0xFF], [0x6F, 0x22])
    #expect(text(source(ideographs)) == String(repeating: "漢", count: 50))
    let signs = [UInt8](repeating: 0x80, count: 100)
    #expect(text(source(signs)) == String(repeating: "€", count: 100))
    #expect(text(source([0x1B] + signs)) == String(repeating: "€", count: 100))
  }

  @Test("Text that is not UTF-8 is read as windows-1252, and that is said")
  func windows() {
    let result = source([0x43, 0x61, 0x66, 0xE9, 0x20, 0x96, 0x20, 0x93, 0x78, 0x94])
    #expect(text(result) == "Café – “x”")
    #expect(result.diagnostics.count == 1)
  }

  @Test("A few damaged bytes in UTF-8 become replacement characters")
  func damage() {
    let result = source(Array(String(repeating: "é", count: 40).utf8) + [0xC3, 0x41])
    #expect(text(result).hasSuffix("\u{FFFD}A"))
  }

  @Test("A prefix ends where a line does")
  func prefix() {
    let whole = source(Array("first\nsecond\nthird".utf8))
    #expect(text(whole.prefix(15)) == "first\nsecond\n")
    #expect(text(whole.prefix(100)) == "first\nsecond\nthird")
    #expect(text(source(Array("ééé".utf8)).prefix(3)) == "é")
  }

  @Test("Any bytes become valid text without controls", arguments: 0..<40 as Range<UInt64>)
  func anyBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<500).map { _ in
      seed % 2 == 0
        ? UInt8.random(in: 0...255, using: &random)
        : [0x41, 0xC3, 0xA9, 0x1B, 0x0D, 0x0A, 0xE2, 0x80, 0xAE, 0x20].randomElement(using: &random)
          ?? 0
    }
    let result = source(bytes)
    result.text.withBytes { text in
      #expect(String(validating: text, as: UTF8.self) != nil)
      #expect(TextSanitizer.cleanPrefix(of: text) == text.count)
    }
  }
}
