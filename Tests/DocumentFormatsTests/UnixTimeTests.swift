import DocumentFormats
import DocumentModel
import DocumentParsing
import Testing

@Suite("Seconds since 1970 in pages")
struct UnixTimeTests {
  @Test(
    "A number no calendar holds is no date",
    arguments: [
      ("1590000000", 1_590_000_000 as Int64?), ("-9223372036854775807", nil),
      ("300000000000000000", nil), ("253402300800", nil),
    ]
  )
  func bounds(_ seconds: String, _ moment: Int64?) throws {
    let page = """
      <!DOCTYPE html><html><head><title>Stones</title></head><body>
      <div class="js-topic topic" data-forum="harbour"></div>
      <article class="message js-post" data-content="post-7" id="js-post-7" data-author="Wim">
      <a class="username">Wim</a><abbr class="DateTime" data-time="\(seconds)">once</abbr>
      <div class="message-body"><div class="bbWrapper">Forty stones were counted.</div></div>
      </article></body></html>
      """
    let source = SourceText(decoding: TextStorage(copying: page.utf8), location: "page.html")
    let document = try FormatRegistry.builtIn.parse(source, format: "xenforo")
    let comment = try #require(document.comments.first)
    #expect(comment.date?.seconds == moment)
  }
}
