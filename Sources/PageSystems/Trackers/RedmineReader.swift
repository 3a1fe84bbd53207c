import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Redmine: an issue with its notes, or a topic of a forum with its answers.
package struct RedmineReader: PageSystem {
  package let name = "redmine"
  package let summary = "an issue or a topic of Redmine"

  package init() {}

  package static let signs = [
    PageSign(
      "notes",
      considers: "elements of the classes journal and has-notes with ids such as change-12",
      evidence: "_history and _tabs of Redmine's issues since 1.0",
      fixture: "redmine/issue",
      isMet: { !notes($0).isEmpty }
    ),
    PageSign(
      "answers",
      considers: "elements of the classes message and reply with ids such as message-12, and wiki",
      evidence: "messages/show of Redmine since 1.0",
      fixture: "redmine/topic",
      isMet: { page in !answers(page).isEmpty && page.count("wiki") > 0 }
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let notes = Self.notes(page)
    let isIssue = !notes.isEmpty
    thread.comments = (isIssue ? notes : Self.answers(page)).map { comment($0, page) }
    let box = isIssue ? page.elements("issue").first : page.elements("message").first
    var article = PageArticle()
    if let box {
      let subject = page.first("subject", in: box)
      article.title = subject.map { page.text(page.tree.first(.h3, in: $0) ?? $0) }
      let line = page.first("author", in: box)
      article.author = line.flatMap { page.first("user", in: $0) }.map(page.text)
      article.date = line.map { date(in: $0, page) } ?? .none
      article.content = [page.first("wiki", in: box)].compactMap { $0 }
    }
    if !isIssue { article.title = page.tree.first(.h2).map(page.text) ?? article.title }
    thread.article = article
    thread.goOn(at: page.elements("next").first.flatMap(page.anchor).flatMap { page.link($0) })
    return thread
  }

  private static func notes(_ page: HTMLPage) -> [HTMLNodeID] {
    page.elements("has-notes").filter { page.value(.id, $0).hasPrefix("change-") }
  }

  private static func answers(_ page: HTMLPage) -> [HTMLNodeID] {
    page.elements("message").filter {
      page.has("reply", $0) && page.value(.id, $0).hasPrefix("message-")
    }
  }

  private func comment(_ node: HTMLNodeID, _ page: HTMLPage) -> PageComment {
    var comment = PageComment(element: node)
    comment.id = page.value(.id, node)
    let header = page.tree.first(.h4, in: node)
    let user = header.flatMap { page.first("user", in: $0) }
    comment.author = page.text(user)
    comment.authorURL = page.link(user)
    comment.date = header.map { date(in: $0, page) } ?? .none
    let link =
      page.first("journal-link", in: node) ?? header.flatMap { page.tree.first(.a, in: $0) }
    comment.url = page.link(link)
    comment.body = [page.first("wiki", in: node)].compactMap { $0 }
    return comment
  }

  /// The date behind `2 days ago`: the link or the mark whose title tells it.
  private func date(in line: HTMLNodeID, _ page: HTMLPage) -> PageDate {
    let mark = page.first(in: line) { EmbeddedDate.isDate(page.value(.title, $0)) }
    return PageDate(text: page.text(mark), absolute: page.value(.title, mark))
  }
}
