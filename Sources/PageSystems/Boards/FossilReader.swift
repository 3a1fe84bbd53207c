import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Fossil's forum: posts with a line such as `(3) By Ines on 2021-03-04 09:12:00 in reply to 1`.
///
/// Fossil prints these words in every language.
package struct FossilReader: PageSystem {
  package let name = "fossil"
  package let summary = "a thread of a Fossil forum"

  package init() {}

  package static let signs = [
    PageSign(
      "posts",
      considers: "ids such as forum123 on elements with a line of the class forumPostHdr",
      evidence: "forum.c of Fossil; programs that collect its posts go by the same names",
      fixture: "fossil/thread",
      isMet: { !posts($0).isEmpty }
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    var numbers: [Int: Int] = [:]
    var isFirst = false
    for node in Self.posts(page) {
      guard let head = page.first("forumPostHdr", in: node) else { continue }
      let line = PostLine(page.text(head))
      var comment = self.comment(node, line, page)
      if let parent = line.answered.flatMap({ numbers[$0] }) { comment.parent = .index(parent) }
      if thread.comments.isEmpty { isFirst = line.answered == nil }
      if let number = line.number { numbers[number] = thread.comments.count }
      comment.authorURL = page.link(author(line, in: head, page))
      comment.url = page.link(permalink(in: head, page))
      thread.comments.append(comment)
    }
    thread.openWithFirst { _ in isFirst }
    thread.article?.title = title(page).map(page.text)
    return thread
  }

  private static func posts(_ page: HTMLPage) -> [HTMLNodeID] {
    page.elements("forumPostHdr").compactMap { head in
      page.tree.ancestor(of: head) { page.number(of: $0, after: "forum") != nil }
    }
  }

  private func comment(_ node: HTMLNodeID, _ line: PostLine, _ page: HTMLPage) -> PageComment {
    var comment = PageComment(element: node)
    comment.id = page.number(of: node, after: "forum") ?? ""
    comment.author = line.author
    comment.date = PageDate(text: line.date)
    comment.body = [page.first("forumPostBody", in: node)].compactMap(\.self)
    return comment
  }

  private func author(_ line: PostLine, in head: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    page.first(in: head) { page.tree[$0].tag == .a && page.text($0) == line.author }
  }

  /// The link to the post itself; links to others are numbers.
  private func permalink(in head: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    page.first(in: head) {
      page.tree[$0].tag == .a && page.value(.href, $0).has("/forumpost/")
        && page.text($0).leadingNumber == nil
    }
  }

  /// The last heading before the first post; the first is the project's name.
  private func title(_ page: HTMLPage) -> HTMLNodeID? {
    guard let first = Self.posts(page).first else { return nil }
    var heading: HTMLNodeID?
    for node in page.tree.descendants(of: HTMLDocument.root) where page.tree[node].tag == .h1 {
      if node.index < first.index { heading = node }
    }
    return heading
  }
}

/// The line above a post, taken apart.
private struct PostLine {
  /// Which post of the thread it is.
  var number: Int?
  /// Who wrote it.
  var author = ""
  /// When.
  var date = ""
  /// The number of the post it answers.
  var answered: Int?

  init(_ text: String) {
    number = text.behind("(").flatMap(\.leadingNumber)
    let joints = text.ranges(of: " on ")
    guard let by = text.firstRange(of: "By "),
      let joint = joints.first(where: { Self.beginsDate(text[$0.upperBound...]) }),
      by.upperBound <= joint.lowerBound
    else { return }
    author = String(text[by.upperBound..<joint.lowerBound])
    let rest = text[joint.upperBound...]
    date = rest.split(separator: " ").prefix(2).joined(separator: " ")
    if let reply = rest.firstRange(of: "in reply to ") {
      answered = rest[reply.upperBound...].leadingNumber
    }
  }

  /// Whether a text begins with a year and a hyphen.
  private static func beginsDate(_ text: Substring) -> Bool {
    text.prefix(4).allSatisfy { $0.isASCII && $0.isNumber } && text.dropFirst(4).hasPrefix("-")
  }
}
