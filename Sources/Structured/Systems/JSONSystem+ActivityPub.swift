import DocumentModel
import DocumentParsing
import PageModel

/// What servers of the fediverse hand each other, and what people export of their accounts.
extension JSONSystem {
  /// A note of ActivityPub with the replies that are in it, a collection of notes, or what somebody did
  /// (`outbox.json`), of which the notes are read.
  static let activityPub = JSONSystem(
    signs: [
      JSONSign("attributedTo", "content", prefix: ("type", "Note")),
      JSONSign("attributedTo", "content", prefix: ("type", "Question")),
      JSONSign("attributedTo", "content", prefix: ("type", "Article")),
      JSONSign("attributedTo", "content", prefix: ("type", "Page")),
      JSONSign("items.0.attributedTo", "items.0.content"),
      JSONSign("orderedItems.0.attributedTo", "orderedItems.0.content"),
      JSONSign("orderedItems.0.actor", "orderedItems.0.object"),
    ],
    post: JSONPost(
      title: ["name"],
      date: ["published"],
      body: [JSONBody("content", .html)],
      url: [.path("url"), .path("id")],
      id: ["id"],
      adjust: { value, article, markup in
        // A collection names only the account.
        guard value["content"] != nil else { return }
        article.author = author(of: value)
        markup = withParts(markup, of: value)
        // A page of a link site is about what is attached to it.
        let attached = value.list("attachment").first { $0["type"]?.string == "Link" }
        article.linked = attached?["href"]?.string
      }
    ),
    comments: ["replies.first.items", "replies.items", "items", "orderedItems"],
    fields: JSONFields(
      id: ["object.id", "id"],
      parent: .id(["object.inReplyTo", "inReplyTo"]),
      date: ["object.published", "published"],
      edited: ["object.updated", "updated"],
      body: [JSONBody("object.content", .html), JSONBody("content", .html)],
      url: [.path("object.url"), .path("object.id"), .path("url"), .path("id")],
      states: [JSONStateRule(.equals("type", "Tombstone"), .deleted)]
    ),
    adjust: { value, comment in
      // What is done with a note, such as that it is written or passed on, names it or holds it.
      let object = value["object"]
      let note = object?.kind == .object ? object ?? value : value
      comment.parts.author = author(of: note)
      comment.parts.markup = withParts(comment.parts.markup, of: note)
      guard let object, object.kind != .object else { return }
      let passedOn = value["type"]?.string == "Announce" ? object.string : nil
      comment.isLeftOut = passedOn == nil
      comment.parts.author = value["actor"]?.string.map(account) ?? ""
      comment.parts.markup = PlainText.html(passedOn ?? "")
      comment.parts.badges = ["boost"]
    }
  )

  /// The text with what it warns of before it, its pictures and its poll behind it.
  private static func withParts(_ markup: String, of note: JSONValue) -> String {
    var markup = markup
    if let warning = note["summary"]?.string, !warning.isEmpty, note["type"]?.string != "Article" {
      markup = "<p>\(PlainText.html(warning))</p>" + markup
    }
    for file in note.list("attachment") where file["mediaType"] != nil {
      markup += Picture(file["url"], alt: file["name"]).markup
    }
    let choices = note.list("oneOf") + note.list("anyOf")
    return markup + Poll(choices.map { ($0["name"], $0["replies"]?["totalItems"]) }).markup
  }

  /// Who wrote a note, by an address, an object or a list of them.
  private static func author(of note: JSONValue) -> String {
    guard let found = note["attributedTo"] else { return "" }
    let first = found.kind == .array ? found.elements.first { _ in true } ?? found : found
    return (first.string ?? first["id"]?.string).map(account) ?? ""
  }

  /// The name of an account by its address: `ida@example.org` for `https://example.org/users/ida`.
  private static func account(_ address: String) -> String {
    let parts = address.split(separator: "/")
    guard parts.count > 2, let name = parts.last else { return address }
    return "\(name.hasPrefix("@") ? name.dropFirst() : name)@\(parts[1])"
  }
}
