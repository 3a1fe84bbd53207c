import Fetching
import FlyingFox
import FlyingSocks
import Foundation

/// A site with WordPress and wpDiscuz on the loopback, as far as a reader of one page meets it.
final class WordPressServer: Sendable {
  /// How the site is set up.
  struct Setup: Sendable {
    /// The nonce requests must bring; nil: none is asked for.
    var nonce: String? = "4f1c"
    /// Whether `wpdGetNonce` tells it.
    var tellsNonce = true
    /// Whether «Read more» is known to it.
    var readsMore = true
    /// Whether only the plug-in's own entry answers.
    var isCustom = false
    /// Whether the REST interface is open.
    var hasREST = false
    /// The page that every interface answers with in place of data.
    var page: String?
    /// The ids of comments at which it breaks down.
    var broken: Set<String> = []
    /// Whether it sends the first of all requests away for a moment.
    var isBusyAtFirst = false
    /// What it sends as full texts, by id.
    var texts = WordPressServer.texts
  }

  /// The full texts of the comments that the page cuts.
  static let texts = [
    "11": "<p>The lantern over the gate was lit at six by the keeper.</p>\n<p>Nobody saw who.</p>",
    "12": "<p>My aunt — who kept the mill — had the key, and never told a soul about it.</p>",
  ]

  /// The page of the site.
  let page: WebAddress
  private let server: HTTPServer
  private let asked: RequestLog

  /// Starts a site; the system chooses its port.
  init(_ setup: Setup) async throws {
    let server = try HTTPServer(address: .inet(ip4: "127.0.0.1", port: 0))
    let asked = RequestLog()
    await server.appendRoute("GET /gate/") { request in
      HTTPResponse(
        statusCode: .ok,
        headers: [.contentType: "text/html; charset=UTF-8"],
        body: Data(Self.page(host: request.headers[.host] ?? "", setup).utf8)
      )
    }
    await server.appendRoute("GET /wp-json/wp/v2/comments") { request in
      let ids = request.query["include"]
      asked.note("REST " + (ids ?? "page \(request.query["page"] ?? "")"))
      if let page = setup.page { return Self.html(page) }
      return Self.rest(ids, setup)
    }
    for entry in ["/wp-admin/admin-ajax.php", "/custom-ajax.php"] {
      await server.appendRoute(HTTPRoute("POST \(entry)")) { request in
        let fields = Self.fields(try await request.bodyData)
        asked.note("\(fields["action"] ?? "") \(fields["commentId"] ?? "")")
        if setup.isBusyAtFirst, asked.all.count == 1 {
          return HTTPResponse(
            statusCode: HTTPStatusCode(429, phrase: ""),
            headers: [HTTPHeader("Retry-After"): "0"],
            body: Data()
          )
        }
        if let page = setup.page { return Self.html(page) }
        return Self.ajax(fields, entry, setup)
      }
    }
    let run = Task { try await server.run() }
    try await server.waitUntilListening()
    guard case .ip4(_, let port) = await server.listeningAddress,
      let page = WebAddress("http://127.0.0.1:\(port)/gate/")
    else {
      run.cancel()
      throw CancellationError()
    }
    (self.server, self.asked, self.page) = (server, asked, page)
  }

  /// Ends it.
  func stop() async { await server.stop() }

  /// The page as a browser saves it, with the interfaces of another site in place of its own.
  func savedPage(namingInterfacesOf other: WordPressServer) -> String {
    var text = Self.page(host: String(page.origin.dropFirst("http://".count)), Setup())
    for path in ["/wp-json/", "/wp-admin/", "/custom-ajax.php"] {
      text = text.replacing(page.origin + path, with: other.page.origin + path)
    }
    return text
  }

  /// What was asked for, in order: actions with ids, and lists of ids from the REST interface.
  var requests: [String] { asked.all }

