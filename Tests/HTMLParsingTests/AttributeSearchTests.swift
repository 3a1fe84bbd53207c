import HTMLParsing
import Testing

@Suite("Words inside attribute values")
struct AttributeSearchTests {
  @Test(
    "A word is found wherever it stands, and only if all of it does",
    arguments: [
      ("comment-page-2", true), ("/a/comment-page-", true), ("comment-page", false), ("", false),
      ("comment-comment-page-", true), ("COMMENT-PAGE-", false),
      ("ccomment-pagecomment-page-", true),
    ]
  )
  func word(_ value: String, isFound: Bool) throws {
    let document = HTMLDocument(HTMLBytes("<a href='\(value)'>x</a>"))
    let link = try #require(document.first(.a))
    #expect(document.attribute(.href, of: link, contains: "comment-page-") == isFound)
    #expect(!document.attribute(.title, of: link, contains: "comment-page-"))
  }
}
