import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Drupal's comments, versions 6 to 11, with RDFa or without: one after the other, answers in
/// boxes that indent them.
package struct DrupalReader: PageSystem {
  package let name = "drupal"
  package let summary = "a page of a Drupal site with its comments"

  package init() {}

  package static let signs = [
    PageSign(
      "user",
      considers: "an element of the class comment with the attribute data-comment-user-id",
      evidence: "Drupal 8 and later",
      fixture: "drupal/sign-user",
      isMet: comment { page, node in !page.value("data-comment-user-id", node).isEmpty }
    ),
    PageSign(
      "script",
      considers: "an element of the classes comment and js-comment",
      evidence: "Drupal 8 and later, whatever the theme",
      fixture: "drupal/sign-script",
      isMet: comment { page, node in page.has("js-comment", node) }
    ),
    PageSign(
      "rdfa",
      considers: "an element of the class comment with an RDFa type of the vocabulary sioc",
      evidence: "Drupal 7",
      fixture: "drupal/sign-rdfa",
      isMet: comment { page, node in page.value(.typeof, node).has("sioc:") }
    ),
    PageSign(
      "anonymous",
      considers: "an element of the classes comment and comment-by-anonymous",
      evidence: "Drupal 7 without RDFa",
      fixture: "drupal/sign-anonymous",
      isMet: comment { page, node in page.has("comment-by-anonymous", node) }
    ),
    PageSign(
      "submitted",
      considers: "the class submitted inside the class comment",
      evidence: "the line of author and date, Drupal 6 and later",
      fixture: "drupal/sign-submitted",
      isMet: comment { page, node in page.first("submitted", in: node) != nil }
    ),
  ]

  /// Looks at the first comments of a page, if any is what `isSo` says.
  private static func comment(
    _ isSo: @escaping @Sendable (HTMLPage, HTMLNodeID) -> Bool
  ) -> @Sendable (HTMLPage) -> Bool {
    { page in page.elements("comment").prefix(64).contains { isSo(page, $0) } }
  }

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    for node in page.elements("comment") {
      guard let id = id(node, page) else { continue }
      thread.comments.append(comment(node, id: id, on: page))
    }
    thread.regions =
      page.elements("comment-wrapper") + page.elements("comments") + page.elements("comment-form")
      + thread.comments.map(\.element)
    thread.regions += page.elements("comments__title")
    let next = page.elements("pager-next").first ?? page.elements("pager__item--next").first
    thread.goOn(at: next.flatMap { page.link(page.tree.first(.a, in: $0)) })
    return thread
  }

  /// The number behind `comment-` in the id, the address, an anchor before it or a permanent link.
  private func id(_ node: HTMLNodeID, _ page: HTMLPage) -> String? {
    let own = [page.value(.id, node), page.value(.about, node)]
    if let id = own.lazy.compactMap(number).first { return id }
    var before = page.tree[node].previousSibling
    for _ in 0..<4 {
      guard let sibling = before else { break }
      if let id = number(page.value(.id, sibling)) { return id }
      before = page.tree[sibling].previousSibling
    }
    let link = page.first(in: node) { number(page.value(.href, $0)) != nil }
    return number(page.value(.href, link))
  }

  private func number(_ text: String) -> String? {
    let mark = "comment-"
    guard let start = text.split(separator: "#").last, start.hasPrefix(mark) else { return nil }
    let digits = start.dropFirst(mark.count)
    return digits.isEmpty || !digits.allSatisfy(\.isNumber) ? nil : String(digits)
  }

  private func comment(_ node: HTMLNodeID, id: String, on page: HTMLPage) -> PageComment {
    var comment = PageComment(element: node)
    comment.id = id
    comment.parent = .depth(depth(of: node, page))
    let head =
      page.first("submitted", in: node) ?? page.first("comment__submitted", in: node)
      ?? page.first("comment__meta", in: node) ?? node
    let user =
      page.first("username", in: node)
      ?? page.first(in: head) { ["foaf:name", "schema:name"].contains(page.value(.property, $0)) }
      ?? page.first("comment__author", in: node)
    comment.author = page.text(user)
    let link = user.flatMap(page.anchor)
    comment.authorURL = page.link(link)
    comment.date = date(node, head: head, user: user, on: page)
    comment.url = page.link(
      page.first(in: node) { page.has("permalink", $0) || page.value(.rel, $0) == "bookmark" }
    )
    if let body = body(node, page) {
      comment.body = [body]
      comment.leftOut = Set(page.tree.descendants(of: body).filter { isBoilerplate($0, page) })
      if let user, page.isInside(user, body) { comment.leftOut.insert(heading(of: user, page)) }
    }
    comment.isByArticleAuthor =
      page.has("comment-by-node-author", node) || page.has("by-node-author", node)
      || page.has("by-node-author-comment", node)
    comment.state =
      page.has("comment-unpublished", node) || page.has("comment--unpublished", node)
      ? .pending : .shown
    return comment
  }

  /// The heading that a name makes up by itself, else the name.
  private func heading(of user: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID {
    guard let parent = page.tree[user].parent, page.text(parent) == page.text(user) else {
      return user
    }
    switch page.tree[parent].tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: return parent
    default: return user
    }
  }

  private func depth(of node: HTMLNodeID, _ page: HTMLPage) -> Int {
    var depth = 0
    var next = page.tree[node].parent
    while let ancestor = next {
      if page.has("indented", ancestor) { depth += 1 }
      next = page.tree[ancestor].parent
    }
    return depth
  }

  /// A `time`, an RDFa property, a number of seconds; else what the line says beside the name.
  private func date(
    _ node: HTMLNodeID,
    head: HTMLNodeID,
    user: HTMLNodeID?,
    on page: HTMLPage
  ) -> PageDate {
    if let time = page.tree.first(.time, in: node) { return page.date(time) }
    let stated = page.first(in: node) { inner in
      let property = page.value(.property, inner)
      return property.has("dc:date") || property.has("schema:dateCreated")
    }
    let mark = page.first(in: node) { !page.value("data-comment-timestamp", $0).isEmpty }
    let seconds = Int64(page.value("data-comment-timestamp", mark))
    let line = page.text(head == node ? nil : head)
    let name = page.text(user)
    var words = name.isEmpty ? line : String(line.drops(through: name))
    if head == node {
      words = [page.first("date", in: node), page.first("time", in: node)].map { page.text($0) }
        .joined(separator: " ")
    }
    return PageDate(
      moment: Timestamp(iso: page.value(.content, stated))
        ?? seconds.flatMap(Timestamp.init(unix:)),
      text: words.collapsed
    )
  }

  private func body(_ node: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    let words: [StaticString] = [
      "field-name-comment-body", "field--name-comment-body", "comment__content",
      "comment-body", "comment__text", "content",
    ]
    return words.lazy.compactMap { page.first($0, in: node) }.first
  }

  private func isBoilerplate(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    page.has("links", node) || page.has("submitted", node) || page.has("comment__links", node)
      || page.has("expanding-formatter-ellipsis", node)
  }
}

extension String {
  /// What follows the first occurrence of `part`; all if there is none.
  fileprivate func drops(through part: String) -> Substring {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(part) { return rest.dropFirst(part.count) }
      rest = rest.dropFirst()
    }
    return self[...]
  }
}
