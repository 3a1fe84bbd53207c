import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Who wrote a comment and when.
extension WordPressComment {
  /// Who wrote a comment, as its head says.
  struct Author {
    var name = ""
    /// What stands behind the name in the same element.
    var tail = ""
    var url: String?
    /// The element that holds the name.
    var node: HTMLNodeID?
  }

  /// The author, without a name if there is none.
  func author() -> Author {
    for name in parts.names {
      let text = bare(name)
      if !text.isEmpty { return Author(name: text, url: address(of: name), node: name) }
    }
    let citation = parts.citations.first { citation in
      page.tree.ancestor(of: citation) { $0 == node || page.tree[$0].tag == .blockquote } == node
        && (parts.authors.isEmpty || !parts.texts.contains { page.isInside(citation, $0) })
    }
    for box in (citation.map { [$0] } ?? []) + parts.authors {
      var author = name(in: box)
      guard !author.name.isEmpty else { continue }
      author.url = address(of: box)
      author.node = box
      return author
    }
    return Author()
  }

  /// The page that a notice tells of.
  func ping() -> Author {
    let link = parts.links.first {
      page.has("url", $0) && page.link($0) != nil && !page.text($0).isEmpty
    }
    if let link { return Author(name: page.text(link), url: page.link(link), node: link) }
    let named = author()
    if !named.name.isEmpty { return named }
    let other = parts.links.first { link in
      marks[link] != .boilerplate && page.link(link).map(LinkAddress.isWeb) == true
        && !page.text(link).isEmpty
    }
    return Author(name: page.text(other), url: page.link(other), node: other)
  }

  /// The date and the element that holds it.
  func date() -> (date: PageDate, node: HTMLNodeID?) {
    let dated =
      parts.times + parts.dates
      + parts.links.filter {
        page.tree.hasAttribute(.datetime, of: $0)
      }
    for element in dated {
      let date = date(in: element)
      let isTold = date.moment != nil || !date.absolute.isEmpty
      if isTold || date.text.contains(where: \.isNumber) { return (date, element) }
    }
    let permalink = parts.links.first { link in
      page.link(link)?.has("#comment-") == true && marks[link] != .boilerplate
        && page.text(link).contains(where: \.isNumber)
    }
    if let permalink, !isInText(permalink) {
      return (PageDate(text: bare(permalink)), permalink)
    }
    for box in parts.metas {
      let text = page.text(box) { isAside($0) || page.tree[$0].tag == .a }
      if text.contains(where: \.isNumber) { return (PageDate(text: text), box) }
    }
    return (.none, nil)
  }

  private func date(in element: HTMLNodeID) -> PageDate {
    let title = (page.tree.attribute(.title, of: element) ?? "").collapsed
    var date = PageDate()
    date.moment =
      page.tree.attribute(.datetime, of: element).flatMap(Timestamp.init(iso:))
      ?? Timestamp(iso: title)
    date.text = bare(element)
    if title.contains(where: \.isNumber), title != date.text { date.absolute = title }
    // Some write it as mail does.
    let stated = page.value(.datetime, element).collapsed
    if date.moment == nil, date.absolute.isEmpty, DateLine(stated) != nil { date.absolute = stated }
    return date
  }

  private func isInText(_ element: HTMLNodeID) -> Bool {
    parts.texts.contains { page.isInside(element, $0) && $0 != element }
      && !parts.metas.contains { page.isInside(element, $0) }
  }

  /// The name in a box that holds more than it.
  private func name(in box: HTMLNodeID) -> Author {
    let whole = page.text(box) { isAside($0) || marks[$0] == .date || marks[$0] == .meta }
    let child = page.first(in: box) { element in
      switch page.tree[element].tag {
      case .a, .b, .strong: !isAside(element) && !page.text(element).isEmpty
      default: false
      }
    }
    let text = child.map { bare($0) } ?? whole
    guard whole.hasPrefix(text) else { return Author(name: whole) }
    return Author(name: text, tail: String(whole.dropFirst(text.count)).collapsed)
  }

