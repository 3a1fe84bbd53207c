import DocumentModel
import DocumentParsing
import PageSystems
import Testing

@Suite("What a page of WordPress tells of its site")
struct WordPressSiteTests {
  private static let pages: [(page: String, feeds: [String], found: Int?)] = [
    ("/2024/gate/", ["/feed/", "/comments/feed/", "/2024/gate/feed/"], 2),
    ("/2024/gate/comment-page-2/#comments", ["/feed/", "/2024/gate/feed/"], 1),
    ("/2024/gate", ["/2024/gate/feed"], 0),
    ("/2024/gate/comment-page-2/", ["/feed/", "/2024/mill/feed/"], nil),
    ("/", ["/feed/", "/comments/feed/"], nil),
    ("/?p=7", ["/?feed=rss2", "/?feed=comments-rss2", "/?feed=rss2&#038;p=7"], 2),
    ("/?page_id=7&cpage=2", ["/?feed=rss2", "/?feed=rss2&#038;page_id=7"], 1),
  ]

  @Test("The feed of a post's comments is told from those of the site", arguments: pages.indices)
  func feed(_ index: Int) {
    let (page, feeds, found) = Self.pages[index]
    let site = "https://mill.example"
    let links = feeds.map {
      #"<link rel="alternate" type="application/rss+xml" title="Feed" href="\#(site)\#($0)" />"#
    }
    let text = "<!DOCTYPE html><html><head>\(links.joined())</head><body>The gate</body></html>"
    let source = SourceText(
      decoding: TextStorage(copying: Array(text.utf8)),
      location: "gate.html",
      url: site + page
    )
    let feed = found.map { site + feeds[$0].replacing("&#038;", with: "&") }
    #expect(WordPressSite(source).commentFeed == feed)
  }

  @Test("Of an answer in a feed the line that says whom it answers is no part")
  func answer() {
    let feed = """
      <rss version="2.0"><channel><title>Comments on: The gate</title>
      <item><guid>https://mill.example/?p=7#comment-12</guid><dc:creator>Hugo Pell</dc:creator>
      <content:encoded><![CDATA[<p>In reply to <a href="https://mill.example/gate/#comment-11">\
      Ines</a>.</p>\n<p>It was lit.</p>]]></content:encoded></item>
      <item><guid>https://mill.example/?p=7#comment-11</guid><dc:creator>Ines</dc:creator>
      <content:encoded><![CDATA[<p>Who lit it?</p>]]></content:encoded></item>
      </channel></rss>
      """
    let comments = SiteComment.read(feed: Array(feed.utf8))
    #expect(comments.map(\.id) == ["12", "11"])
    #expect(comments.map(\.html) == ["\n<p>It was lit.</p>", "<p>Who lit it?</p>"])
  }
}
