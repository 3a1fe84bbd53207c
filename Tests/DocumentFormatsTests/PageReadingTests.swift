import DocumentFormats
import DocumentModel
import DocumentParsing
import Testing

@Suite("What a page tells of itself")
struct PageReadingTests {
  private func parse(_ page: some Sequence<UInt8>) throws -> Document {
    let source = SourceText(decoding: TextStorage(copying: Array(page)), location: "page.html")
    return try FormatRegistry.builtIn.parse(source)
  }

  private static let comments = """
    <ol class="comment-list"><li id="comment-8" class="comment depth-1"><div class="comment-body">
    <cite class="fn">Olin</cite> <a href="#comment-8"><time datetime="2020-06-01T12:10:00Z">then
    </time></a><p>Too low for me.</p></div></li></ol>
    """

  @Test(
    "A comment's own link leads to its place on the page",
    arguments: [
      (#"<link rel="canonical" href="https://quay.example/a?p=7">"#, "https://quay.example/a?p=7"),
      (#"<meta property="og:url" content="//quay.example/a/">"#, "https://quay.example/a/"),
      (
        #"<link rel="canonical" href="/a"><meta property="og:url" content="https://quay.example/a">"#,
        "https://quay.example/a"
      ),
      (
        #"<base href="/x/"><link rel="canonical" href="https://quay.example/a">"#,
        "https://quay.example/a"
      ),
      ("", ""),
    ]
  )
  func permalink(_ head: String, _ address: String) throws {
    let page = "<html><head>\(head)</head><body><p>Text.</p>\(Self.comments)</body></html>"
    let document = try parse(page.utf8)
    let comment = try #require(document.comments.first)
    #expect(document.text[comment.url] == address + "#comment-8")
    #expect(document.text[document.article.url] == address)
  }

  @Test("A page in another encoding than UTF-8 is said to be in the one it names")
  func encoding() throws {
    let head = #"<html><head><meta charset="windows-1251"></head><body><p>"#
    let document = try parse(Array(head.utf8) + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2])
    let text = document.article.blocks.map { document.text[document.blocks[Int($0)].text] }
    #expect(text == ["Привет"])
    let messages = document.diagnostics.map(\.message)
    #expect(messages.contains("the text is not UTF-8; read as windows-1251"))
  }

  @Test(
    "The title is the heading of the article, not the name of the site",
    arguments: [
      (
        "Ropes : Harbour", #"<h1><a href="https://h.example/">Harbour</a></h1><h2>Ropes</h2>"#,
        "Ropes"
      ),
      ("Harbour | Ropes", #"<h1><a href="/">Harbour</a></h1><h2>Ropes</h2>"#, "Ropes"),
      ("Ropes (2) @ Harbour :: Blogs ::", "<h2>Ropes (2)</h2>", "Ropes (2)"),
      (
        "Note #7 “no way to tie the knot” : Notes : quay",
        "<h1>no way to tie the knot</h1>",
        "no way to tie the knot"
      ),
    ]
  )
  func title(_ stated: String, _ headings: String, _ expected: String) throws {
    let page =
      "<html><head><title>\(stated)</title></head><body>\(headings)<p>Text.</p></body></html>"
    let document = try parse(page.utf8)
    #expect(document.text[document.article.title] == expected)
  }
}
