import DocumentModel
import DocumentParsing
import PageContent
import PageModel
import XMLParsing

/// An entry of a feed as its elements state it.
struct FeedEntry {
  let element: XMLElement
  var id = ""
  var title = ""
  /// The page, absolute where the feed tells.
  var link: String?
  /// The page with the comments.
  var discussion: String?
  /// A feed of the comments.
  var feed: String?
  var comments: Int?
  var author: String?
  var authorURL: String?
  var date = PageDate.none
  var tags: [String] = []
  /// What relative addresses in its text start from.
  let base: PageAddress
  private let system: FeedSystem

  /// Reads an entry of a feed at `base`.
  init(_ element: XMLElement, _ system: FeedSystem, base: String?) {
    self.element = element
    self.system = system
    let own = element.attribute("xml:base").flatMap { PageAddress(base ?? "").resolve($0) }
    let base = PageAddress(own ?? base ?? "")
    self.base = base
    let fields = system.fields
    id = fields.id.text(in: element) ?? ""
    let titleElement = fields.title.lazy.compactMap { $0.element(in: element) }.first
    if let titleElement {
      title =
        fields.isAtom ? XMLText(atom: titleElement).line : titleElement.text.readAsTitle
    }
    link = fields.link.text(in: element).flatMap(base.resolve)
    readReplies(fields)
    comments = fields.comments.number(in: element)
    author = fields.author.text(in: element)?.withoutAddress
    authorURL = fields.authorURL.text(in: element).flatMap(base.resolve)
    date = PageDate(feed: fields.date.text(in: element))
    tags = fields.tags.flatMap { $0.texts(in: element) }
  }

  /// Reads the links to the comments, of which Atom tells pages from feeds by their type alone.
  private mutating func readReplies(_ fields: FeedFields) {
    guard fields.isAtom else {
      discussion = fields.discussion.text(in: element).flatMap(base.resolve)
      feed = fields.feed.text(in: element).flatMap(base.resolve)
      return
    }
    for replies in XMLPath("atom:link[rel=replies]").elements(in: element) {
      guard let address = replies.attribute("href").flatMap(base.resolve) else { continue }
      // Without a type it is a feed (RFC 4685, section 4).
      let isPage = replies.attribute("type")?.contains("html") == true
      if isPage { discussion = discussion ?? address } else { feed = feed ?? address }
    }
  }

  /// The whole text, nil if there is none but a summary.
  var body: XMLText? {
    for path in system.fields.body {
      guard let found = path.element(in: element), !found.isBlank else { continue }
      switch found.name {
      case "atom:content":
        // What only a link leads to, and what is no text, has no body here.
        let type = found.attribute("type") ?? "text"
        let isText = type.hasPrefix("text") || type.hasPrefix("application/xhtml")
        if isText || type == "html" || type == "xhtml" { return XMLText(atom: found) }
      case "xhtml:body": return XMLText(markup: found.markup)
      default: return XMLText(markup: found.text)
      }
    }
    return nil
  }

  /// The summary, or what an entry without another has for text.
  var summary: XMLText? {
    for path in system.fields.summary {
      guard let found = path.element(in: element), !found.isBlank else { continue }
      return system.fields.isAtom ? XMLText(atom: found) : XMLText(markup: found.text)
    }
    return nil
  }

  /// All that it has of its text.
  var text: XMLText? { body ?? summary }
}

extension String {
  /// A name where RSS writes `address (name)`; itself elsewhere.
  fileprivate var withoutAddress: String {
    guard hasSuffix(")"), let open = firstIndex(of: "("), self[..<open].contains("@") else {
      return self
    }
    return String(self[index(after: open)...].dropLast())
  }
}
