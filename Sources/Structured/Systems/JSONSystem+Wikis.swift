import DocumentModel
import DocumentParsing
import PageModel

/// Talk pages of wikis.
extension JSONSystem {
  /// The comments of a talk page, from the interface `discussiontoolspageinfo` of MediaWiki's extension
  /// DiscussionTools, or the list in it alone.
  static let discussionTools = JSONSystem(
    signs: [
      JSONSign("discussiontoolspageinfo.threaditemshtml"),
      JSONSign("0.commentCount", "0.replies", prefix: ("0.type", "heading")),
    ],
    comments: ["discussiontoolspageinfo.threaditemshtml", ""],
    children: ["replies"],
    fields: JSONFields(
      id: ["id"],
      // What the signature shows, where that is not the account's name.
      author: ["displayName", "author"],
      date: ["timestamp"],
      body: [JSONBody("html", .html)]
    ),
    adjust: { value, comment in
      // Headings hold comments and are none.
      comment.isLeftOut = value["type"]?.string != "comment"
      if let id = value["id"]?.string { comment.parts.url = "#" + id }
    }
  )
}
