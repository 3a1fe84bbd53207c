import DocumentFormats
import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel
import Testing

@testable import GeneralPages
@testable import PageContent
@testable import TextDumps

@Suite("Pages that are larger than what is read of them")
struct LimitTests {
  private func parse(_ page: String) throws -> Document {
    try FormatRegistry.builtIn.parse(
      SourceText(decoding: TextStorage(copying: page.utf8), location: "page.html")
    )
  }

  @Test(
    "A title and an author are cut between two characters, and it is said",
    arguments: [("title", "<title>%</title>"), ("author", "<meta name=author content='%'>")]
  )
  func fields(_ field: String, _ head: String) throws {
    let long = String(repeating: "Mörtel ", count: 10_000)
    let page = "<html><head>\(head.replacing("%", with: long))</head><p>Text.</p></html>"
    let document = try parse(page)
    let article = document.article
    let range = field == "title" ? article.title : article.author
    #expect(range.count <= 1 << 15 && range.count > 1 << 14)
    let text = document.text.withBytes(of: range) { String(validating: $0, as: UTF8.self) }
    #expect(text?.hasPrefix("Mörtel Mörtel") == true)
    #expect(document.diagnostics.contains { $0.message.hasPrefix("the \(field) has more than") })
  }

  @Test("An article has no more nodes than are copied of it")
  func articles() throws {
    let page = HTMLPage(markup: "<body>" + String(repeating: "<p>a", count: 100))
    let body = try #require(page.tree.first(.body))
    let tree = ArticleTree(page, body: body, limit: 50) { _ in false }
    #expect(tree.isCut)
    #expect(tree.nodes.count == 50)
    #expect(!ArticleTree(page, body: body) { _ in false }.isCut)
  }

  @Test("A text has no more lines than are read of one of its size")
  func lines() {
    let text = Array(String(repeating: "a\n", count: 1_000).utf8)
    text.withUnsafeBytes { bytes in
      let cut = LineTable(bytes, limit: 50) { _, _ in }
      #expect(cut.isCut)
      #expect(cut.count == 100)
      #expect(cut.offsets(99) == 198..<199)
      #expect(!LineTable(bytes).isCut)
      #expect(LineTable(bytes).count == 1_000)
    }
  }

  @Test("Of a page with too many comments the first are read, and it is said")
  func comments() throws {
    let item = "<div itemscope itemtype=https://schema.org/Comment><p itemprop=text>Well put.</div>"
    let page = HTMLPage(markup: String(repeating: item, count: 12))
    let items = page.tree.nodes.indices.map { HTMLNodeID($0) }
      .filter { page.tree[$0].tag == .div }
    let cut = MarkedThread(page, items: items).read(limit: 10) { _, _ in }
    #expect(cut.comments.count == 10)
    #expect(cut.diagnostics == [.isCut(atComments: 10)])
    #expect(MarkedThread(page, items: items).read(limit: 12) { _, _ in }.diagnostics.isEmpty)
  }

  @Test("Of linked data with too many comments the first are read, and it is said")
  func linkedComments() {
    let comment = #"{"@type":"Comment","author":{"name":"Ann"},"text":"Well put."}"#
    let data = Array(repeating: comment, count: 12).joined(separator: ",")
    let article = #"{"@type":"Article","comment":[\#(data)]}"#
    let page = HTMLPage(markup: #"<script type="application/ld+json">\#(article)</script>"#)
    let cut = LinkedThread(page, limit: 10)
    #expect(cut.comments.count == 10)
    #expect(cut.diagnostics == [.isCut(atComments: 10)])
    #expect(LinkedThread(page, limit: 12).diagnostics.isEmpty)
  }

  @Test("Of linked data with too many values the first are read, and it is said")
  func linkedValues() throws {
    let data = "[" + String(repeating: "1,", count: 2_100_000) + #"{"comment":""}]"#
    let page = HTMLPage(markup: #"<script type="application/ld+json">\#(data)</script>"#)
    #expect(LinkedThread(page).diagnostics == [.lacksLinkedData])
  }

  @Test("Of a page with too many class names the first are known")
  func classes() throws {
    let names = (0..<600_000).map { "c\($0)" }.joined(separator: " ")
    let page = HTMLPage(markup: "<p class=a></p><p class='\(names)'>b<p class='a z'>c")
    #expect(page.lacksClasses)
    #expect(page.count("a") == 2)
    #expect(page.count("z") == 0)
    #expect(!HTMLPage(markup: "<p class='a z'>c").lacksClasses)
  }
}
