import Testing

@testable import SiteAccess

@Suite("Loading more of a discussion by wpDiscuz")
struct WpDiscuzDiscussionTests {
  /// How a site is set up, and how it answers.
  struct Site: Sendable {
    var nonce: String? = "7d20"
    var tellsNonce = true
    var isOld = false
    var isCustom = false
    /// What it answers instead of anything else.
    var refusal: (Int, String)?

    /// The site's answer to a form.
    func answer(_ form: DiscussionServer.Form) -> (Int, String) {
      if isCustom != form.path.hasPrefix("/custom") { return (400, "0") }
      if form["action"] == "wpdGetNonce" {
        guard let nonce, tellsNonce else { return (400, "0") }
        return (200, #"{"success":true,"data":{"wpdiscuz_nonce":"\#(nonce)"}}"#)
      }
      if let nonce, form["wpdiscuz_nonce"] != nonce { return (200, "Nonce is invalid.") }
      if let refusal { return refusal }
      guard form["postId"] == "61" else { return (200, #"{"success":false,"data":"no post"}"#) }
      switch (form["action"], form["lastParentId"], form["offset"], form["commentId"]) {
      case (isOld ? "loadMoreComments" : "wpdLoadMoreComments", "20", "1", _):
        return answer([(12, 0), (15, 12)], next: "12")
      case (isOld ? "loadMoreComments" : "wpdLoadMoreComments", "12", "2", _):
        return answer([(10, 0)], next: nil)
      case ("wpdLoadMoreComments", "0", "0", _): return answer([(20, 0), (21, 20)], next: "20")
      case ("wpdShowReplies", _, _, "20"): return answer([(20, 0), (21, 20), (22, 21)], next: nil)
      default: return (400, "0")
      }
    }

    private func answer(_ comments: [(Int, Int)], next: String?) -> (Int, String) {
      let list = comments.map { WpDiscuzDiscussionTests.comment($0.0, $0.1) }.joined()
        .replacing("\"", with: "\\\"")
      let data = """
        {"comment_list":"\(list)","is_show_load_more":\(next != nil),\
        "last_parent_id":\(next.map { "\"\($0)\"" } ?? "null")}
        """
      return (200, isOld ? data : #"{"success":true,"data":\#(data)}"#)
    }
  }

  private static func comment(_ id: Int, _ parent: Int, _ rest: String = "") -> String {
    """
    <div id="wpd-comm-\(id)_\(parent)" class="comment wpd-comment"><div class="wpd-comment-author">\
    Sender \(id)</div><div class="wpd-comment-date">Mar \(id), 2023 6:10 PM</div>\
    <div class="wpd-comment-text"><p>Letter \(id).</p></div>\(rest)</div>
    """
  }

  private static func page(_ options: String, _ threads: String) -> String {
    """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The bell</title>
    <script>var wpdiscuzAjaxObj = {"url":"SITE/wp-admin/admin-ajax.php","wc_post_id":"61",\
    "customAjaxUrl":"SITE/custom.php","nonceName":"wpdiscuz_nonce"\(options)};</script></head>
    <body class="single"><article><h1>The bell</h1><p>It is rung by whoever wants to cross.</p>
    </article><div id="wpdcom" class="wpdiscuz_unauth"><div class="wpd-thread-info"
    data-comments-count="5"></div><div class="wpd-thread-list">\(threads)</div></div></body></html>
    """
  }

  private static let button =
    #"<button class="wpd-load-more-submit" data-lastparentid="20">More</button>"#

  private func visit(_ site: Site, _ page: String) async throws -> DiscussionVisitor {
    let server = try await DiscussionServer(pages: ["/bell/": page]) { site.answer($0) }
    let visitor = await DiscussionVisitor.read(server.address + "bell/")
    await server.stop()
    return visitor
  }

  private static let loaded = [
    "20 Letter 20.", "12 Letter 12.", "  15 Letter 15.", "10 Letter 10.",
  ]

  @Test(
    "Threads are loaded to the last, whatever the plug-in's age and entry",
    arguments: [
      Site(), Site(nonce: nil), Site(nonce: nil, tellsNonce: false, isOld: true),
      Site(isCustom: true),
    ]
  )
  func loadMore(_ site: Site) async throws {
    let visitor = try await visit(site, Self.page("", Self.comment(20, 0) + Self.button))
    #expect(visitor.comments == Self.loaded)
    #expect(visitor.failure == nil)
    #expect(visitor.open == 0)
  }

  @Test("A page that holds no comments gives all of them")
  func firstLoad() async throws {
    let visitor = try await visit(Site(), Self.page(#","firstLoadWithAjax":"1""#, ""))
    #expect(
      visitor.comments == ["20 Letter 20.", "  21 Letter 21."] + Self.loaded.dropFirst()
    )
  }

  @Test("Hidden replies come in below the comment they answer")
  func replies() async throws {
    let toggle = #"<div class="wpd-toggle">View Replies (2)</div>"#
    let threads = Self.comment(20, 0, toggle) + Self.comment(9, 0)
    let page = Self.page(#","isLoadOnlyParentComments":"1""#, threads)
    let visitor = try await visit(Site(), page)
    #expect(
      visitor.comments == ["20 Letter 20.", "  21 Letter 21.", "    22 Letter 22.", "9 Letter 9."]
    )
    #expect(visitor.open == 0)
  }

  @Test(
    "What a site refuses is said",
    arguments: [
      (Site(tellsNonce: false), "rejects the request"),
      (Site(refusal: (400, "0")), "does not load more"),
      (Site(refusal: (200, "-1")), "does not load more"),
      (Site(refusal: (200, #"{"success":false,"data":"wc_msg"}"#)), "has no more"),
      (Site(refusal: (503, "")), "status 503"),
      (Site(refusal: (429, "")), "status 429"),
    ]
  )
  func failing(_ site: Site, _ reason: String) async throws {
    let visitor = try await visit(site, Self.page("", Self.comment(20, 0) + Self.button))
    #expect(visitor.comments == ["20 Letter 20."])
    #expect(visitor.failure?.contains(reason) == true, "\(visitor.failure ?? "nothing")")
  }

  @Test("A page cannot have another site asked")
  func elsewhere() async throws {
    let page = Self.page("", Self.comment(20, 0) + Self.button)
      .replacing("SITE", with: "https://elsewhere.example")
    let visitor = try await visit(Site(), page)
    #expect(visitor.failure?.contains("on another site") == true)
  }
}
