import DocumentModel
import HTMLParsing
import PageModel

/// Parts the text of a talk page into comments: what stands before each signature, back to the one
/// before it or to a heading.
struct TalkComments {
  /// One comment.
  struct Comment {
    let signature: TalkSignature
    /// The nodes that hold its text.
    var body: [HTMLNodeID]
    /// The text it ends with: the signature's, unless others have added to the paragraph.
    var end: HTMLNodeID
    /// How deep it is indented.
    let level: Int
    /// The heading it stands under, as an index; -1 before the first.
    let section: Int
    /// The id that the page itself marks it with, empty if it does not.
    let id: String
  }

  /// The comments in the order of the page.
  private(set) var comments: [Comment] = []
  /// What is part of no comment, headings included.
  private(set) var rest: [HTMLNodeID] = []
  /// The ids of the headings.
  private(set) var sections: [String] = []

  private let page: HTMLPage
  private let top: HTMLNodeID
  /// The signatures, by the texts that end with them.
  private var signatures: [HTMLNodeID: TalkSignature] = [:]
  /// The elements around signatures and headings.
  private var holders: Set<HTMLNodeID> = []
  /// Whether the page marks where comments begin and end.
  private let isMarked: Bool

  /// Reads what stands in `top`, at most `limit` comments; O(size of the page).
  init(_ page: HTMLPage, in top: HTMLNodeID, limit: Int = .max) {
    self.page = page
    self.top = top
    isMarked = page.first(in: top) { !page.value(Self.endMark, $0).isEmpty } != nil
    // A comment may have several signatures.
    survey(limit > Int.max / 4 ? limit : limit * 4)
    var pending: [HTMLNodeID] = []
    var id = ""
    var next = page.tree[top].firstChild
    while let node = next, comments.count < limit {
      if isHeading(node) {
        sections.append(anchor(node))
        rest += pending + [node]
        (pending, id) = ([], "")
        next = page.tree.node(after: node, in: top, skippingChildren: true)
        continue
      }
      let mark = page.value("data-mw-comment-start", node)
      if !mark.isEmpty || page.tree.hasAttribute(named: "data-mw-comment-start", of: node) {
        id = page.value(.id, node)
      }
      if let signature = signatures[node], !isMarked || isEnd(node) {
        pending.append(node)
        let left = Set(signature.nodes)
        let body = pending.filter { !left.contains($0) }
        if !isMarked, let last = comments.last, last.section == sections.count - 1,
          continues(pending, last.end)
        {
          comments[comments.count - 1].body += pending
          comments[comments.count - 1].end = node
        } else {
          comments.append(
            Comment(
              signature: signature,
              body: body,
              end: node,
              level: min(level(of: body.first { hasText($0) } ?? node), level(of: node)),
              section: sections.count - 1,
              id: id
            )
          )
        }
        (pending, id) = ([], "")
        next = page.tree.node(after: node, in: top, skippingChildren: true)
        continue
      }
      let isWhole = !holders.contains(node)
      if isWhole { pending.append(node) }
      next = page.tree.node(after: node, in: top, skippingChildren: isWhole)
    }
    rest += pending
  }

  /// The attribute of the element behind a comment, on pages that DiscussionTools has read.
  private static let endMark = "data-mw-comment-end"

  /// Whether a mark behind a text says that a comment ends.
  private func isEnd(_ text: HTMLNodeID) -> Bool {
    var next = page.tree.node(after: text, in: top)
    while let node = next {
      if page.tree[node].kind == .element {
        if !page.value(Self.endMark, node).isEmpty { return true }
        guard page.tree[node].tag == .span else { return false }
      } else if hasText(node) {
        return false
      }
      next = page.tree.node(after: node, in: top)
    }
    return false
  }

  /// Whether what was signed stands in one paragraph with the end of the comment before it.
  private func continues(_ nodes: [HTMLNodeID], _ end: HTMLNodeID) -> Bool {
    nodes.allSatisfy { page.tree[$0].parent == page.tree[end].parent && page.tree[$0].tag != .br }
      && nodes.first.flatMap { page.tree[$0].previousSibling } == end
  }

  private func signature(_ node: HTMLNodeID) -> TalkSignature? {
    guard page.tree[node].kind == .text else { return nil }
    let isEnd = page.tree.withRawText(of: node) { bytes in
      bytes.count >= 12 && bytes.contains { $0 == 0x28 } && bytes.contains { $0 == 0x29 }
    }
    return isEnd ? TalkSignature(endingIn: node, page) : nil
  }

  /// Finds the signatures and headings, and what stands around them.
  private mutating func survey(_ limit: Int) {
    var next = page.tree[top].firstChild
    while let node = next, signatures.count < limit {
      let isSkipped = isSkipped(node)
      if !isSkipped {
        let signature = signature(node)
        if let signature { signatures[node] = signature }
        if signature != nil || isHeading(node) {
          var around = page.tree[node].parent
          while let holder = around, holder != top, holders.insert(holder).inserted {
            around = page.tree[holder].parent
          }
        }
      }
      next = page.tree.node(after: node, in: top, skippingChildren: isSkipped)
    }
  }

  /// Whether what stands in an element ends no comment: code, quotations, the contents.
  private func isSkipped(_ node: HTMLNodeID) -> Bool {
    guard page.tree[node].kind == .element else { return false }
    switch page.tree[node].tag {
    case .script, .style, .pre, .blockquote: return true
    default: return page.has("toc", node)
    }
  }

  private func isHeading(_ node: HTMLNodeID) -> Bool {
    switch page.tree[node].tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// The id of a heading, which stands on it or on the words in it.
  private func anchor(_ heading: HTMLNodeID) -> String {
    let headline = page.first("mw-headline", in: heading) ?? heading
    return page.value(.id, headline)
  }

  private func hasText(_ node: HTMLNodeID) -> Bool { !page.text(node).isEmpty }

  /// In how many items of lists a node stands, itself included.
  private func level(of node: HTMLNodeID) -> Int {
    var level = 0
    var next: HTMLNodeID? = node
    if [.dl, .ul, .ol].contains(page.tree[node].tag) { level += 1 }
    while let current = next, current != top {
      if [.li, .dd].contains(page.tree[current].tag) { level += 1 }
      next = page.tree[current].parent
    }
    return level
  }
}

extension HTMLDocument {
  fileprivate func hasAttribute(named name: String, of node: HTMLNodeID) -> Bool {
    attribute(named: name, of: node) != nil
  }
}
