import DocumentFormats
import DocumentModel
import DocumentParsing
import PageModel
import Testing

@Suite("Elements that hold a discussion")
struct ContainerTests {
  private static let prose = """
    <p>The ferry ran late all winter, and nobody on the quay could say why, for the ice had gone by
    then and the captain, who knew, was not asked.</p><p>In spring a new bell was hung at the pier,
    louder than the last, and from then on people came in time, whether the ferry did or not.</p>
    """
  private static let notice = """
    <p>Everything is loading, please wait a little, be kind to the other readers, and keep to the
    subject of the page when you write.</p>
    """

  /// Names of services' containers with the service each belongs to.
  private static let services = CommentService.all.flatMap { service in
    service.names.map { ("\($0)", service.name) }
      + service.prefixes.map { ("\($0)27", service.name) }
  }
  private static let elements = CommentService.all.flatMap { service in
    service.elements.map { ("\($0)", service.name) }
  }

  @Test("Nothing in an element that a script fills is part of the article", arguments: services)
  func filled(_ name: String, _ service: String) throws {
    for attribute in ["id", "class"] {
      try expect(service, "<div \(attribute)=\"\(name)\">\(Self.notice)</div>")
    }
  }

  @Test("Nor is it in the elements that services name themselves", arguments: elements)
  func named(_ name: String, _ service: String) throws {
    try expect(service, "<\(name)>\(Self.notice)</\(name)>")
  }

  @Test(
    "Nor is anything in an element that is called a discussion",
    arguments: Vocabulary.names(.discussion)
  )
  func discussions(_ name: StaticString) throws {
    try expect(nil, "<div class=\"\(name)\">\(Self.notice)</div>")
  }

  private func expect(_ service: String?, _ container: String) throws {
    let page = "<html><body><article>\(Self.prose)\(container)</article></body></html>"
    let source = SourceText(decoding: TextStorage(copying: page.utf8), location: "page.html")
    let document = try FormatRegistry.builtIn.parse(source)
    #expect(document.missingComments?.loadedFrom == service, "\(container)")
    let texts = document.blocks.map { document.text[$0.text] }
    #expect(texts.count == 2 && !texts.contains { $0.contains("loading") }, "\(container)")
  }
}
