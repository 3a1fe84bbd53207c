import DocumentFormats
import DocumentModel
import DocumentParsing
import Testing
import TextDumps

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

  private func notes(_ text: String) -> [Decision] {
    var source = SourceText(decoding: TextStorage(copying: text.utf8), location: "page.txt")
    let log = DecisionLog()
    source.decisions = log
    _ = FormatRegistry.builtIn.detect(source)
    return log.decisions.filter { $0.reader == "wpdiscuz-text" }
  }

  @Test("A text that is taken for a discussion has notes that say why")
  func taken() throws {
    let comments = "Wim\nWim\nAug 9, 2019 5:00 PM\n\nOne.\n\nBea\nAug 8, 2019 5:00 PM\n\nTwo.\n"
    let notes = notes(article + comments)
    let last = try #require(notes.last)
    #expect(last.rule == "certain-part")
    #expect(last.finding == "1 of 2 headers have a name printed twice or a reply line")
    #expect(last.isMet)
  }

  @Test("A text that is not taken for a discussion has a note of the rule that refused it")
  func refused() throws {
    let changes = "Wim\n9 March 2019\n\nOne.\n\nBea\n8 March 2019\n\nTwo.\n"
    let notes = notes(article + changes)
    let last = try #require(notes.last)
    #expect(last.rule == "least-day-headers")
    #expect(!last.isMet)
  }

  @Test("Notes call rules as their rows do")
  func names() {
    let rows = Set(TextThreadPolicy.rules.map(\.name))
    let form = "Subscribe\nNotify of\nguest\n1 Comments\nNewest\nOldest Most Voted\n"
    let texts = [article, article + form, article + "Aug 9, 2019 5:00 PM\n\nOne.\n"]
    for note in texts.flatMap(notes) { #expect(rows.contains(note.rule), "\(note.rule)") }
  }
}
