import DocumentModel

/// Reading on, when more of the source is known.
extension AppState {
  /// Puts the whole of the document in place of its beginning; everything stays where it is.
  ///
  /// Comments are told by the source line they start on. O(comments).
  public mutating func replace(with reading: Reading) {
    isPartial = false
    exchange(for: reading, CommentPlaces(from: document, to: reading.document))
    work[.reading] = nil
    if let (action, count) = whenWhole {
      whenWhole = nil
      scroll(action, count: count)
      settle()
    }
  }

  /// Puts another document in place, in which the comments stand where `map` says; whatever the
  /// person did and where they are stays.
  mutating func exchange(for fresh: Reading, _ map: CommentPlaces) {
    let old = reading
    let count = fresh.document.comments.count
    reading = fresh
    measureArticle()
    for (id, completion) in old.completions {
      map(id).map { reading.completions[$0] = completion }
    }
    if reading.news.isEmpty { reading.news = old.news.moved(by: map, count: count) }
    thread = thread.moved(by: map, count: count)
    undoStack = undoStack.map { $0.moved(by: map, count: count) }
    marks = marks.compactMapValues { $0.moved(by: map) }
    jumps.map { $0.moved(by: map) }
    unanswered = [:]
    if var search {
      search.opened = map(search.opened)
      search.unhidden = map(search.unhidden)
      self.search = search
    }
    forgetWhatMayBeGone()
    let wasEmpty = old.document.comments.isEmpty && old.document.article.blocks.isEmpty
    if wasEmpty, !document.comments.isEmpty {
      focus = document.article.blocks.isEmpty ? .thread : .article
    }
    let lastItem = document.article.blocks.count
    if articleAnchor.item > lastItem { articleAnchor = ScrollAnchor(item: lastItem) }
    searchOrigin = searchOrigin.map { _ in standpoint }
    restartSearch()
    settle()
  }

  /// Lets go of what speaks of the document as it was.
  private mutating func forgetWhatMayBeGone() {
    lastFold = nil
    hints = nil
    currentLink = nil
    resting = nil
    guard overlay?.kind != .help, overlay?.kind != .messages else { return }
    overlay = nil
    if prompt?.kind == .filter { prompt = nil }
  }
}

extension ThreadState {
  /// The pane for a document of `count` comments, which stand where `map` says.
  fileprivate func moved(by map: CommentPlaces, count: Int) -> ThreadState {
    var fresh = ThreadState(count: count)
    fresh.focused = focused.flatMap { map($0) } ?? fresh.focused
    fresh.anchor = ScrollAnchor(item: fresh.focused?.index ?? 0)
    if let top = map(CommentID(anchor.item)) {
      fresh.anchor = ScrollAnchor(item: top.index, line: anchor.line)
    }
    fresh.folds = map(folds, count: count)
    fresh.hidden = map(hidden, count: count)
    fresh.expanded = map(expanded)
    fresh.level = level
    return fresh
  }
}

extension ViewSnapshot {
  /// The same view of a document of `count` comments, which stand where `map` says.
  fileprivate func moved(by map: CommentPlaces, count: Int) -> ViewSnapshot {
    let top = map(CommentID(threadAnchor.item))
    return ViewSnapshot(
      folds: map(folds, count: count),
      hidden: map(hidden, count: count),
      expanded: map(expanded),
      opened: map(opened),
      layoutMode: layoutMode,
      share: share,
      threadAnchor: ScrollAnchor(item: top?.index ?? 0, line: top == nil ? 0 : threadAnchor.line),
      focused: focused.flatMap { map($0) }
    )
  }
}

extension Place {
  /// The same place in another document, `nil` if it is not there.
  fileprivate func moved(by map: CommentPlaces) -> Place? {
    guard pane == .thread else {
      return Place(pane: pane, anchor: anchor, focused: focused.flatMap { map($0) })
    }
    guard let top = map(CommentID(anchor.item)) else { return nil }
    return Place(
      pane: pane,
      anchor: ScrollAnchor(item: top.index, line: anchor.line),
      focused: focused.flatMap { map($0) }
    )
  }
}
