import DocumentFormats
import DocumentModel
import DocumentParsing
import Testing

@Suite("Names and dates in flattened pages")
struct ThreadEvidenceTests {
  private let article = """
    The harbour wall at low tide

    By Mara Lind from The Quay Post

    The masons counted forty stones that nobody had listed before, and wrote all of them down.


    """

  private func document(_ text: String) throws -> Document {
    let source = SourceText(decoding: TextStorage(copying: text.utf8), location: "page.txt")
    return try FormatRegistry.builtIn.parse(source)
  }

  private func names(_ document: Document) -> [String] {
    document.comments.map { comment in
      document.name(of: comment) ?? "?"
    }
  }

  @Test("A label before each date is no list of changes if everybody signed")
  func labels() throws {
    let names = ["Wim", "Ines", "Ropewalk", "Tide Table", "Wim", "Ines"]
    let comments = names.enumerated().map { index, name in
      "\(name)\nPosted on: March \(3 + index), 2020 at 10:3\(index)\n\nLetter \(index) says so.\n\n"
    }
    let document = try document(article + comments.joined())
    #expect(document.comments.count == names.count)
    #expect(self.names(document) == names)
  }

  @Test("A name that ends in a number stays a name above its date")
  func numbered() throws {
    let names = ["Wim", "Anna (2)", "Ines", "Anna (2)", "Ropewalk"]
    let comments = names.enumerated().map { index, name in
      """
      \(name)
      2019-08-0\(8 - index) 17:00

      Letter \(index) says so.

      \(index)
      Reply

      """
    }
    let form = "Subscribe\nNotify of\nguest\n5 Comments\nNewest\nOldest Most Voted\n"
    let document = try document(article + form + comments.joined())
    #expect(document.comments.count == names.count)
    #expect(self.names(document) == names)
  }
}
