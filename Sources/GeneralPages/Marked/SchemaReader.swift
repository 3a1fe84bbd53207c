import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Comments marked with schema.org's vocabulary, as microdata or RDFa; as JSON-LD, if the page shows
/// clearly fewer than stand there.
package struct SchemaReader: PageSystem {
  package let name = "schema"
  package let summary = "a page whose comments schema.org's vocabulary marks"

  package init() {}

  package static let signs = [
    PageSign(
      "items",
      .likely,
      considers:
        "elements with the type Comment, UserComments, Answer, or several DiscussionForumPosting",
      evidence: "microdata and RDFa; sites of any system may have them",
      fixture: "schema/microdata",
      isMet: { !items($0).isEmpty }
    ),
    PageSign(
      "linked-data",
      .likely,
      considers: "comments with text and author or date in JSON-LD",
      evidence: "sites print it for search engines, whatever shows their comments",
      fixture: "schema/linked",
      isMet: { !LinkedThread($0, limit: 1).comments.isEmpty }
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    let items = Self.items(page)
    var thread = items.isEmpty ? GeneralPageReader().read(page) : marked(items, page)
    let linked = LinkedThread(page)
    let surplus = page.policies[SchemaPolicy.self].linkedSurplus
    guard Double(linked.comments.count) > surplus * Double(thread.comments.count) else {
      return thread
    }
    thread.regions = thread.nodes.sorted()
    thread.comments = linked.comments
    thread.declared = linked.declared
    thread.diagnostics += linked.diagnostics
    return thread
  }

  private func marked(_ items: [HTMLNodeID], _ page: HTMLPage) -> PageThread {
    MarkedThread(page, items: items).read { node, properties in
      for name in Self.names(node, page) {
        switch name {
        case "author", "creator":
          properties.author = properties.author ?? self.name(node, page)
        case "datecreated", "datepublished", "commenttime":
          properties.date = properties.date ?? node
        case "text", "commenttext", "articlebody", "reviewbody":
          if properties.body.isEmpty { properties.body = [node] }
        case "url", "replytourl":
          properties.url = properties.url ?? page.link(node)
        case "upvotecount":
          properties.score = properties.score ?? value(of: node, page).points
        case "datemodified":
          properties.edited = properties.edited ?? Timestamp(iso: value(of: node, page))
        default: break
        }
      }
    }
  }

  /// What a property says: for machines, else to be read.
  private func value(of node: HTMLNodeID, _ page: HTMLPage) -> String {
    let stated = [page.value(.content, node), page.value(.datetime, node)]
    return stated.first { !$0.isEmpty } ?? page.text(node)
  }

  /// The comments; posts of a forum where there are no others.
  private static func items(_ page: HTMLPage) -> [HTMLNodeID] {
    var comments: [HTMLNodeID] = []
    var posts: [HTMLNodeID] = []
    for index in page.tree.nodes.indices where page.tree.nodes[index].kind == .element {
      let node = HTMLNodeID(index)
      for attribute in page.tree.attributeRange(of: node) {
        let attribute = page.tree.attributes[attribute]
        guard attribute.name == .itemtype || attribute.name == .typeof else { continue }
        for word in page.tree.value(of: attribute).split(whereSeparator: \.isWhitespace) {
          switch word.split(whereSeparator: { "/:#".contains($0) }).last {
          case "Comment", "UserComments", "Answer": comments.append(node)
          case "DiscussionForumPosting": posts.append(node)
          default: break
          }
        }
      }
    }
    return comments.isEmpty
      ? (posts.count >= page.policies[SchemaPolicy.self].leastPosts ? posts : []) : comments
  }

  /// The element that holds the name of a person.
  private func name(_ person: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID {
    page.first(in: person) { Self.names($0, page).contains("name") } ?? person
  }

  /// The properties an element holds, without prefixes and in lower case.
  private static func names(_ node: HTMLNodeID, _ page: HTMLPage) -> [String] {
    [HTMLName.itemprop, .property].compactMap { page.tree.attribute($0, of: node) }.flatMap {
      $0.split(whereSeparator: \.isWhitespace).map { word in
        (word.split(separator: ":").last ?? word).lowercased()
      }
    }
  }
}
