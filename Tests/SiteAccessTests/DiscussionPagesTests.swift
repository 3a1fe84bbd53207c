import DocumentModel
import Testing

@testable import SiteAccess

@Suite("Following a discussion over the pages of a site")
struct DiscussionPagesTests {
  private func comment(_ id: Int, page: Int) -> String {
    """
    <li id="comment-\(id)" class="comment even depth-1"><div class="comment-body">
    <cite class="fn">Sender \(id)</cite><a class="comment-date"
    href="SITE/tides/comment-page-\(page)/#comment-\(id)">May \(id), 2022</a>
    <div class="comment-content"><p>Letter \(id).</p></div></div></li>
    """
  }

  private func page(_ comments: String, links: [Int], article: String = "") -> String {
    let navigation = links.map { #"<a href="SITE/tides/comment-page-\#($0)/#comments">\#($0)</a>"# }
    return """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tides</title>
      </head><body class="single"><article class="post"><h1 class="entry-title">Tides</h1>
      <div class="entry-content"><p>The tables hang in the harbour office all year.</p>\(article)
      </div></article><div id="comments" class="comments-area"><ol class="comment-list">\(comments)
      </ol><nav class="comment-navigation">\(navigation.joined())</nav></div></body></html>
      """
  }

  @Test("Earlier pages of comments come in above those of the last page")
  func earlier() async throws {
    let last = page(comment(5, page: 3) + comment(6, page: 3), links: [1, 2])
    let server = try await DiscussionServer(pages: [
      "/tides/": last, "/tides/comment-page-3/": last,
      "/tides/comment-page-1/": page(comment(1, page: 1) + comment(2, page: 1), links: [2, 3]),
      "/tides/comment-page-2/": page(comment(3, page: 2) + comment(4, page: 2), links: [1, 3]),
    ])
    let visitor = await DiscussionVisitor.read(server.address + "tides/")
    #expect(visitor.comments == (1...6).map { "\($0) Letter \($0)." })
    #expect(visitor.open == 0)
    #expect(server.requests.sorted().count == 3)
    await server.stop()
  }

  @Test("Where the newest comes first, earlier pages come in below")
  func newestFirst() async throws {
    let server = try await DiscussionServer(pages: [
      "/tides/": page(comment(6, page: 3) + comment(5, page: 3), links: [1, 2]),
      "/tides/comment-page-1/": page(comment(2, page: 1) + comment(1, page: 1), links: [2, 3]),
      "/tides/comment-page-2/": page(comment(4, page: 2) + comment(3, page: 2), links: [1, 3]),
    ])
    let visitor = await DiscussionVisitor.read(server.address + "tides/")
    #expect(visitor.comments == (1...6).reversed().map { "\($0) Letter \($0)." })
    await server.stop()
  }

  @Test("The pages of an article come in one after the other")
  func article() async throws {
    func part(_ text: String) -> String {
      let links = [2, 3].map {
        #"<a class="post-page-numbers" href="SITE/tides/\#($0)/">\#($0)</a>"#
      }
      return page(
        comment(5, page: 1),
        links: [],
        article: "<p>\(text)</p><div class=\"page-links\">\(links.joined())</div>"
      ).replacing("<p>The tables hang in the harbour office all year.</p>", with: "")
    }
    let server = try await DiscussionServer(pages: [
      "/tides/": part("The tables hang in the harbour office, where the pilot reads them."),
      "/tides/2/": part("The sea has its own tables, and nobody has ever printed those."),
      "/tides/3/": part("On the day both agree the harbour master buys a round for all."),
    ])
    let visitor = await DiscussionVisitor.read(server.address + "tides/", .article)
    #expect(
      visitor.article.map { String($0.prefix(11)) } == [
        "The tables ", "The sea has", "On the day ",
      ]
    )
    #expect(visitor.comments == ["5 Letter 5."])
    await server.stop()
  }
}
