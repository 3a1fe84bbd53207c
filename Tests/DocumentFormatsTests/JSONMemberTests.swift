import DocumentExport
import DocumentFormats
import DocumentModel
import DocumentParsing
import Foundation
import TestSupport
import Testing

@Suite("Members of the JSON")
struct JSONMemberTests {
  private func object(_ document: Document) throws -> [String: Any] {
    let bytes = ByteSink.collect { ExportFormat.json.write(document, to: &$0) }
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func comments(_ document: Document) throws -> [[String: Any]] {
    try #require(try object(document)["comments"] as? [[String: Any]])
  }

  private func page(_ body: String) throws -> Document {
    let source = SourceText(
      decoding: TextStorage(copying: Array("<!DOCTYPE html><body>\(body)".utf8)),
      location: "page.html"
    )
    return try FormatRegistry.builtIn.parse(source)
  }

  @Test("Points, badges and when a comment was edited are told; what is not known is null")
  func facts() throws {
    let comments = try comments(
      .literal(comments: [
        CommentLiteral("Ann", "One.", score: -3, badges: ["Keeper", "staff"], edited: 60),
        CommentLiteral("Bob", "Two.", byArticleAuthor: true),
      ])
    )
    #expect(comments.map { $0["score"] as? Int } == [-3, nil])
    #expect(comments[1]["score"] is NSNull)
    #expect(comments[0]["badges"] as? [String] == ["Keeper", "staff"])
    #expect(comments[1]["badges"] as? [String] == ["op"])
    #expect(comments[0]["edited"] as? String == "2024-05-01T09:00")
    #expect(comments[1]["edited"] is NSNull)
  }

  @Test("What opens a discussion has the article's text and author, and its answers name it")
  func opening() throws {
    let document = Document.literal(
      author: "Ann",
      article: ["It leans."],
      opening: CommentLiteral(nil, state: .opening, id: "1", score: 7, badges: ["mason"]),
      comments: [
        CommentLiteral(
          "Bob",
          "Since when?",
          id: "2",
          answersOpening: true,
          replies: [CommentLiteral("Ann", "May.", id: "3")]
        ),
        CommentLiteral("Cy", "Mine does not.", id: "4"),
      ]
    )
    #expect(document.invariantViolations() == [])
    #expect(document.commentCount == 3)
    let comments = try comments(document)
    #expect(comments.map { $0["id"] as? String } == ["1", "2", "3", "4"])
    #expect(comments.map { $0["parent"] as? String } == [nil, "1", "2", nil])
    #expect(comments.map { $0["depth"] as? Int } == [0, 1, 2, 0])
    #expect(
      comments.map { $0["state"] as? String } == ["opening", "shown", "shown", "shown"]
    )
    #expect(comments.map { $0["replyLink"] as? String } == ["root", "stated", "stated", "root"])
    #expect(comments[0]["text"] as? String == "It leans.")
    #expect(comments[0]["author"] as? String == "Ann")
    #expect(comments[0]["score"] as? Int == 7)
    #expect(comments[0]["badges"] as? [String] == ["op", "mason"])
    let article = try #require(try object(document)["article"] as? [String: Any])
    #expect(article["score"] as? Int == 7)
  }

  @Test(
    "Quotations tell their level, items their number, tables their rows, pictures their address"
  )
  func blocks() throws {
    let document = try page(
      """
      <article><h1>Piers</h1><p>The piers of the bridge stand on oak, which was felled upstream.</p>
      <blockquote><p>Oak lasts.</p><blockquote><p>Under water.</p><ul><li>Only there</li></ul>
      </blockquote></blockquote>
      <ol start="4"><li>Four</li><li>Five</li></ol>
      <table><tr><th>Pier</th><th>Depth</th></tr><tr><td>1</td><td>3 m</td></tr>
      <tr><td>2</td><td></td></tr></table>
      <p><img src="https://a.example/p.png" alt="The second pier"></p>
      <figure><img src="https://a.example/q.png" alt="x"><figcaption>The third</figcaption></figure>
      <iframe src="https://films.example/embed/7" title="The bridge, a film"></iframe>
      <p><img src="https://a.example/r.png" alt=""></p></article>
      """
    )
    let article = try #require(try object(document)["article"] as? [String: Any])
    let blocks = try #require(article["blocks"] as? [[String: Any]])
    let quotes = blocks.filter { $0["kind"] as? String == "quote" }
    #expect(quotes.map { $0["level"] as? Int } == [1, 2])
    let lists = blocks.filter { $0["kind"] as? String == "list" }
    #expect(lists.map { $0["quoted"] as? Int } == [2, nil])
    let items = try #require(lists[1]["items"] as? [[String: Any]])
    #expect(items.map { $0["number"] as? Int } == [4, 5])
    let table = try #require(blocks.first { $0["kind"] as? String == "table" })
    #expect(table["rows"] as? [[String]] == [["Pier", "Depth"], ["1", "3 m"], ["2"]])
    let images = blocks.filter { $0["kind"] as? String == "image" }
    #expect(
      images.map { $0["url"] as? String } == [
        "https://a.example/p.png", "https://a.example/q.png", "https://a.example/r.png",
      ]
    )
    #expect(images[2]["alt"] is NSNull && images[2]["text"] == nil)
    let embed = try #require(blocks.first { $0["kind"] as? String == "embed" })
    #expect(embed["text"] as? String == "The bridge, a film")
    #expect(embed["url"] as? String == "https://films.example/embed/7")
    #expect(images[0]["alt"] as? String == "The second pier")
    #expect(images[1]["text"] as? String == "The third")
  }
}
