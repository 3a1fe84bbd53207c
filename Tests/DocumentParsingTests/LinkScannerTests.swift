import DocumentModel
import DocumentParsing
import Testing

@Suite("Bare addresses")
struct LinkScannerTests {
  @Test(
    "An address ends where the sentence goes on",
    arguments: [
      ("see https://a.example/b?c=1&d=2, and", ["https://a.example/b?c=1&d=2"]),
      ("(http://a.example/x_(y)).", ["http://a.example/x_(y)"]),
      ("“https://a.example/” and ftp://b.example/f", ["https://a.example/", "ftp://b.example/f"]),
      ("HTTPS://A.EXAMPLE! nothttp://b.example x://y http://", ["HTTPS://A.EXAMPLE"]),
      ("https://例え.example/道。次", ["https://例え.example/道"]),
      ("no address: here", []),
    ]
  )
  func links(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    var spans: [Span] = []
    bytes.withUnsafeBytes { LinkScanner.links(in: 0..<$0.count, of: $0, into: &spans) }
    #expect(spans.map { String(decoding: bytes[$0.text.offsets], as: UTF8.self) } == expected)
  }

  @Test("A million closing brackets are looked at once")
  func hostile() {
    let bytes = Array(("http://a.b/" + String(repeating: ")", count: 1_000_000)).utf8)
    var spans: [Span] = []
    bytes.withUnsafeBytes { LinkScanner.links(in: 0..<$0.count, of: $0, into: &spans) }
    #expect(spans.first?.text.count == 11)
  }
}
