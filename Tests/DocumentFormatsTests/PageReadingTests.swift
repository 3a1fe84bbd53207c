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
    let text = document.blocks(of: document.article).map { document.text(of: $0) }
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
      (
        "Why Rope is strong",
        #"<h2>Harbour</h2><h1>Why <a href="https://r.example/">Rope</a> is strong</h1>"#,
        "Why Rope is strong"
      ),
    ]
  )
  func title(_ stated: String, _ headings: String, _ expected: String) throws {
    let page =
      "<html><head><title>\(stated)</title></head><body>\(headings)<p>Text.</p></body></html>"
    let document = try parse(page.utf8)
    #expect(document.title == expected)
  }

  /// A paragraph of prose that differs from others by its number.
  private static func prose(_ number: Int) -> String {
    """
    <p>In the year \(number) the harbour was dredged again, and whoever had a boat there took it out, \
    lent a hand with the ropes, and told the others for how much less it had been done before.</p>
    """
  }

  private static let review = """
    <div itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Olin</span>
    <p itemprop="text">My own boat never came back from there, and I still wonder why that is.</p>
    </div>
    """

  private func article(_ inner: String) throws -> [String] {
    let page = """
      <html><head><title>Dredging</title></head><body><article><h1>Dredging</h1>
      \((1...4).map(Self.prose).joined())\(inner)\((5...7).map(Self.prose).joined())
      </article></body></html>
      """
    let document = try parse(page.utf8)
    return document.blocks(of: document.article).map { document.text(of: $0) }
  }

  @Test(
    "What stands amid an article leaves the rest of it where it is",
    arguments: [
      review, "<aside>What was it for?</aside>",
    ]
  )
  func amid(_ inner: String) throws {
    let text = try article(inner)
    for number in 1...7 {
      #expect(text.contains { $0.hasPrefix("In the year \(number)") })
    }
  }

  @Test(
    "What is part of an article is read, whatever its names and links are",
    arguments: [
      (
        #"<div class="spoiler" style="display:none"><div class="spoiler-content">It sank.</div></div>"#,
        "It sank."
      ),
      (
        #"<p>Talk about it <a href="https://forum.example/topic/123-why">in the forum</a>.</p>"#,
        "Talk about it in the forum."
      ),
      (
        #"<div class="post tag-file-sharing"><p>It was dredged by hand, and then by no hand.</p></div>"#,
        "It was dredged by hand, and then by no hand."
      ),
      (
        """
        <p>A boat in the harbour of the old town <img src="/b.png" alt="A boat in the harbour of the \
        old town, with three men aboard who wave at somebody on the far side of the river"></p>
        """,
        """
        A boat in the harbour of the old town A boat in the harbour of the old town, with three men \
        aboard who wave at somebody on the far side of the river
        """
      ),
    ]
  )
  func kept(_ inner: String, _ expected: String) throws {
    #expect(try article(inner).contains(expected))
  }

  @Test(
    "A line that names where an article is filed is no part of it",
    arguments: [
      #"<p>Posted in <a href="/category/boats/">Boats of all sizes</a></p>"#,
      #"<p>Tags: <a href="/tag/boats">Boats</a>, <a href="/tag/mud">Mud</a></p>"#,
    ]
  )
  func tags(_ inner: String) throws {
    #expect(try article(inner).allSatisfy { !$0.contains("Boats") })
  }

  @Test("Only the innermost of the boxes round a hidden text hides it, wrapped or not")
  func spoiler() throws {
    let page = """
      <div class="spoiler"><b>The end</b><div><div class="spoiler-content">It sank.</div></div></div>
      """
    let comments = Self.comments.replacing("<p>Too low for me.</p>", with: page)
    let document = try parse("<html><body><p>Text.</p>\(comments)</body></html>".utf8)
    let hidden = document.spans.filter { $0.kind == .spoiler }.map { document.text[$0.text] }
    #expect(hidden == ["It sank."])
  }

  @Test("A comment may be nothing but a mark", arguments: ["|", "»", "•"])
  func mark(_ text: String) throws {
    let comments = Self.comments.replacing("Too low for me.", with: text)
    let document = try parse("<html><body><p>Text.</p>\(comments)</body></html>".utf8)
    let comment = try #require(document.comments.first)
    #expect(document.blocks(of: comment).map { document.text(of: $0) } == [text])
  }
}
