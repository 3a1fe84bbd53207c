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

  @Test(
    "An unknown format is answered with the nearest one",
    arguments: [("wpdiscuz-tex", "wpdiscuz-text"), ("wordpres", "wordpress"), ("txt", "text")]
  )
  func nearest(_ name: String, _ expected: String) {
    #expect(throws: FormatError.unknownFormat(name: name, nearest: expected)) {
      try FormatRegistry.builtIn.parse(source, format: name)
    }
  }

  @Test("A name like none of them is answered with the command that lists them")
  func unlike() {
    let error = FormatError.unknownFormat(name: "zzzzzz", nearest: nil)
    #expect(throws: error) { try FormatRegistry.builtIn.parse(source, format: "zzzzzz") }
    #expect(error.description.contains("skein formats"))
  }
}
