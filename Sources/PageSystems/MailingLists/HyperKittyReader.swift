import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// HyperKitty, the archive of Mailman 3: the mail that began a thread, and those that answer it.
package struct HyperKittyReader: PageSystem {
  package let name = "hyperkitty"
  package let summary = "a thread of a mailing list in HyperKitty, the archive of Mailman 3"

  package init() {}

  package static let signs = [
    PageSign(
      "mails",
      classes: ["email", "email-header", "email-body", "email-author"],
      evidence: "the templates messages/message and threads/replies of HyperKitty 1.0 and later",
      fixture: "hyperkitty/thread"
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let mails = page.elements("email").filter { page.first("email-body", in: $0) != nil }
    thread.comments = mails.map { comment($0, page) }
    thread.openWithFirst { page.has("email-first", $0.element) }
    let replies = page.first("replies", in: HTMLDocument.root)
    thread.regions = replies.map { [$0] } ?? []
    if let replies, page.first("ajaxloader", in: replies) != nil {
      // A script loads the answers; a page that has them is linked for those who run none.
      thread.loadedFrom = name
      thread.goOn(at: page.link(page.link(holding: "?noscript", in: replies)))
    }
    return thread
  }

  private func comment(_ mail: HTMLNodeID, _ page: HTMLPage) -> PageComment {
    var comment = PageComment(element: mail)
    let link = page.first("messagelink", in: mail).flatMap { box in
      page.first(in: box) { page.value(.href, $0).has("/message/") }
    }
    let header = page.first("email-header", in: mail)
    comment.id = page.value(.id, header)
    comment.url = page.link(link)
    let author = page.first("email-author", in: mail)
    let name = author.flatMap { page.first("name", in: $0) } ?? author
    comment.author = page.text(name)
    comment.authorURL = name.flatMap(page.anchor).flatMap { page.link($0) }
    comment.date = date(header, page)
    comment.parent = .depth(depth(mail, page))
    if let body = page.first("email-body", in: mail) {
      comment.body = [body]
      comment.leftOut = Set(
        page.tree.descendants(of: body).filter { page.has("quoted-switch", $0) }
      )
    }
    return comment
  }

  /// How deep an answer stands: `reply-level-2`; those to the first mail have no such class.
  private func depth(_ mail: HTMLNodeID, _ page: HTMLPage) -> Int {
    let box = page.tree[mail].parent
    let word = box.flatMap { page.words(of: $0, startingWith: "reply-level-").first }
    return word.flatMap { Int($0.dropFirst("reply-level-".count)) } ?? 0
  }

  /// The date in the title of the time: `Sender's time: March 2, 2026, 8 a.m.`.
  private func date(_ header: HTMLNodeID?, _ page: HTMLPage) -> PageDate {
    guard let line = header.flatMap({ page.first("email-date", in: $0) }) else { return .none }
    let time = page.first(in: line) { !page.value(.title, $0).isEmpty }
    let stated = EmbeddedDate(in: page.value(.title, time).collapsed)?.date ?? ""
    return PageDate(text: page.text(time), absolute: stated)
  }
}
