import DocumentFormats
import DocumentModel
import DocumentParsing
import Testing

@Suite("What comes with a page")
struct TransportTests {
  /// The title of a page in windows-1251 that says it is in `declared`, told as `label`.
  private func title(declared: String, label: String?) -> String {
    let head = Array("<!DOCTYPE html><meta charset=\(declared)><title>".utf8)
    let bytes = head + [0xCC, 0xEE, 0xF1, 0xF2] + Array("</title><p>Text of the page.".utf8)
    let source = SourceText(
      decoding: TextStorage(copying: bytes),
      location: "page.html",
      charset: label
    )
    let document = FormatRegistry.builtIn.detect(source).parse(source)
    return document.title
  }

  @Test("The encoding told with a page overrules the one it claims")
  func overruling() {
    #expect(title(declared: "utf-8", label: "windows-1251") == "Мост")
  }

  @Test("An encoding that does not exist overrules nothing")
  func nonsense() {
    #expect(title(declared: "windows-1251", label: "klingon-8") == "Мост")
    #expect(title(declared: "windows-1251", label: nil) == "Мост")
  }
}
