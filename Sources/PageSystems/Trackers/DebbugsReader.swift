import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Debbugs, the tracker of Debian and GNU: the mails about a bug below each other, with what was done to
/// it between them.
package struct DebbugsReader: PageSystem {
  package let name = "debbugs"
  package let summary = "the mails about a bug in Debbugs, as on bugs.debian.org"

  package init() {}

  package static let signs = [
    PageSign(
      "mails",
      considers:
        "paragraphs of the class msgreceived, and behind them the classes headers and message",
      evidence: "Debbugs::CGI::Bugreport since 2008",
      fixture: "debbugs/bug",
      isMet: { page in mails(page).contains { Mail($0, page) != nil } }
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    for node in Self.mails(page) {
      guard let mail = Mail(node, page) else { continue }
      var comment = PageComment(element: node)
      comment.id = mail.id
      comment.url = mail.id.isEmpty ? nil : "#\(mail.id)"
      comment.author = mail.author
      comment.date = PageDate(text: mail.date)
      comment.mailText = mail.text
      thread.comments.append(comment)
      thread.regions += mail.nodes
    }
    var article = PageArticle()
    if let first = thread.comments.first {
      article.author = first.author
      article.date = first.date
      article.mailText = first.mailText
      thread.comments[0].mailText = ""
      thread.comments[0].state = .opening
    }
    thread.article = article
    return thread
  }

  private static func mails(_ page: HTMLPage) -> [HTMLNodeID] {
    page.elements("msgreceived").filter { page.tree[$0].tag == .p }
  }
}

/// One mail: the elements behind the line that says when it came, up to the next such line.
private struct Mail {
  /// The number of the message.
  private(set) var id = ""
  /// Who wrote it.
  private(set) var author = ""
  /// When.
  private(set) var date = ""
  /// What it says.
  private(set) var text = ""
  /// The elements that hold it.
  private(set) var nodes: [HTMLNodeID]

  /// The mail that a line begins, nil if no header and no text follow it.
  init?(_ line: HTMLNodeID, _ page: HTMLPage) {
    nodes = [line]
    id =
      page.first(in: line) { page.tree.hasAttribute(.name, of: $0) }
      .map { page.value(.name, $0) } ?? ""
    var header: [String] = []
    var isText = false
    var next = page.tree[line].nextSibling
    while let node = next, page.tree[node].tag != .hr, !page.has("msgreceived", node),
      !page.has("infmessage", node)
    {
      if page.has("headers", node) {
        // Those of a mail that was forwarded come later.
        if header.isEmpty { header = Self.lines(of: node, page) }
      } else if page.has("message", node) {
        text += Self.text(of: node, page)
        isText = true
      }
      if page.tree[node].kind == .element { nodes.append(node) }
      next = page.tree[node].nextSibling
    }
    guard isText, !header.isEmpty else { return nil }
    author = Self.field("From:", header).map(Self.person) ?? ""
    date = Self.field("Date:", header) ?? ""
  }

  /// The lines of a header: an element each, or lines of text.
  private static func lines(of node: HTMLNodeID, _ page: HTMLPage) -> [String] {
    let fields = page.tree.descendants(of: node).filter { page.has("header", $0) }
    if !fields.isEmpty { return fields.map { page.text($0) } }
    return text(of: node, page).split(separator: "\n").map { String($0).collapsed }
  }

  private static func text(of node: HTMLNodeID, _ page: HTMLPage) -> String {
    page.tree.descendants(of: node).filter { page.tree[$0].kind == .text }
      .map { page.tree.decodedText(of: $0) }.joined()
  }

  private static func field(_ name: String, _ lines: [String]) -> String? {
    lines.first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)).collapsed }
  }

  /// A name without the address behind it; the address if there is no name.
  private static func person(_ field: String) -> String {
    let name = String(field.prefix { $0 != "<" }).collapsed
    let bare = name.drop { $0 == "\"" }
    let inner = bare.last == "\"" ? bare.dropLast() : bare
    return inner.isEmpty ? String(field.drop { $0 == "<" }.prefix { $0 != ">" }) : String(inner)
  }
}
