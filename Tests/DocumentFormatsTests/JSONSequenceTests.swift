import DocumentModel
import Testing

@testable import Structured

@Suite("Several JSON values in one source")
struct JSONSequenceTests {
  @Test(
    "They are joined into one array; one value, and what is no JSON, stay as they are",
    arguments: [
      ("{\"a\":1}\n{\"b\":\"}{\"}\n", "[{\"a\":1},{\"b\":\"}{\"}]"),
      ("[1,2]\n[3]", "[1,2,3]"),
      ("\u{FEFF}{}{}", "[{},{}]"),
      ("{\"a\":\"\\\"}{\"}", "{\"a\":\"\\\"}{\"}"),
      ("[1] and more", "[1] and more"),
      ("{\"a\":", "{\"a\":"),
      ("{} {", "{} {"),
    ]
  )
  func joined(text: String, expected: String) {
    let storage = JSONSequence.joined(TextStorage(copying: text.utf8))
    #expect(String(decoding: storage.bytes, as: UTF8.self) == expected)
  }
}
