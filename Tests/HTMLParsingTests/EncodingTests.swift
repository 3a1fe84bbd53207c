import Testing

@testable import HTMLParsing

@Suite("Encodings of pages")
struct EncodingTests {
  private func read(_ bytes: [UInt8], label: String? = nil) -> (String, HTMLEncoding) {
    let document = HTMLDocument(HTMLBytes(bytes), options: HTMLOptions(encoding: label))
    return (document.text(of: HTMLDocument.root), document.encoding)
  }

  @Test("A byte order mark decides before anything else") func byteOrderMark() {
    #expect(read([0xEF, 0xBB, 0xBF, 0x61], label: "koi8-r") == ("a", .utf8))
    #expect(read([0xFF, 0xFE, 0x16, 0x04, 0x3D, 0xD8, 0x00, 0xDE]) == ("Ж😀", .utf16LittleEndian))
    #expect(read([0xFE, 0xFF, 0x04, 0x16, 0xD8]) == ("Ж\u{FFFD}", .utf16BigEndian))
  }

  @Test("Without a declaration valid UTF-8 is UTF-8 and the rest windows-1252")
  func withoutDeclarationValid() {
    #expect(read(Array("Ж".utf8)) == ("Ж", .utf8))
    #expect(read([0x93, 0xE9, 0x94]) == ("“é”", .windows1252))
    #expect(read([0xE0, 0x80, 0x80]).1 == .windows1252)
    #expect(read([]).1 == .utf8)
  }

  @Test(
    "The page tells its encoding",
    arguments: [
      ("<meta charset=windows-1251>", HTMLEncoding.windows1251),
      ("<META CharSet = ' KOI8-R '>", .koi8r),
      (
        "<!--<meta charset=koi8-r>--><script>'<meta charset=koi8-r>'</script><meta charset=cp866>",
        .ibm866
      ),
      ("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>", .iso8859x2),
      ("<meta http-equiv=Content-Type content='text/html; charset=\"latin1\"'>", .windows1252),
      ("<meta content='text/html; charset=koi8-r'><meta charset=nosuch>", .windows1252),
      ("<meta charset=utf-16>", .utf8),
    ]
  )
  func pageTellsEncoding(_ head: String, _ encoding: HTMLEncoding) {
    #expect(read(Array(head.utf8) + [0xE9]).1 == encoding)
  }

  @Test("Damaged bytes do not make a page that says UTF-8 another encoding") func damagedBytesDo() {
    let (text, encoding) = read(Array("<meta charset=utf-8>Ж".utf8) + [0xFF])
    #expect(encoding == .utf8)
    #expect(text == "Ж\u{FFFD}")
  }

  @Test("Bytes that are valid UTF-8 contradict a page that says another encoding")
  func contradictedSingleByte() {
    let (text, encoding) = read(Array("<meta charset=iso-8859-1>für".utf8))
    #expect(encoding == .utf8)
    #expect(text == "für")
    #expect(read(Array("<meta charset=gbk>für".utf8)).1 == .gbk)
    let long = String(repeating: "für 你好 ", count: 12)
    #expect(read(Array("<meta charset=gbk>\(long)".utf8)) == (long, .utf8))
  }

  @Test("Bytes that are hardly UTF-8 are read as is usual in the page's language")
  func usualEncoding() {
    let words: [UInt8] = [0xCA, 0xEE, 0xEB, 0xEE, 0xEA, 0xEE, 0xEB]
    #expect(read(Array("<html lang=ru>".utf8) + words) == ("Колокол", .windows1251))
    #expect(read(Array("<html lang='ru-RU'><meta charset=utf-8>".utf8) + words).0 == "Колокол")
    #expect(read(Array("<html lang=de>".utf8) + [0xFC, 0x2E]) == ("ü.", .windows1252))
    #expect(read(Array("<html lang=cs>".utf8) + [0x9E, 0x2E]).0 == "ž.")
    // A page that is cut within a character is UTF-8 still.
    #expect(read(Array("<html lang=ru>Ж".utf8) + [0xD0]) == ("Ж\u{FFFD}", .utf8))
  }

  @Test("A meta counts in a title that may not be closed")
  func metaInTitle() {
    let page = "<title><meta charset=windows-1251>"
    #expect(read(Array(page.utf8) + [0xC6]).1 == .windows1251)
  }

  @Test(
    "A label told with the page is believed",
    arguments: [
      ("windows-1251", "Ж"), ("koi8-r", "ф"), ("ibm866", "╞"), ("iso-8859-5", "Ц"),
      ("iso-8859-7", "Ζ"), ("windows-1250", "Ć"), ("windows-1253", "Ζ"), ("windows-1257", "Ę"),
      ("macintosh", "∆"), ("iso-8859-15", "Æ"), ("tis-620", "ฦ"),
    ]
  )
  func labelToldPage(_ label: String, _ letter: String) {
    #expect(read([0xC6], label: label).0 == letter)
  }

  @Test("Every encoding of one byte has 128 characters from 0x80 on") func everyEncodingOne() {
    for encoding in HTMLEncoding.allCases {
      guard let table = encoding.table else { continue }
      var output: [UInt8] = []
      let bytes = Array<UInt8>(0x80...0xFF)
      bytes.withUnsafeBytes { SingleByteDecoder(table).append($0, to: &output) }
      #expect(String(decoding: output, as: UTF8.self).unicodeScalars.count == 128)
    }
  }

  @Test(
    "Encodings of several bytes a character are read",
    arguments: [
      ("gb2312", [0xC4, 0xE3, 0xBA, 0xC3], "你好"), ("big5", [0xA7, 0x41, 0xA6, 0x6E], "你好"),
      ("Shift_JIS", [0x82, 0xA0, 0xB1], "あｱ"), ("euc-jp", [0xA4, 0xA2, 0x61], "あa"),
      ("ks_c_5601-1987", [0xB0, 0xA1, 0x81, 0x41], "가갂"),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42, 0x61], "あa"),
    ]
  )
  func severalBytes(_ label: String, _ bytes: [UInt8], _ text: String) {
    #expect(read(bytes, label: label).0 == text)
  }

  @Test("Damage in such an encoding costs a character, not the page") func damagedCharacters() {
    #expect(read([0xC4, 0xE3, 0xFF, 0x61, 0xC4], label: "gbk").0 == "你\u{FFFD}a\u{FFFD}")
  }
}
