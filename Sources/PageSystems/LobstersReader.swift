import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Lobsters and the sites that run its software: lists in lists, an item for a comment.
package struct LobstersReader: PageSystem {
  package let name = "lobsters"
  package let summary = "a discussion on Lobsters or a site that runs its software"

  package init() {}

  package static let signs = [
    PageSign(
      "subtrees",
      considers: "one element of the class story_liner and some of the class comments_subtree",
      evidence:
        "lists of comments, empty ones too, since 2014; several story_liner are a front page",
      fixture: "lobsters/no-comments",
      isMet: { $0.count("story_liner") == 1 && $0.count("comments_subtree") > 0 }
    ),
    PageSign(
      "texts",
      considers: "one element of the class story_liner and some of the class comment_text",
      evidence: "comments as older versions of the software print them",
      fixture: "lobsters/old",
      isMet: { $0.count("story_liner") == 1 && $0.count("comment_text") > 0 }
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let boxes = page.elements("comment").filter {
      !page.value("data-shortid", $0).isEmpty && page.first("comment_text", in: $0) != nil
    }
    // The answers stand beside the comment's box, in the item that holds both.
    let elements = CommentElements(
      page,
      boxes.map { box in page.tree.ancestor(of: box) { page.tree[$0].tag == .li } ?? box }
    )
    for (box, item) in zip(boxes, elements.nodes) {
      var comment = PageComment(element: item)
      comment.parent = elements.parent(of: item)
      read(box, page, into: &comment)
      thread.comments.append(comment)
    }
    thread.regions = Array(page.elements("comments"))
    thread.article = article(page)
    let label = page.elements("comments_label").first
    thread.declared = page.text(label).drop { !$0.isNumber }.leadingNumber
    thread.site = ownAddress(page)
    return thread
  }

  private func read(_ box: HTMLNodeID, _ page: HTMLPage, into comment: inout PageComment) {
    comment.id = page.value("data-shortid", box)
    let line = page.first("byline", in: box) ?? box
    let user = LobstersLine.user(in: line, page)
    comment.author = page.text(user)
    comment.authorURL = page.link(user)
    comment.date = LobstersLine.date(in: line, page)
    if isEdited(line, page) { comment.edited = comment.date }
    comment.score = points(in: box, page)
    comment.badges = page.tree.descendants(of: line).filter { page.has("hat", $0) }.map(page.text)
    comment.url = page.link(
      page.first(in: line) { page.tree[$0].tag == .a && page.value(.href, $0).has("/c/") }
    )
    comment.isByArticleAuthor =
      user.map { page.has("user_is_submitter", $0) || page.has("user_is_author", $0) } ?? false
    guard let text = page.first("comment_text", in: box) else { return }
    let isGone = page.first("na", in: text).map { page.text($0) == page.text(text) } ?? false
    comment.state = isGone ? .deleted : .shown
    comment.body = isGone ? [] : [text]
  }

  private func article(_ page: HTMLPage) -> PageArticle {
    var article = PageArticle()
    guard let story = page.elements("story_liner").first else { return article }
    article.score = points(in: story, page)
    let line = page.first("link", in: story)
    let link = line.flatMap { page.tree.first(.a, in: $0) }
    article.title = link.map(page.text)
    article.url = page.link(link)
    if let byline = page.first("byline", in: story) {
      article.author = LobstersLine.user(in: byline, page).map(page.text)
      article.date = LobstersLine.date(in: byline, page)
    }
    if article.url?.has("://") == true { article.linked = article.url }
    article.content = Array(page.elements("story_text"))
    return article
  }

  /// The points beside the arrow; too young a comment shows a `~` there.
  private func points(in box: HTMLNodeID, _ page: HTMLPage) -> Int? {
    page.text(page.first("upvoter", in: box)).points
      ?? page.text(page.first("score", in: box)).points
  }

  /// Whether the line gives the date of the last change, not that of the first writing.
  private func isEdited(_ line: HTMLNodeID, _ page: HTMLPage) -> Bool {
    page.tree.descendants(of: line).contains {
      page.tree[$0].kind == .text && page.text($0) == "edited"
    }
  }

  private func ownAddress(_ page: HTMLPage) -> String? {
    let link = page.first(in: HTMLDocument.root) {
      page.tree[$0].tag == .link && page.value("rev", $0) == "canonical"
    }
    return page.link(link)
  }
}