  private static func html(_ page: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok,
      headers: [.contentType: "text/html; charset=UTF-8"],
      body: Data(page.utf8)
    )
  }

  private static func rest(_ ids: String?, _ setup: Setup) -> HTTPResponse {
    guard setup.hasREST else {
      return HTTPResponse(statusCode: .notFound, body: Data(#"{"code":"rest_no_route"}"#.utf8))
    }
    let wanted = ids.map { $0.split(separator: ",").map(String.init) } ?? setup.texts.keys.sorted()
    let comments = wanted.compactMap { id in
      setup.texts[id].map {
        [
          "id": Int(id) ?? 0, "author_name": id == "11" ? "Ines" : "Hugo Pell",
          "date": "2024-05-0\(id.suffix(1))T09:00:12", "content": ["rendered": $0],
        ] as [String: Any]
      }
    }
    let body = (try? JSONSerialization.data(withJSONObject: comments)) ?? Data()
    return HTTPResponse(
      statusCode: .ok,
      headers: [.contentType: "application/json; charset=UTF-8"],
      body: body
    )
  }

  private static func ajax(
    _ fields: [String: String],
    _ entry: String,
    _ setup: Setup
  ) -> HTTPResponse {
    func answer(_ body: String, _ status: HTTPStatusCode = .ok) -> HTTPResponse {
      HTTPResponse(statusCode: status, body: Data(body.utf8))
    }
    guard setup.readsMore, setup.isCustom == entry.hasPrefix("/custom") else {
      return answer("0", .badRequest)
    }
    if fields["action"] == "wpdGetNonce" {
      guard setup.tellsNonce, let nonce = setup.nonce else { return answer("0", .badRequest) }
      return answer(#"{"success":true,"data":{"wpdiscuz_nonce":"\#(nonce)"}}"#)
    }
    if let nonce = setup.nonce, fields["wpdiscuz_nonce"] != nonce {
      return answer("Nonce is invalid.")
    }
    if setup.broken.contains(fields["commentId"] ?? "") {
      return answer("", .internalServerError)
    }
    guard let text = setup.texts[fields["commentId"] ?? ""] else {
      return answer(#"{"success":false,"data":"wc_msg_comment_not_found"}"#)
    }
    let message = #"<div class="wpd-comment-text">\#n    \#(text)</div>"#
    let body = try? JSONSerialization.data(
      withJSONObject: ["success": true, "data": ["message": message]] as [String: Any]
    )
    return HTTPResponse(statusCode: .ok, body: body ?? Data())
  }

  private static func fields(_ body: Data) -> [String: String] {
    var parts = URLComponents()
    parts.percentEncodedQuery = String(decoding: body, as: UTF8.self)
    return Dictionary(
      (parts.queryItems ?? []).map { ($0.name, $0.value ?? "") },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private static func page(host: String, _ setup: Setup) -> String {
    let site = "http://\(host)"
    let isNative = setup.isCustom ? "0" : "1"
    return """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The gate</title>
      <link rel="https://api.w.org/" href="\(site)/wp-json/">
      <link rel="canonical" href="\(site)/gate/"><link rel="shortlink" href="\(site)/?p=7">
      <script>var wpdiscuzAjaxObj = {"url":"\(site)/wp-admin/admin-ajax.php","nonceName":\
      "wpdiscuz_nonce","customAjaxUrl":"\(site)/custom-ajax.php","wc_post_id":"7",\
      "isNativeAjaxEnabled":"\(isNative)"};</script></head><body class="single postid-7">
      <article><h1>The gate</h1><p>There is a gate behind the mill that nobody has opened.</p>
      </article><div id="wpdcom" class="wpdiscuz_unauth"><div class="wpd-thread-list">
      \(comment("11", "Ines", "May 1, 2024 9:00 AM", "The lantern over the gate was lit at six"))
      \(comment("12", "Hugo Pell", "May 2, 2024 9:00 AM", "My aunt - who kept the mill - had the key"))
      </div></div></body></html>
      """
  }

  private static func comment(
    _ id: String,
    _ author: String,
    _ date: String,
    _ shown: String
  ) -> String {
    """
    <div id="wpd-comm-\(id)_0" class="comment depth-1 wpd-comment wpd_comment_level-1">
    <div class="wpd-comment-author">\(author)</div>
    <div class="wpd-comment-date" title="\(date)">\(date)</div>
    <div class="wpd-comment-text"><p>\(shown)<span id='wpdiscuz-readmore-\(id)_0'>\
    <span class='wpdiscuz-hellip'>&hellip;&nbsp;</span><span class='wpdiscuz-readmore'>\
    Read more &raquo;</span></span></p></div></div>
    """
  }
}
