import DocumentFormats
import DocumentModel
import DocumentParsing
import Testing

@Suite("Links to the other pages of a discussion")
struct FurtherPagesTests {
  /// A page, what stands below its comments, and where the discussion goes on.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var address = "https://quay.example/talk/12"
    let below: String
    var above = ""
    var inside = ""
    /// Addresses without the origin; `<` before those of earlier pages.
    let ways: [String]
  }

  private static let arrow = #"<svg><path d="M1 1"/></svg>"#

  static let cases = [
    Case(
      testDescription: "an arrow without a word",
      below: #"<a href="?page=2">\#(arrow)</a>"#,
      ways: ["/talk/12?page=2"]
    ),
    Case(
      testDescription: "pictures, forwards and back",
      address: "https://quay.example/talk/12?page=2&sort=old",
      below: """
        <a href="/talk/12?sort=old"><img src="b.png" alt="«"></a>
        <a href="/talk/12?page=3&amp;sort=old"><img src="f.png"></a>
        """,
      ways: ["/talk/12?page=3&sort=old", "</talk/12?sort=old"]
    ),
    Case(
      testDescription: "«Page 1 of 3»",
      below: #"<p>Page 1 of 3</p> <a href="/talk/12/page/2">Older</a>"#,
      ways: ["/talk/12/page/2"]
    ),
    Case(
      testDescription: "«Page 2 of 3», by numbers at the end",
      address: "https://quay.example/talk/12/2",
      below: #"<a href="/talk/12/1">Newer</a> Page 2 of 3 <a href="/talk/12/3">Older</a>"#,
      ways: ["/talk/12/3", "</talk/12/1"]
    ),
    Case(
      testDescription: "numbers, one of them marked",
      below: """
        <ul class="pager"><li><a href="?p=1">1</a></li><li class="current">2</li>
        <li><a href="?p=3">3</a></li><li><a href="?p=9">9</a></li></ul>
        """,
      ways: ["/talk/12?p=3", "</talk/12?p=1"]
    ),
    Case(
      testDescription: "numbers that count from zero",
      below: #"<b class="current">1</b> <a href="?page=1">2</a> <a href="?page=2">3</a>"#,
      ways: ["/talk/12?page=1"]
    ),
    Case(
      testDescription: "numbers, the page's own among them",
      below: #"<a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=3">3</a>"#,
      ways: ["/talk/12?page=2"]
    ),
    Case(
      testDescription: "numbers, all but the page's own",
      below: #"<a href="?page=1">1</a> 2 <a href="?page=3">3</a> <a href="?page=4">4</a>"#,
      ways: ["/talk/12?page=3", "</talk/12?page=1"]
    ),
    Case(
      testDescription: "numbers that count comments",
      below: #"<a href="?start=20">2</a> <a href="?start=40">3</a>"#,
      ways: ["/talk/12?start=20"]
    ),
    Case(
      testDescription: "a link in the head of the page",
      below: #"<link rel="next" href="/talk/12?page=2">"#,
      ways: ["/talk/12?page=2"]
    ),
    Case(
      testDescription: "a page without scripts that has all",
      below: #"<noscript><a href="?noscript">Read without them</a></noscript>"#,
      ways: ["/talk/12?noscript"]
    ),
    Case(
      testDescription: "a link to all comments",
      below: #"<a href="/talk/12/comments">View all 340 comments</a>"#,
      ways: ["/talk/12/comments"]
    ),
    Case(
      testDescription: "no links to other things, other threads, other orders or single comments",
      below: """
        <a href="/talk/13">Next thread</a> <a href="/talk/11">Last thread</a> <a href="/talk">All</a>
        <a href="?sort=new">New</a> <a href="?page=2#post-7">7</a> <a href="?year=2024">Archive</a>
        <a href="https://pier.example/talk/12?page=2">Pier</a> <a href="/talk/12">Here</a>
        """,
      ways: []
    ),
    Case(
      testDescription: "no links of those who write, and none above the comments",
      below: "",
      above: #"<p>Part one. <a href="?page=2">Part two of the story</a></p>"#,
      inside: #"<a href="?page=7">look</a>"#,
      ways: []
    ),
    Case(
      testDescription: "no further page behind the last",
      address: "https://quay.example/talk/12?page=3",
      below: #"<a href="?page=1">1</a> <a href="?page=2">2</a> <b class="current">3</b>"#,
      ways: ["</talk/12?page=2"]
    ),
  ]

  @Test("are found by their addresses, whatever they show", arguments: cases)
  func ways(_ each: Case) {
    let comments = ["Ann", "Bob", "Cy", "Dan"].enumerated().map { index, name in
      """
      <div class="comment" id="post-\(index)"><b class="author">\(name)</b>
      <time datetime="2024-05-0\(index + 1)T10:00">May \(index + 1)</time>
      <p class="text">The lamp over the quay was lit by \(name), I saw it. \(each.inside)</p></div>
      """
    }
    let text = """
      <!DOCTYPE html><html lang="en"><head><title>The quay</title></head><body>
      <h1>The quay</h1><p>The lamp burns all night, and nobody knows who pays for its oil.</p>
      \(each.above)<div class="thread">\(comments.joined())</div>\(each.below)</body></html>
      """
    let source = SourceText(
      decoding: TextStorage(copying: Array(text.utf8)),
      location: "quay.html",
      url: each.address
    )
    let document = FormatRegistry.builtIn.detect(source).parse(source)
    #expect(document.commentCount == 4)
    let ways = document.continuations.map { way -> String in
      guard way.subject == .discussion, case .page(let address) = way.link else { return "?" }
      return (way.place == .before ? "<" : "")
        + address.replacing("https://quay.example", with: "")
    }
    #expect(ways == each.ways)
  }
}
