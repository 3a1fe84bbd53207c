import Testing

@testable import SiteAccess

@Suite("Loading the comments old Reddit holds a place for")
struct RedditDiscussionTests {
  private static func thing(_ id: String, _ below: String = "") -> String {
    """
    <div class="thing id-t1_\(id) comment" data-fullname="t1_\(id)" data-author="sender \(id)">\
    <div class="entry"><p class="tagline"><a class="author">sender \(id)</a></p>\
    <div class="usertext-body"><div class="md"><p>Letter \(id).</p></div></div></div>\
    <div class="child">\(below)</div></div>
    """
  }

  private static let place = """
    <div class="thing id-t1_b1 morechildren" data-fullname="t1_b1"><span class="morecomments"><a \
    href="javascript:void(0)" onclick="return morechildren(this, 't3_gu1', 'confidence', 'b1,b2', \
    'False')">load more comments (3 replies)</a></span></div>
    """

  private static let deep = """
    <div class="thing morerecursion"><span class="deepthread"><a \
    href="/r/harbours/comments/gu1/gull/a2/">continue this thread</a></span></div>
    """

  private static func page(_ things: String) -> String {
    """
    <!DOCTYPE html><html><head><title>Gull</title></head><body><div class="thing id-t3_gu1 link"
    data-fullname="t3_gu1"><a class="title" href="/r/harbours/comments/gu1/gull/">Gull</a></div>
    <div class="commentarea"><div class="sitetable nestedlisting">\(things)</div></div></body></html>
    """
  }

  /// An answer as Reddit sends it: mark-up that was escaped to be safe in a script.
  private static func answer(_ things: [(html: String, id: String, parent: String)]) -> String {
    let list = things.map { thing in
      let content = thing.html.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;").replacing("\"", with: "\\\"")
      return """
        {"kind":"t1","data":{"id":"\(thing.id)","parent":"\(thing.parent)","content":"\(content)"}}
        """
    }
    return #"{"json":{"errors":[],"data":{"things":[\#(list.joined(separator: ","))]}}}"#
  }

  @Test("They come in where the place was, each below the one it answers")
  func children() async throws {
    let page = Self.page(Self.thing("a1", Self.thing("a2", Self.place)) + Self.thing("c1"))
    let server = try await DiscussionServer(pages: ["/r/harbours/comments/gu1/gull/": page]) {
      form in
      guard form.path == "/api/morechildren", form["link_id"] == "t3_gu1",
        form["children"] == "b1,b2", form["sort"] == "confidence"
      else { return (404, "") }
      let answer = Self.answer([
        (Self.thing("b1"), "t1_b1", "t1_a2"), (Self.thing("b3"), "t1_b3", "t1_b1"),
        (Self.thing("b2"), "t1_b2", "t1_a2"),
      ])
      return (200, answer)
    }
    let visitor = await DiscussionVisitor.read(server.address + "r/harbours/comments/gu1/gull/")
    #expect(
      visitor.comments == [
        "a1 Letter a1.", "  a2 Letter a2.", "    b1 Letter b1.", "      b3 Letter b3.",
        "    b2 Letter b2.", "c1 Letter c1.",
      ]
    )
    #expect(visitor.failure == nil)
    await server.stop()
  }

  @Test("A thread too deep for its page goes on with another page")
  func deepThread() async throws {
    let server = try await DiscussionServer(pages: [
      "/r/harbours/comments/gu1/gull/": Self.page(Self.thing("a1", Self.thing("a2", Self.deep))),
      "/r/harbours/comments/gu1/gull/a2/": Self.page(Self.thing("a2", Self.thing("a3"))),
    ])
    let visitor = await DiscussionVisitor.read(server.address + "r/harbours/comments/gu1/gull/")
    #expect(visitor.comments == ["a1 Letter a1.", "  a2 Letter a2.", "    a3 Letter a3."])
    await server.stop()
  }

  @Test("An answer without comments is said to be none")
  func nothing() async throws {
    let server = try await DiscussionServer(
      pages: ["/r/gull/": Self.page(Self.thing("a1") + Self.place)]
    ) { _ in (200, #"{"jquery":[[0,1,"refresh",[]]],"success":false}"#) }
    let visitor = await DiscussionVisitor.read(server.address + "r/gull/")
    #expect(visitor.failure?.contains("does not send these comments") == true)
    await server.stop()
  }
}
