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
  /// O(comments and the elements around them).
  package mutating func removeHidden(on page: HTMLPage) {
    var hidden = HiddenComments(comments, page)
    let removed = comments.indices.filter { hidden.contains($0) }
    if !removed.isEmpty { remove(Set(removed)) }
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
  /// What conceals the nodes that were asked for so far.
  private var known: [HTMLNodeID: Concealer] = [:]
  private enum Concealer: Equatable {
    case nothing
    case template
    case element(HTMLNodeID)
  }

  init(_ comments: [PageComment], _ page: HTMLPage) {
    self.comments = comments
    self.page = page
  }

  mutating func contains(_ index: Int) -> Bool {
    let element = comments[index].element
    switch concealer(of: element) {
    case .template: return true
    case .element(let box): return box == element || isAround(index, alone: box)
    case .nothing: return isCopy(element)
    }
  }

  /// The innermost element at or around a node that hides what is in it; a template around that
  /// counts before it.
  private mutating func concealer(of node: HTMLNodeID) -> Concealer {
    var path: [HTMLNodeID] = []
    var next: HTMLNodeID? = node
    var concealer = Concealer.nothing
    while let current = next {
      if let found = known[current] {
        concealer = found
        break
      }
      path.append(current)
      next = page.tree[current].parent
    }
    for current in path.reversed() {
      if page.tree[current].kind == .content { concealer = .template }
      if concealer != .template, page.isConcealed(current, from: .anyone) {
        concealer = .element(current)
      }
      known[current] = concealer
    }
    return concealer
  }

  /// Whether a box stands beside other comments and holds none of them.
  private func isAround(_ index: Int, alone box: HTMLNodeID) -> Bool {
    let neighbours = [index - 1, index + 1].filter(comments.indices.contains)
    guard !neighbours.isEmpty,
      !neighbours.contains(where: { page.isInside(comments[$0].element, box) })
    else { return false }
    return !comments[..<index].contains { page.isInside(box, $0.element) }
  }

  /// Whether an element is there for the eye alone and says what another says to everybody.
  private mutating func isCopy(_ element: HTMLNodeID) -> Bool {
    guard page.isConcealed(element, from: .listeners) else { return false }
    let text = page.text(element)
    return comments.contains { other in
      other.element != element && !page.isConcealed(other.element, from: .listeners)
        && page.text(other.element) == text
    }
  }
}
