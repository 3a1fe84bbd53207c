import DocumentModel
import DocumentParsing
import PageContent
import PageModel

/// What the script of a page of old Reddit would ask its site for: the comments a place is held for.
package struct RedditRequest: Sendable {
  /// All it consists of.
  package let fields: [String: String]

  /// Where to send it, on the site of the page.
  package static let path = "/api/morechildren"

  private static let formNames = ["link_id", "sort", "children", "depth"]

  /// A request as a continuation holds it; `nil` if it is none of Reddit's.
  package init?(_ fields: [String: String]) {
    guard fields["api"] == Self.path, fields["children"] != nil else { return nil }
    self.fields = fields
  }

  /// The request in `morechildren(this, 't3_x', 'confidence', 'id,id', 3, '')`.
  ///
  /// Older pages write the sorting before the ids again, `'confidence:id,id'`.
  init?(script: String) {
    guard let call = script.firstRange(of: "morechildren(") else { return nil }
    let arguments = script[call.upperBound...].split(
      separator: "'",
      omittingEmptySubsequences: false
    )
    guard arguments.count > 5, arguments[1].hasPrefix("t3_") else { return nil }
    let ids = arguments[5].split(separator: ":").last ?? ""
    guard !ids.isEmpty, ids.utf8.allSatisfy(Self.isPartOfList) else { return nil }
    fields = [
      "api": Self.path, "link_id": String(arguments[1]), "sort": String(arguments[3]),
      "children": String(ids),
    ]
  }

  /// The fields of the form.
  package var form: [(name: String, value: String)] {
    Self.formNames.compactMap { name in fields[name].map { (name, $0) } }
      + [("api_type", "json"), ("renderstyle", "html"), ("limit_children", "false")]
  }

  /// The comments in an answer, as a document; `nil` if there is none in it.
  ///
  /// They come one beside the other, each with the id of the comment it answers.
  package func document(of answer: [UInt8], address: String?) -> Document? {
    guard let root = JSONTree(copying: answer).root else { return nil }
    var things: [Thing] = []
    Self.collect(root, depth: 0, into: &things)
    guard !things.isEmpty else { return nil }
    let source = SourceText(markup: things.map(\.html).joined(), address: address)
    let page = HTMLPage(source)
    var thread = PageThread()
    thread.site = "https://old.reddit.com/"
    thread.article = PageArticle()
    RedditReader().readComments(of: page, into: &thread)
    let parents = Dictionary(things.map { ($0.id, $0.parent) }) { first, _ in first }
    let ids = Set(thread.comments.map(\.id))
    for index in thread.comments.indices where thread.comments[index].parent == .root {
      let id = RedditReader().id(of: thread.comments[index].element, page)
      guard let parent = parents[id], ids.contains(parent) else { continue }
      thread.comments[index].parent = .id(parent)
    }
    return PageDocument(page, thread).document(from: source, format: RedditReader().name)
  }

  /// One comment of an answer.
  private struct Thing {
    let html: String
    let id: String
    let parent: String
  }

  /// Finds what has a `content`, however the answer is wrapped: in the calls of a script, or plain.
  private static func collect(_ value: JSONValue, depth: Int, into things: inout [Thing]) {
    guard depth < 16 else { return }
    if let content = value["content"]?.string {
      let name = value["id"]?.string ?? value["name"]?.string ?? ""
      let parent = value["parent"]?.string ?? value["parent_id"]?.string ?? ""
      things.append(Thing(html: unescaped(content), id: id(name), parent: id(parent)))
      return
    }
    if value.kind == .array {
      for element in value.elements { collect(element, depth: depth + 1, into: &things) }
    } else if value.kind == .object {
      for member in value.members { collect(member.value, depth: depth + 1, into: &things) }
    }
  }

  /// The mark-up in a text that was escaped to be safe in a script.
  private static func unescaped(_ text: String) -> String {
    guard !text.contains("<") else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }

  /// An id without the prefix that tells a comment from a post.
  private static func id(_ name: String) -> String {
    name.hasPrefix("t1_") ? String(name.dropFirst(3)) : name
  }

  private static func isPartOfList(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2C, 0x5F: true
    default: false
    }
  }
}
