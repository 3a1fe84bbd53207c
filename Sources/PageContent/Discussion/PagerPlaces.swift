import HTMLParsing
import PageModel

/// Where the links to other pages of a discussion may stand: behind its first comment, or in the box
/// that holds it, but in no comment.
struct PagerPlaces {
  /// The links there, in the order of the page.
  let links: [HTMLNodeID]

  /// Collects them; O(size of the page).
  init(_ page: HTMLPage, _ thread: PageThread) {
    let first = thread.comments.lazy.map(\.element).min()
    let comments = Set(thread.comments.map(\.element))
    var links: [HTMLNodeID] = []
    var next: HTMLNodeID? = HTMLDocument.root
    /// The node behind the box of the discussion, as long as that is being looked through.
    var end: HTMLNodeID??
    while let node = next {
      if case .some(node) = end { end = nil }
      if end == nil, page.isDiscussion(node) {
        end = .some(page.tree.node(after: node, in: HTMLDocument.root, skippingChildren: true))
      }
      let isComment = comments.contains(node)
      let isBehind = first.map { $0 < node } ?? false
      let isLink = page.tree[node].tag == .a
      let isHead = page.tree[node].tag == .link && page.value(.rel, node).lowercased() == "next"
      if isHead || isLink && (isBehind || end != nil) { links.append(node) }
      next = page.tree.node(after: node, in: HTMLDocument.root, skippingChildren: isComment)
    }
    self.links = links
  }
}

/// Which page of a discussion a page says it is.
struct PagerPosition {
  /// The number that is shown; nil: none is.
  let current: Int?

  /// Looks for the marked number among those of a pager, and for «Page 2 of 7» in short texts.
  init(_ page: HTMLPage) {
    let marked = page.tree.nodes.indices.lazy.map(HTMLNodeID.init).filter { node in
      page.tree[node].kind == .element && Self.isMarked(node, page)
    }.compactMap { node -> Int? in
      let text = page.text(node)
      return text.utf8.count < 6 ? Int(text) : nil
    }
    current = marked.first ?? Self.stated(page)
  }

  private static func isMarked(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    page.value("aria-current", node) == "page"
      || [.span, .li, .a, .strong, .b].contains(page.tree[node].tag)
        && (page.has("current", node) || page.has("active", node) || page.has("selected", node))
  }

  private static func stated(_ page: HTMLPage) -> Int? {
    for index in page.tree.nodes.indices where page.tree.nodes[index].kind == .text {
      let node = HTMLNodeID(index)
      let isShort = page.tree.withRawText(of: node) { text in
        text.count < 80 && text.contains { 0x31...0x39 ~= $0 }
      }
      if isShort, let number = number(in: page.text(node).lowercased()) { return number }
    }
    return nil
  }

  /// The first number of a text such as «Page 2 of 7».
  private static func number(in text: String) -> Int? {
    let text = text.utf8.contains(0xC2) ? text.replacing("\u{A0}", with: " ") : text
    let words = text.utf8.split { $0 <= 0x20 || ",.()".utf8.contains($0) }
      .map(Substring.init)
    guard words.count == 4, pages.contains(String(words[0])), of.contains(String(words[2])),
      let number = Int(words[1]), let count = Int(words[3]), 1...count ~= number
    else { return nil }
    return number
  }

  private static let pages: Set<String> = [
    "page", "seite", "página", "pagina", "strona", "sida", "sivu", "side", "страница", "сторінка",
  ]
  private static let of: Set<String> = [
    "of", "von", "de", "di", "sur", "z", "av", "af", "van", "из", "з", "/",
  ]
}
