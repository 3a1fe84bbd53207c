import DocumentModel
import DocumentParsing
import PageModel

/// Mastodon and its kin.
extension JSONSystem {
  /// What stands around a status, from `/api/v1/statuses/ID/context`; or an array of the status, from
  /// `/api/v1/statuses/ID`, and that.
  static let mastodon = JSONSystem(
    signs: [
      JSONSign("ancestors", "descendants"), JSONSign("0.account", "1.ancestors", "1.descendants"),
    ],
    posts: ["ancestors", "1.ancestors", "0"],
    comments: ["descendants", "1.descendants"],
    fields: statusFields,
    adjust: adjustStatus
  )

  /// One status, from `/api/v1/statuses/ID`.
  static let mastodonStatus = JSONSystem(
    signs: [JSONSign("account.acct", "uri", "content", "visibility")],
    posts: [""],
    comments: [],
    fields: statusFields,
    adjust: adjustStatus
  )

  private static let statusFields = JSONFields(
    id: ["id"],
    parent: .id(["in_reply_to_id"]),
    author: ["account.display_name", "account.acct"],
    authorURL: ["account.url"],
    date: ["created_at"],
    edited: ["edited_at"],
    body: [JSONBody("content", .html)],
    score: ["favourites_count"],
    badges: [.flag("account.bot", "bot")],
    url: [.path("url"), .path("uri")]
  )

  /// A status begins with what it warns of; pictures, a poll and what it quotes follow.
  private static let adjustStatus: @Sendable (JSONValue, inout JSONComment) -> Void = {
    value,
    comment in
    if let warning = value["spoiler_text"]?.string, !warning.isEmpty {
      comment.parts.markup = "<p>\(PlainText.html(warning))</p>" + comment.parts.markup
    }
    for media in value.list("media_attachments") {
      comment.parts.markup += Picture(media["url"], alt: media["description"]).markup
    }
    let options = value["poll"]?.list("options") ?? []
    comment.parts.markup += Poll(options.map { ($0["title"], $0["votes_count"]) }).markup
    if let quoted = value["quote"]?["quoted_status"], let text = quoted["content"]?.string {
      let name = quoted["account"]?["acct"]?.string ?? ""
      comment.parts.markup +=
        "<blockquote><p>\(PlainText.escaped(name)):</p>\(text)</blockquote>"
    }
  }
}
