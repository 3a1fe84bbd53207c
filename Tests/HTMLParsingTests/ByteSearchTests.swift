import HTMLParsing
import Testing

/// Places of bytes among bytes.
@Suite
struct ByteSearchTests {
  @Test("What stands first and last is found, by the places of the whole")
  func place() {
    let bytes = Array("a <!-- b --> <!-- c -->".utf8)
    #expect(bytes.firstRange(of: "<!--".utf8) == 2..<6)
    #expect(bytes.lastRange(ofBytes: "<!--".utf8) == 13..<17)
    #expect(bytes[6...].firstRange(of: "<!--".utf8) == 13..<17)
    #expect(bytes[..<16].lastRange(ofBytes: "<!--".utf8) == 2..<6)
  }

  @Test("What begins alike, is cut short or is not there is not found")
  func missing() {
    let bytes = Array("<<<!-".utf8)
    #expect(bytes.firstRange(of: "<!--".utf8) == nil)
    #expect(bytes.firstRange(of: "<!-".utf8) == 2..<5)
    #expect(bytes[..<0].firstRange(of: "<".utf8) == nil)
    #expect(bytes.lastRange(ofBytes: "<<<!--".utf8) == nil)
  }

  @Test("Bytes that lie apart are searched too")
  func scattered() {
    let halves = Array("one two".utf8).lazy.map { $0 ^ 0x20 }
    #expect(halves.firstRange(of: "TWO".utf8) == 4..<7)
    #expect(halves.lastRange(ofBytes: "O".utf8) == 6..<7)
  }

  @Test("A word in raw bytes is found where it stands whole")
  func word() {
    let isThere: (String, StaticString) -> Bool = { text, word in
      Array(text.utf8).withUnsafeBytes { $0.contains(word) }
    }
    #expect(isThere("comment-list", "list"))
    #expect(isThere("lilist", "list"))
    #expect(!isThere("lis", "list"))
    #expect(!isThere("", "list"))
  }
}
