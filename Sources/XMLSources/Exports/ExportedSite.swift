import DocumentModel
import DocumentParsing
import HTMLParsing
import PageContent
import PageModel
import XMLParsing

/// An export: its articles, each with its comments.
struct ExportedSite: Sendable {
  /// An article, which may be missing, and its comments.
  struct Discussion: Sendable {
    var article: XMLElement?
    var comments: [XMLElement] = []
  }

  let system: ExportSystem
  /// The discussions, in the order of the articles; then those whose article is missing.
  private(set) var discussions: [Discussion] = []
  /// How many articles without comments were left out.
  private(set) var leftOut = 0
  /// The site's name.
  let title: String
  private let site: String?

  /// The export under `root`; O(size of the export).
  init(_ root: XMLElement, _ system: ExportSystem) {
    self.system = system
    title = system.title.text(in: root)?.readAsTitle ?? ""
    site = system.site.text(in: root)
    let articles = system.articles.elements(in: root)
    guard !system.threads.isEmpty else {
      for article in articles {
        let comments = system.comments.elements(in: article)
        if system.article.kinds.accepts(article) || !comments.isEmpty {
          discussions.append(Discussion(article: article, comments: comments))
        }
      }
      return
    }
    collect(articles, system.comments.elements(in: root))
  }

  /// Puts comments that stand apart to their articles.
  private mutating func collect(_ articles: [XMLElement], _ comments: [XMLElement]) {
    var places: [String: Int] = [:]
    for article in articles where system.article.kinds.accepts(article) {
      let id = system.article.id.text(in: article).map(system.readID) ?? ""
      if places[id] == nil { places[id] = discussions.count }
      discussions.append(Discussion(article: article))
    }
    for comment in comments where system.comment.kinds.accepts(comment) {
      let id = system.threads.text(in: comment).map(system.readID) ?? ""
      let place = places[id] ?? discussions.count
      if place == discussions.count {
        places[id] = place
        discussions.append(Discussion())
      }
      discussions[place].comments.append(comment)
    }
    guard system.needsComments, discussions.contains(where: { !$0.comments.isEmpty }) else {
      return
    }
    let all = discussions.count
    discussions.removeAll { $0.comments.isEmpty }
    leftOut = all - discussions.count
  }

  /// A discussion as a line of a list.
  func line(_ index: Int) -> ListingEntry {
    let discussion = discussions[index]
    var line = ListingEntry(comments: discussion.comments.count, part: index)
    guard let article = discussion.article else {
      line.title = "(no article)"
      return line
    }
    let fields = system.article
    line.id = fields.id.text(in: article)
    line.title = title(of: article)
    line.article = fields.link.text(in: article).flatMap(PageAddress(site ?? "").resolve)
    line.author = fields.author.text(in: article)
    let date = PageDate(feed: fields.date.text(in: article))
    line.date = PageDates([date])[date]
    line.dateText = date.text.isEmpty ? nil : date.text
    line.tags =
      fields.notes.filter { $0.holds(in: article) }.map(\.word)
      + fields.tags.flatMap { $0.texts(in: article) }
    if system.readText != nil { line.comments = nil }
    return line
  }

  private func title(of article: XMLElement) -> String {
    let title = system.article.title.lazy.compactMap { $0.element(in: article) }.first
    guard let title else { return "" }
    return title.name == "atom:title" ? XMLText(atom: title).line : title.text.readAsTitle
  }

  /// A discussion.
  func thread(_ index: Int) -> PageThread {
    let discussion = discussions[index]
    if let article = discussion.article, let readText = system.readText {
      return readText(article, site)
    }
    var thread = PageThread()
    thread.site = site
    var article = PageArticle(title: "", author: "")
    if let element = discussion.article {
      let fields = system.article
      article = PageArticle(
        title: title(of: element),
        author: fields.author.text(in: element) ?? "",
        date: PageDate(feed: fields.date.text(in: element)),
        url: fields.link.text(in: element)
      )
      article.markup = fields.body.markup(in: element)
      thread.site = article.url ?? site
    }
    thread.article = article
    thread.comments = discussion.comments.map(comment)
    return thread
  }

  private func comment(_ element: XMLElement) -> PageComment {
    let fields = system.comment
    var comment = PageComment(element: HTMLDocument.root)
    comment.id = fields.id.text(in: element).map(system.readID) ?? ""
    comment.author = fields.author.text(in: element) ?? ""
    comment.authorURL = fields.authorURL.text(in: element)
    comment.date = PageDate(feed: fields.date.text(in: element))
    comment.url = fields.link.text(in: element)
    comment.badges = fields.badges.filter { $0.holds(in: element) }.map(\.word)
    comment.state = fields.states.first { $0.0.holds(in: element) }?.1 ?? .shown
    if let parent = fields.parent.text(in: element).map(system.readID), parent != "0",
      parent != comment.id
    {
      comment.parent = .id(parent)
    }
    comment.markup = fields.body.markup(in: element)
    return comment
  }
}

extension [ExportedText] {
  /// The first text there is, as mark-up; empty without one.
  fileprivate func markup(in element: XMLElement) -> String {
    for text in self {
      if let markup = text.markup(in: element) { return markup }
    }
    return ""
  }
}
