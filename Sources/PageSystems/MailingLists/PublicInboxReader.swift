import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// public-inbox, the archive behind lore.kernel.org: the mails of a thread as text, each below an
/// overview of those around it.
package struct PublicInboxReader: PageSystem {
  package let name = "public-inbox"
  package let summary = "a thread of a mailing list in public-inbox, as on lore.kernel.org"

  package init() {}

  package static let signs = [
    PageSign(
      "mails",
      considers: "anchors with ids such as m and forty digits that lead to the end of their mail",
      evidence: "PublicInbox::View of public-inbox 1.0 and later, views flat and nested",
      fixture: "public-inbox/flat",
      isMet: { page in anchors(page, atMost: 1).count == 1 }
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    var ids: [String: Int] = [:]
    let overview = PublicInboxOverview(page)
    for anchor in Self.anchors(page, atMost: .max) {
      guard let mail = PublicInboxMail(anchor, page) else { continue }
      var comment = PageComment(element: mail.element)
      comment.id = mail.id
      comment.author = mail.author
      comment.date = PageDate(text: mail.date)
      comment.url = mail.url
      comment.mailText = mail.text
      let answered =
        mail.answered.flatMap { ids[$0] } ?? overview.answered(by: mail.mark, among: ids)
      // What answers the mail that began it all starts a thread.
      comment.parent = answered > 0 ? .index(answered) : .root
      ids[mail.mark] = thread.comments.count
      thread.comments.append(comment)
      thread.regions.append(mail.element)
    }
    open(&thread, page)
    return thread
  }

  /// The anchors at the beginning of mails.
  private static func anchors(_ page: HTMLPage, atMost limit: Int) -> [HTMLNodeID] {
    var anchors: [HTMLNodeID] = []
    for pre in page.tree.descendants(of: HTMLDocument.root) where page.tree[pre].tag == .pre {
      guard anchors.count < limit else { break }
      guard let first = page.tree[pre].firstChild, page.tree[first].tag == .a else { continue }
      let id = page.value(.id, first)
      let isMark =
        id.hasPrefix("m") && id.utf8.count == 41
        && page.value(.href, first) == "#e\(id.dropFirst())"
      if isMark { anchors.append(first) }
    }
    return anchors
  }

  /// Makes the mail that began the thread the article.
  private func open(_ thread: inout PageThread, _ page: HTMLPage) {
    var article = PageArticle()
    article.title = page.first(in: HTMLDocument.root) { page.value(.id, $0) == "u" }.map(page.text)
    if article.title?.isEmpty ?? true { article.title = page.tree.first(.title).map(page.text) }
    if let first = thread.comments.first {
      article.author = first.author
      article.date = first.date
      article.url = first.url
      article.mailText = first.mailText
      thread.comments[0].mailText = ""
      thread.comments[0].state = .opening
    }
    thread.article = article
  }
}
