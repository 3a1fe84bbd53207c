import DocumentFormats
import DocumentModel
import DocumentParsing
import Testing

@Suite("A page that only looks like a system's")
struct ReplacedThreadTests {
  @Test("Places held for more go with the comments they stood among")
  func continuations() throws {
    let nameless = (1...3).map { number in
      """
      <div class="thing comment" data-fullname="t1_a\(number)"><div class="entry">
      <p class="tagline"></p><div class="md"><p>Nobody's words, number \(number).</p></div></div></div>
      """
    }
    let more = """
      <div class="thing morechildren" data-fullname="t1_b1"><div class="entry">
      <span class="morecomments"><a onclick="return morechildren(this, 't3_x', 'top', 'b1,b2', '')">
      load more comments (2 replies)</a></span></div></div>
      """
    let marked = """
      <div itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Ropewalk</span>
      <time itemprop="datePublished" datetime="2020-06-01T12:10:00Z">then</time>
      <div itemprop="text">A gull stole my lunch.</div></div>
      """
    let page = """
      <html><body><div class="commentarea">\(nameless.joined())\(more)</div>\(marked)</body></html>
      """
    let source = SourceText(decoding: TextStorage(copying: page.utf8), location: "page.html")
    let document = try FormatRegistry.builtIn.parse(source, format: "reddit")
    #expect(document.comments.count == 1)
    #expect(document.continuations.isEmpty)
    #expect(document.invariantViolations() == [])
  }
}
