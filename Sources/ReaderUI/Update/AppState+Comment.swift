import DocumentModel

extension AppState {
  mutating func comment(_ action: CommentAction, count: Int?) {
    guard let focused = thread.focused else { return tell(noCommentShown) }
    let start = location
    if start.pane == .article, action == .nextThread || action == .previousThread {
      window.focus(on: .thread)
      return thread.showFocused(in: threadColumn)
    }
    let column = threadColumn
    var target = focused
    for _ in 0..<min(count ?? 1, 10_000) {
      guard let next = column.target(of: action, from: target) else {
        tell(refusal(of: action, at: target))
        break
      }
      target = next
    }
    guard target != focused else { return }
    window.focus(on: .thread)
    thread.focused = target
    if action.isJump { navigation.jumps.leave(start) }
    reveal(target)
    thread.showFocused(in: threadColumn)
  }

  private func refusal(of action: CommentAction, at id: CommentID) -> String {
    action.refusal ?? edgeSentence(at: id, isLast: action == .next)
  }

  /// That nothing stands below `id`, or above it.
  func edgeSentence(at id: CommentID, isLast: Bool) -> String {
    "\(isLast ? "last" : "first") \(reading.noun(for: id))"
  }

  /// Goes to `id`, opening the folds it is in; `back` returns.
  mutating func go(to id: CommentID) {
    rememberLocation()
    window.focus(on: .thread)
    reveal(id)
    thread.focused = id
    thread.showFocused(in: threadColumn)
  }

  /// Opens the folds `id` is in and brings it back if it was hidden.
  mutating func reveal(_ id: CommentID) {
    guard thread.folding.representative(of: id, in: reading) != id else { return }
    rememberView()
    thread.folding.reveal(id, in: document)
  }
}

extension ThreadColumn {
  /// The comment that `action` leads to from `id`, `nil` if there is none.
  fileprivate func target(of action: CommentAction, from id: CommentID) -> CommentID? {
    let document = reading.document
    let new = reading.news.new
    switch action {
    case .next: return item(after: id.index).map { CommentID($0) }
    case .previous: return item(before: id.index).map { CommentID($0) }
    case .nextSibling: return sibling(of: id, document.nextSibling)
    case .previousSibling: return sibling(of: id, document.previousSibling)
    case .parent: return document[id].parent
    case .root:
      let root = reading.root(of: id)
      return root == id ? nil : root
    case .nextThread: return sibling(of: reading.root(of: id), document.nextSibling)
    case .previousThread:
      let root = reading.root(of: id)
      return root < id ? root : sibling(of: root, document.previousSibling)
    case .nextBySameAuthor: return byAuthor(document[id].author, from: id, step: 1)
    case .previousBySameAuthor: return byAuthor(document[id].author, from: id, step: -1)
    case .nextByArticleAuthor: return find(from: id, step: 1) { $0.isByArticleAuthor }
    case .previousByArticleAuthor: return find(from: id, step: -1) { $0.isByArticleAuthor }
    case .nextNew:
      return shown(new).first(in: id.index + 1..<document.comments.count).map { CommentID($0) }
    case .previousNew: return shown(new).last(in: 0..<id.index).map { CommentID($0) }
    case .nextFolded: return folded(from: id, isForward: true)
    case .previousFolded: return folded(from: id, isForward: false)
    }
  }

  /// Those of `comments` that the filter leaves.
  private func shown(_ comments: CommentSet) -> CommentSet {
    folding.filtered.map { comments.intersection($0.kept) } ?? comments
  }

  private func folded(from id: CommentID, isForward: Bool) -> CommentID? {
    var next = Optional(id.index)
    while let item = next {
      next = isForward ? self.item(after: item) : self.item(before: item)
      if let next, folding.folds.contains(CommentID(next)) { return CommentID(next) }
    }
    return nil
  }

  private func sibling(of id: CommentID, _ next: (CommentID) -> CommentID?) -> CommentID? {
    var candidate = next(id)
    while let found = candidate, folding.leftOut.contains(found) { candidate = next(found) }
    return candidate
  }

  private func byAuthor(_ author: AuthorID?, from id: CommentID, step: Int) -> CommentID? {
    guard let author else { return nil }
    return find(from: id, step: step) { $0.author == author }
  }

  private func find(from id: CommentID, step: Int, where fits: (Comment) -> Bool) -> CommentID? {
    let comments = reading.document.comments
    var index = id.index + step
    while comments.indices.contains(index) {
      let found = CommentID(index)
      if fits(comments[index]), folding.representative(of: found, in: reading) != nil {
        return found
      }
      index += step
    }
    return nil
  }
}

extension CommentAction {
  /// Whether it leads away, so that going back is worth remembering.
  fileprivate var isJump: Bool {
    switch self {
    case .next, .previous, .nextSibling, .previousSibling: false
    default: true
    }
  }

  /// Why it could not be done, `nil` where that is said by what the focus is on.
  fileprivate var refusal: String? {
    switch self {
    case .next, .previous: nil
    case .nextSibling: "no later reply to the same comment"
    case .previousSibling: "no earlier reply to the same comment"
    case .parent: "no parent: this starts a thread"
    case .root: "already at the start of the thread"
    case .nextThread: "last thread"
    case .previousThread: "first thread"
    case .nextBySameAuthor: "no later comment by this author"
    case .previousBySameAuthor: "no earlier comment by this author"
    case .nextByArticleAuthor: "no later comment by the article's author"
    case .previousByArticleAuthor: "no earlier comment by the article's author"
    case .nextNew: "no later new comment"
    case .previousNew: "no earlier new comment"
    case .nextFolded: "no later folded comment"
    case .previousFolded: "no earlier folded comment"
    }
  }
}
