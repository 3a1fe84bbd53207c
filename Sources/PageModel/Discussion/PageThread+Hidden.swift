import DocumentModel
import HTMLParsing

extension PageThread {
  /// Takes out what looks like a comment and is hidden: a template that a script fills, a trap for
  /// robots, a second copy for the eye alone.
  ///
  /// A comment is hidden if its own element or a box around nothing else is, or if it stands in a
  /// `template`. Where a box around several is hidden, or replies inside a comment are, a click shows
  /// them: those stay. Who answered a hidden comment then answers what that answered.
  ///
  /// Returns how many there were. O(comments and the elements around them).
  package mutating func removeHidden(on page: HTMLPage) -> Int {
    var hidden = HiddenComments(comments, page)
    let removed = comments.indices.filter { hidden.contains($0) }
    if !removed.isEmpty { remove(Set(removed)) }
    return removed.count
  }

  /// Takes out comments by their indices, with the continuations below them.
  private mutating func remove(_ removed: Set<Int>) {
    var places: [Int?] = []
    var rest: [PageComment] = []
    for index in comments.indices {
      var comment = comments[index]
      while case .index(let above) = comment.parent, removed.contains(above) {
        comment.parent = comments[above].parent
      }
      if case .index(let above) = comment.parent, let place = places[above] {
        comment.parent = .index(place)
      }
      places.append(removed.contains(index) ? nil : rest.count)
      if !removed.contains(index) { rest.append(comment) }
    }
    comments = rest
    continuations = continuations.compactMap { continuation in
      guard let comment = continuation.comment else { return continuation }
      guard let place = places[comment.index] else { return nil }
      var moved = continuation
      moved.comment = CommentID(place)
      return moved
    }
  }
}

/// Finds the hidden ones among the comments of a page.
private struct HiddenComments {
  private let comments: [PageComment]
  private let page: HTMLPage
  /// What conceals each node of the page, as far as was asked.
  private var known: [Concealer]
  /// The elements of all comments.
  private lazy var elements = Set(comments.map(\.element))
  /// The texts of the comments that everybody gets.
  private lazy var texts = Set(
    comments.lazy.map(\.element).filter { [page] in !page.isConcealed($0, from: .listeners) }
      .map { [page] in page.text($0) }
  )

  private enum Concealer: UInt8 {
    case unknown
    case nothing
    /// A template around the node.
    case template
    /// The node itself, or an element around it.
    case element
  }

  init(_ comments: [PageComment], _ page: HTMLPage) {
    self.comments = comments
    self.page = page
    known = [Concealer](repeating: .unknown, count: comments.isEmpty ? 0 : page.tree.nodes.count)
  }

  mutating func contains(_ index: Int) -> Bool {
    let element = comments[index].element
    switch concealer(of: element) {
    case .template: return true
    case .element: return hides(index)
    case .nothing, .unknown: return isCopy(element)
    }
  }

  private mutating func concealer(of node: HTMLNodeID) -> Concealer {
    if known[node.index] != .unknown { return known[node.index] }
    var path: [HTMLNodeID] = []
    var next: HTMLNodeID? = node
    var concealer = Concealer.nothing
    while let current = next {
      if known[current.index] != .unknown {
        concealer = known[current.index]
        break
      }
      path.append(current)
      next = page.tree[current].parent
    }
    for current in path.reversed() {
      if page.tree[current].kind == .content { concealer = .template }
      if concealer == .nothing, page.isConcealed(current, from: .anyone) { concealer = .element }
      known[current.index] = concealer
    }
    return concealer
  }

  /// Whether the innermost element that conceals a comment is its own, or stands beside other
  /// comments and holds none of them.
  private mutating func hides(_ index: Int) -> Bool {
    var next: HTMLNodeID? = comments[index].element
    while let node = next, !page.isConcealed(node, from: .anyone) { next = page.tree[node].parent }
    guard let box = next, box != comments[index].element else { return next != nil }
    let neighbours = [index - 1, index + 1].filter(comments.indices.contains)
    guard !neighbours.isEmpty,
      !neighbours.contains(where: { page.isInside(comments[$0].element, box) })
    else { return false }
    var around = page.tree[box].parent
    while let node = around {
      if elements.contains(node) { return false }
      around = page.tree[node].parent
    }
    return true
  }

  /// Whether an element is there for the eye alone and says what another says to everybody.
  private mutating func isCopy(_ element: HTMLNodeID) -> Bool {
    page.isConcealed(element, from: .listeners) && texts.contains(page.text(element))
  }
}
