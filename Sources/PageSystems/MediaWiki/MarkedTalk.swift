import DocumentModel
import HTMLParsing
import PageModel

/// The comments of a talk page on which DiscussionTools has marked where each begins and ends, where
/// its signature begins, who wrote it, when, and what it answers.
struct MarkedTalk {
  /// The comments in the order of the page.
  private(set) var comments: [PageComment] = []
  /// What is part of no comment, headings included.
  private(set) var rest: [HTMLNodeID] = []

  private let page: HTMLPage
  private let top: HTMLNodeID
  /// The elements around marks.
  private var holders: Set<HTMLNodeID> = []
  /// The comment that has begun and not ended, and whether its signature has begun.
  private var open: PageComment?
  private var isSigning = false
  /// The comments by the name that others give them, the last of each.
  private var places: [Substring: Int] = [:]

  private static let startMark = "data-mw-comment-start"
  private static let endMark = "data-mw-comment-end"
  private static let signatureMark = "data-mw-comment-sig"

  /// Whether there is a comment in `top`.
  static func isMarked(_ page: HTMLPage, in top: HTMLNodeID) -> Bool {
    page.first(in: top) { isStart(page, $0) && TalkMarkID(page.value(.id, $0)) != nil } != nil
  }

  private static func isStart(_ page: HTMLPage, _ node: HTMLNodeID) -> Bool {
    page.tree[node].tag == .span && page.tree.attribute(named: startMark, of: node) != nil
  }

  /// Reads what stands in `top`; O(size of the page).
  init(_ page: HTMLPage, in top: HTMLNodeID) {
    self.page = page
    self.top = top
    findHolders()
    var next = page.tree[top].firstChild
    while let node = next {
      let isWhole = !holders.contains(node) && !isHeading(node)
      if !take(mark: node), isWhole { add(node) }
      if isHeading(node) { rest.append(node) }
      next = page.tree.node(after: node, in: top, skippingChildren: isWhole || isHeading(node))
    }
    close()
  }

  private mutating func findHolders() {
    var next = page.tree[top].firstChild
    while let node = next {
      if isMark(node) {
        var around = page.tree[node].parent
        while let holder = around, holder != top, holders.insert(holder).inserted {
          around = page.tree[holder].parent
        }
      }
      next = page.tree.node(after: node, in: top)
    }
  }

  private func isMark(_ node: HTMLNodeID) -> Bool {
    page.tree[node].tag == .span
      && [Self.startMark, Self.endMark, Self.signatureMark].contains {
        page.tree.attribute(named: $0, of: node) != nil
      }
  }

  private func isHeading(_ node: HTMLNodeID) -> Bool {
    switch page.tree[node].tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Begins or ends a comment or its signature; false if `node` is no mark.
  private mutating func take(mark node: HTMLNodeID) -> Bool {
    guard page.tree[node].tag == .span else { return false }
    if Self.isStart(page, node) {
      begin(node)
    } else if !page.value(Self.signatureMark, node).isEmpty {
      isSigning = true
    } else if !page.value(Self.endMark, node).isEmpty {
      close()
    } else {
      return false
    }
    return true
  }

  private mutating func begin(_ mark: HTMLNodeID) {
    close()
    let id = page.value(.id, mark)
    guard let parts = TalkMarkID(id) else { return }
    var comment = PageComment(element: mark)
    comment.id = id
    comment.author = parts.author
    comment.date = PageDate(moment: parts.moment)
    comment.url = "#" + id
    comment.parent = place(of: parts.parent).map { .index($0) } ?? .root
    places[parts.name] = comments.count
    open = comment
  }

  /// The comment of a name; ids that would be the same have a number behind them.
  private func place(of name: Substring) -> Int? {
    if let place = places[name] { return place }
    guard let dash = name.lastIndex(of: "-"), name[dash...].dropFirst().allSatisfy(\.isNumber)
    else { return nil }
    return places[name[..<dash]]
  }

  private mutating func add(_ node: HTMLNodeID) {
    guard open != nil else { return rest.append(node) }
    if isSigning {
      if let link = page.anchor(node), open?.authorURL == nil { open?.authorURL = page.link(link) }
    } else {
      open?.body.append(node)
    }
  }

  private mutating func close() {
    if let comment = open { comments.append(comment) }
    (open, isSigning) = (nil, false)
  }
}
