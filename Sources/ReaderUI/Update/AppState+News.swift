import DocumentModel

/// What is new, and has been read.
extension AppState {
  mutating func news(_ action: NewsAction) {
    guard let focused = thread.focused else { return tell(noCommentShown) }
    switch action {
    case .readThread: readThread(of: focused)
    case .foldRead: foldRead()
    }
  }

  /// Takes the thread of `id` for read and goes to the next thread with something new.
  private mutating func readThread(of id: CommentID) {
    let root = reading.root(of: id)
    let thread = root.index..<root.index + document[root].subtreeSize
    let count = reading.news.new.count(in: thread)
    for index in thread { visit.seen.insert(CommentID(index)) }
    reading.news.new.remove(in: thread)
    let new = reading.news.new
    let read = count == 0 ? "marked read" : "\(count.counted("new comment")) marked read"
    guard
      let next = new.first(in: thread.upperBound..<document.comments.count)
        ?? new.first(in: 0..<thread.lowerBound)
    else {
      let leftOut = self.thread.folding.leftOut
      if let following = document.nextSibling(of: root), !leftOut.contains(following) {
        go(to: following)
      }
      return tell("\(read); nothing else is new")
    }
    go(to: CommentID(next))
    tell("\(read); \(new.count) left")
  }

  /// Folds all in which nothing is new, and unfolds the rest.
  private mutating func foldRead() {
    let new = reading.news.new
    guard !new.isEmpty else { return tell("nothing is new") }
    changeFolds { state in
      state.thread.levels = nil
      state.thread.folding.unfoldAll()
      var index = 0
      while index < state.document.comments.count {
        let id = CommentID(index)
        let end = index + state.document[id].subtreeSize
        if new.first(in: index..<end) == nil {
          state.thread.folding.fold(id, keepingText: false)
          index = end
        } else {
          index += 1
        }
      }
    }
    tell("threads without new comments are folded; \(key("unfold-all")) unfolds all")
  }
}
