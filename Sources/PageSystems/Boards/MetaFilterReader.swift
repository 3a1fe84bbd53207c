import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// MetaFilter: every text ends in a line of the class `smallcopy` that names its author.
package struct MetaFilterReader: PageSystem {
  package let name = "metafilter"
  package let summary = "a post of MetaFilter and its sisters"

  package init() {}

  package static let signs = [
    PageSign(
      "comments",
      considers: "elements of the class comments that end in a line of the class smallcopy",
      evidence: "programs that collect its comments go by these names",
      fixture: "metafilter/post",
      isMet: { page in page.count("copy") > 0 && !comments(page).isEmpty }
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    thread.comments = Self.comments(page).map { comment($0, page) }
    let post = page.elements("copy").first { signature(of: $0, page) != nil }
    var article = PageArticle()
    if let post, let line = signature(of: post, page) {
      article.author = page.text(author(in: line, page))
      article.content = [post]
      article.leftOut = [line]
    }
    if let heading = page.elements("posttitle").first {
      article.title = page.text(heading) { page.has("smallcopy", $0) }
      article.date = PageDate(within: page.text(page.first("smallcopy", in: heading)))
    }
    thread.article = article
    return thread
  }

  private static func comments(_ page: HTMLPage) -> [HTMLNodeID] {
    page.elements("comments").filter { node in
      page.first("smallcopy", in: node).flatMap { page.link(holding: "/user/", in: $0) } != nil
    }
  }

  private func comment(_ node: HTMLNodeID, _ page: HTMLPage) -> PageComment {
    var comment = PageComment(element: node)
    comment.body = [node]
    guard let line = signature(of: node, page) else { return comment }
    comment.leftOut = [line]
    let user = author(in: line, page)
    comment.author = page.text(user)
    comment.authorURL = page.link(user)
    guard let link = page.link(holding: "#", in: line) else { return comment }
    comment.url = page.link(link)
    comment.id = page.value(.href, link).behind("#").map(String.init) ?? ""
    // The time of day is the link, the day stands behind it.
    let day = page.tree[link].nextSibling.map(page.text) ?? ""
    comment.date = PageDate(
      text: "\(page.text(link)) \(day.prefix { $0 != "[" })".collapsed
    )
    return comment
  }

  /// The last line of a text, which names its author.
  private func signature(of node: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    page.tree.descendants(of: node).filter { page.has("smallcopy", $0) }
      .last { author(in: $0, page) != nil }
  }

  private func author(in line: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    page.link(holding: "/user/", in: line)
  }
}
