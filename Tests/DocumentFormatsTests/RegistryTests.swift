import DocumentFormats
import DocumentModel
import DocumentParsing
import Testing

@Suite("Choosing a format")
struct RegistryTests {
  private let source = SourceText(
    decoding: TextStorage(copying: Array("Some text\n\nwithout a thread.\n".utf8)),
    location: "a.txt"
  )

  @Test("A format can be demanded")
  func demanded() throws {
    let document = try FormatRegistry.builtIn.parse(source, format: "wpdiscuz-text")
    #expect(document.source.format == "wpdiscuz-text")
  }

  @Test("A format that does not exist is an error that names it")
  func unknown() {
    let error = FormatError.unknownFormat("wordpres")
    #expect(throws: error) { try FormatRegistry.builtIn.parse(source, format: "wordpres") }
    #expect(error.description.contains("wordpres"))
  }

  @Test("What is a page is told by its beginning, or by the format that is demanded")
  func pages() {
    let page = SourceText(
      decoding: TextStorage(copying: Array("<!-- saved --><html><p>Text".utf8)),
      location: "a.txt"
    )
    let registry = FormatRegistry.builtIn
    #expect(registry.isPage(page))
    #expect(!registry.isPage(page, format: "text"))
    #expect(!registry.isPage(source))
    #expect(registry.isPage(source, format: "html"))
  }

  @Test(
    "The body of a page is found in any spelling, and nothing that only begins like it",
    arguments: [
      ("<html><body>", 6), ("<HTML><BODY class=a>", 6), ("<bodyguard><body\n>", 11),
      ("<html><p>nobody", 0), ("<body", 0), ("", 0),
    ]
  )
  func body(_ page: String, _ start: Int) {
    let bytes = Array(page.utf8)
    #expect(bytes.withUnsafeBytes { FormatRegistry.builtIn.bodyStart(of: $0) } == start)
  }
}
