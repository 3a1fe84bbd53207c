import DocumentFormats
import DocumentModel
import DocumentParsing
import Testing

@Suite("Pages that nest too deep")
struct NestingTests {
  @Test("Text inside more quotations than can be counted is read, and so is what follows them")
  func quotations() throws {
    let page = [
      "<html>", String(repeating: "<blockquote>", count: 300), "<p>The deepest words of all.",
      String(repeating: "</blockquote>", count: 300), "<p>The words of the writer.",
    ]
    let source = SourceText(
      decoding: TextStorage(copying: Array(page.joined().utf8)),
      location: "page.html"
    )
    let document = try FormatRegistry.builtIn.parse(source)
    let depths = document.blocks(of: document.article).map {
      (document.text(of: $0), $0.quoteDepth)
    }
    #expect(depths.map(\.0) == ["The deepest words of all.", "The words of the writer."])
    #expect(depths.map(\.1) == [255, 0])
  }
}
