import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Reads one of WordPress' own comments, whatever its theme made of it.
struct WordPressComment {
  /// What an element of a comment is.
  enum Part: UInt8 {
    /// Its text.
    case text = 1
    /// The author's name and nothing else.
    case name
    /// What is for hands, not for reading: buttons, avatars, labels.
    case boilerplate
    /// The note that a moderator has yet to see it.
    case pending
    /// A box around the author's name.
    case author
    /// When it was written.
    case date
    /// A box around date and links.
    case meta
    /// A box around all of it.
    case inner
  }

  let page: HTMLPage
  let marks: ElementMarks<Part>
  let node: HTMLNodeID
  let nested: [HTMLNodeID]
  var parts = Parts()
  /// What the theme prints behind the author's name in the same element.
  private(set) var nameTail = ""

  /// The elements of a comment by what they are, in the order of the page.
  struct Parts {
    var texts: [HTMLNodeID] = []
    var names: [HTMLNodeID] = []
    var authors: [HTMLNodeID] = []
    var dates: [HTMLNodeID] = []
    var metas: [HTMLNodeID] = []
    var boilerplate: [HTMLNodeID] = []
    var inner: [HTMLNodeID] = []
    var times: [HTMLNodeID] = []
    var citations: [HTMLNodeID] = []
    var links: [HTMLNodeID] = []
    var number: Substring?
    var isPending = false
  }

  /// Sorts the elements of a comment.
  init(
    _ node: HTMLNodeID,
    own: (elements: [HTMLNodeID], nested: [HTMLNodeID]),
    marks: ElementMarks<Part>,
    on page: HTMLPage
  ) {
    self.page = page
    self.marks = marks
    self.node = node
    nested = own.nested
    parts.number = Self.number(of: node, page)
    for element in own.elements { sort(element) }
    keepBoxesApart()
  }

  /// The comment.
  mutating func read() -> PageComment {
    var comment = PageComment(element: node)
    comment.id = String(parts.number ?? numberInLinks() ?? "")
    let isPing = page.has("pingback", node) || page.has("trackback", node)
    comment.state = isPing ? .ping : parts.isPending ? .pending : .shown
    comment.isByArticleAuthor = page.has("bypostauthor", node)
    comment.url = permalink(comment.id)
    let author = isPing ? ping() : author()
    comment.author = author.name
    comment.authorURL = author.url
    nameTail = author.tail
    let date = date()
    comment.date = date.date
    comment.score = score()
    readBody(isPing: isPing, [author.node, date.node].compactMap { $0 }, into: &comment)
    return comment
  }

  /// What the buttons of plug-ins for votes count: WP ULike, Comments Like Dislike.
  private func score() -> Int? {
    for box in parts.boilerplate {
      if page.has("wpulike", box) { return page.text(page.first("count-box", in: box)).points }
      guard page.has("cld-like-dislike-wrap", box) else { continue }
      let likes = page.text(page.first("cld-like-count-wrap", in: box)).points
      let dislikes = page.text(page.first("cld-dislike-count-wrap", in: box)).points
      return likes == nil && dislikes == nil ? nil : (likes ?? 0) - (dislikes ?? 0)
    }
    return nil
  }

  private mutating func sort(_ element: HTMLNodeID) {
    switch marks[element] {
    case .text: parts.texts.append(element)
    case .name: parts.names.append(element)
    case .boilerplate: parts.boilerplate.append(element)
    case .author: parts.authors.append(element)
    case .date: parts.dates.append(element)
    case .meta: parts.metas.append(element)
    case .inner: parts.inner.append(element)
    case .pending:
      parts.isPending = true
      parts.boilerplate.append(element)
    case nil: break
    }
    switch page.tree[element].tag {
    case .time: parts.times.append(element)
    case .cite: parts.citations.append(element)
    case .a: parts.links.append(element)
    default: break
    }
    if parts.number == nil { parts.number = Self.number(of: element, page) }
  }

