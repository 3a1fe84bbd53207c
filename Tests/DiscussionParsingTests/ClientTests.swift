import DiscussionParsing
import Testing

/// The pages of a script that nobody but this program knows.
private struct Guestbook: PageSystem {
  let name = "guestbook"
  let summary = "pages of the guestbook script"

  static let signs = [PageSign("entries", classes: ["gb-entry"])]

  func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    thread.comments = page.elements("gb-entry").map { entry in
      var comment = PageComment(element: entry)
      comment.id = page.tree.attribute(.id, of: entry) ?? ""
      let name = page.first("gb-name", in: entry)
      comment.author = page.text(name)
      comment.isAuthorInferred = name.map { page.has("gb-guess", $0) } ?? false
      comment.date = PageDate(text: page.text(page.first("gb-date", in: entry)))
      if let parent = page.link(page.first("gb-to", in: entry)) {
        comment.parent = .id(String(parent.dropFirst()))
      }
      comment.body = page.first("gb-text", in: entry).map { [$0] } ?? []
      return comment
    }
    return thread
  }
}

/// A program that imports nothing of ours but `DiscussionParsing`; the target sees no more of the
/// package than another package would.
@Suite("A program that uses the library")
struct ClientTests {
  private static let page = """
    <html><head><title>The harbour wall</title></head><body>
    <article><h1>The harbour wall</h1>
    <p>The masons counted forty stones that nobody had listed before, and the harbour master wrote
    all of them into the large green book by the door, where they can be read on weekdays.</p>
    <p>One stone carries a date, and a drawing of it hangs beside the book for those who cannot read
    the letters; the stone is older than the wall, and the wall is older than the town.</p></article>
    <div class="gb-entry" id="g1"><b class="gb-name">Ostler</b> <i class="gb-date">2021-05-03 09:15</i>
    <div class="gb-text"><p>I never believed it.</p><p>See <a href="https://example.org/7">stone
    seven</a>.</p></div></div>
    <div class="gb-entry" id="g2"><b class="gb-name">Brit Hale</b>
    <a class="gb-to" href="#g1">in reply to Ostler</a> <i class="gb-date">2021-05-03 10:00</i>
    <div class="gb-text"><p>Nor did I.</p></div></div>
    <div class="gb-entry" id="g3"><b class="gb-name gb-guess">Ida</b>
    <div class="gb-text"><p>Where is the book?</p></div></div>
    </body></html>
    """

  private let document: Document

  init() {
    document = Document(
      parsing: Self.page.utf8,
      location: "guestbook.html",
      formats: .builtIn.adding(Guestbook())
    )
  }

  @Test("Its own system reads the page")
  func ownSystem() {
    #expect(document.source.format == "guestbook")
    #expect(document.title == "The harbour wall")
    #expect(document.text(of: document.article).hasPrefix("The masons counted forty stones"))
    #expect(document.invariantViolations() == [])
  }

  @Test("It walks the tree, with names and texts")
  func tree() {
    var lines: [String] = []
    func walk(_ id: CommentID) {
      let indent = String(repeating: "  ", count: document[id].depth)
      let first = document.blocks(of: id).first.map { document.text(of: $0) } ?? ""
      lines.append("\(indent)\(document.name(of: id) ?? "?"): \(first)")
      document.replies(to: id).forEach(walk)
    }
    document.replies(to: nil).forEach(walk)
    #expect(
      lines == [
        "Ostler: I never believed it.", "  Brit Hale: Nor did I.", "Ida: Where is the book?",
      ]
    )
    #expect(document.comments.map(\.authorship) == [.stated, .stated, .inferred])
    #expect(document[CommentID(1)].date?.description.hasPrefix("2021-05-03T10:00") == true)
  }

  @Test("It finds the links in a comment")
  func links() throws {
    let blocks = document.blocks(of: CommentID(0))
    #expect(blocks.count == 2)
    let block = try #require(blocks.last)
    let span = try #require(document.spans(of: block).first)
    #expect(span.kind == .link)
    #expect(document.text(of: span) == "stone seven")
    #expect(document.text[span.url] == "https://example.org/7")
  }

  @Test("Without its system the page is read as any other, and bytes of no format as text")
  func otherFormats() {
    #expect(Document(parsing: Self.page.utf8).source.format != "guestbook")
    let text = Document(parsing: "One line.\n".utf8, formats: .builtIn.adding(Guestbook()))
    #expect(text.source.format == "text")
    #expect(text.title == "One line.")
  }
}