  /// The address that a name links to, inside it or around it.
  private func address(of name: HTMLNodeID) -> String? {
    let around = page.tree.ancestor(of: name) { $0 == node || page.tree[$0].tag == .a }
    let inside = page.tree.descendants(of: name).first {
      page.tree[$0].tag == .a && page.link($0) != nil && !page.text($0).isEmpty
    }
    let own = page.tree[name].tag == .a ? name : nil
    let outer = around.flatMap { $0 == node ? nil : $0 }
    return [own, inside, outer].lazy.compactMap { $0 }.compactMap { page.link($0) }.first {
      !$0.has("#comment-")
    }
  }

  private func bare(_ element: HTMLNodeID) -> String { page.text(element, without: isAside) }

  /// Whether an element says nothing of its own.
  private func isAside(_ element: HTMLNodeID) -> Bool {
    marks[element] == .boilerplate || marks[element] == .pending || page.tree[element].tag == .time
      || page.tree[element].tag == .svg
  }
}

extension WordPressComment {
  /// What themes call the parts of a comment; the earlier row counts.
  static let meanings: [(word: StaticString, mark: Part)] =
    texts.map { ($0, .text) } + names.map { ($0, .name) } + boilerplate.map { ($0, .boilerplate) }
    + [("comment-awaiting-moderation", .pending), ("awaiting-moderation", .pending)]
    + authors.map { ($0, .author) } + dates.map { ($0, .date) } + metas.map { ($0, .meta) }
    + inner.map { ($0, .inner) }

  private static let texts: [StaticString] = [
    "comment-content", "wp-block-comment-content", "comment__content", "comment-text",
    "comment_text", "commenttext", "comment-entry", "commententry", "commentry",
    "comment_content", "comment__text", "comment-copy", "comment-message", "comment_message",
    "commentcontent", "comment-desc", "comment-txt", "comment-post", "epoch-comment-content",
    "dsq-comment-message", "comment-body-text", "comment-description", "commentText",
  ]

  private static let names: [StaticString] = [
    "fn", "wp-block-comment-author-name", "comment-author-name", "comment__author-name",
    "comment_author_name", "comment-author-link", "comment_author_link", "author-name",
    "commentauthor", "comment-authorname", "authorname", "commenter", "epoch-author-link",
  ]

  private static let authors: [StaticString] = [
    "comment-author", "comment_author", "comment__author", "epoch-comment-author", "author",
    "comment-author-info", "commentAuthor", "comment-user", "vcard",
  ]

  private static let dates: [StaticString] = [
    "wp-block-comment-date", "comment-date", "comment_date", "comment__date", "comment-time",
    "comment_time", "comment__time", "comment-datetime", "comment__timestamp", "commentdate",
    "date", "time", "published", "timestamp",
  ]

  private static let metas: [StaticString] = [
    "comment-metadata", "commentmetadata", "comment-meta", "comment_meta", "comment__meta",
    "comment-info", "comment-header", "comment-head", "meta-data", "epoch-comment-meta",
  ]

  private static let inner: [StaticString] = [
    "comment-body", "commentbody", "comment_body", "comment__body", "comment-inner",
    "comment-block", "comment-wrap", "comment-container", "comment",
  ]

  private static let boilerplate: [StaticString] = [
    "says", "reply", "comment-reply", "comment-reply-link", "comment-reply-login",
    "wp-block-comment-reply-link", "comment-edit-link", "wp-block-comment-edit-link", "edit-link",
    "comment_quote_link", "comment_direct_link", "children", "screen-reader-text", "avatar",
    "comment-avatar", "wp-block-avatar", "comment__avatar", "epoch-comment-author-avatar",
    "comment-likes", "comment-actions", "comment_actions", "comment-tools", "comment-links",
    "comment__links", "comment-footer", "comment-number", "comment-count", "comment-rating",
    "comment-vote", "cld-like-dislike-wrap", "wpulike", "sharedaddy", "sd-like", "jp-relatedposts",
    "comment-report", "pmcc-comments-report-link", "report-comment", "epoch-comment-actions",
    "epoch-divide", "comment-respond", "bypostauthor-badge", "post-author-label", "author-badge",
  ]
}