  /// What is called a box of the author or the date and holds the text is a box of both.
  private mutating func keepBoxesApart() {
    var around = Set<HTMLNodeID>()
    for text in parts.texts {
      var box = page.tree[text].parent
      while let current = box, current != node, around.insert(current).inserted {
        box = page.tree[current].parent
      }
    }
    guard !around.isEmpty else { return }
    parts.authors.removeAll { around.contains($0) }
    parts.names.removeAll { around.contains($0) }
    parts.dates.removeAll { around.contains($0) }
    parts.metas.removeAll { around.contains($0) }
    parts.boilerplate.removeAll { around.contains($0) }
    parts.texts.removeAll { around.contains($0) }
  }
}

/// Ids and addresses.
extension WordPressComment {
  /// The id of a comment in an element's: `comment-27`, `li-comment-27`, `div-comment-27`.
  static func number(of node: HTMLNodeID, _ page: HTMLPage) -> Substring? {
    page.tree.attribute(.id, of: node).flatMap { number(in: $0[...]) }
  }

  private static func number(in text: Substring) -> Substring? {
    for mark in ["comment-", "li-comment-", "div-comment-", "dsq-comment-"]
    where text.hasPrefix(mark) {
      let digits = text.dropFirst(mark.utf8.count)
      let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { 0x30...0x39 ~= $0 }
      return isNumber ? digits : nil
    }
    return nil
  }

  private func numberInLinks() -> Substring? {
    for link in parts.links {
      if let fragment = page.link(link)?.behind("#"), let number = Self.number(in: fragment) {
        return number
      }
    }
    return nil
  }

  /// The link to the comment itself; the comment's place on the page if it has none.
  private func permalink(_ id: String) -> String? {
    guard !id.isEmpty else { return nil }
    let places = ["#comment-\(id)", "#li-comment-\(id)", "#div-comment-\(id)"]
    let link = parts.links.lazy.compactMap { page.link($0) }.first { link in
      places.contains { link.hasSuffix($0) } && !link.hasPrefix("#")
    }
    return link ?? places[0]
  }
}

/// The text.
extension WordPressComment {
  private func readBody(
    isPing: Bool,
    _ read: [HTMLNodeID],
    into comment: inout PageComment
  ) {
    comment.leftOut = Set(parts.boilerplate)
    if let text = innermost(parts.texts) {
      comment.body = [text]
      // Themes without a box for the head print it at the top of the text's.
      if !read.allSatisfy({ page.isInside($0, text) }) { return }
    }
    guard !isPing else { return }
    let body = comment.body.first ?? innermost(parts.inner) ?? node
    comment.body = [body]
    comment.leftOut.formUnion(parts.names + parts.authors + parts.dates + parts.metas)
    comment.leftOut.formUnion(read)
    comment.leftOut.formUnion(nested)
    if let head = head(read, inside: body) { comment.leftOut.insert(head) }
  }

  /// The first element that holds no other of the list and is not empty.
  private func innermost(_ nodes: [HTMLNodeID]) -> HTMLNodeID? {
    guard nodes.count > 1 else { return nodes.first }
    var candidates: [HTMLNodeID] = []
    for (index, node) in nodes.enumerated() {
      let isOuter = index + 1 < nodes.count && page.isInside(nodes[index + 1], node)
      if !isOuter { candidates.append(node) }
    }
    return candidates.first { !page.text($0).isEmpty } ?? candidates.first
  }

  /// The line around author and date, with what else it says.
  private func head(_ read: [HTMLNodeID], inside body: HTMLNodeID) -> HTMLNodeID? {
    guard read.count == 2, let first = page.tree[read[0]].parent, first != body,
      page.isInside(first, body), page.isInside(read[1], first)
    else { return nil }
    let length = read.reduce(0) { $0 + page.text($1).utf8.count }
    return page.text(first).utf8.count <= length + 24 ? first : nil
  }
}
