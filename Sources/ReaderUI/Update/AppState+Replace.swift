import DocumentModel

/// Reading on, when more of the source is known.
extension AppState {
  /// Puts the whole of the document in place of its beginning; everything stays where it is.
  ///
  /// Comments are told by the source line they start on. O(comments).
  public mutating func replace(with reading: Reading) {
    isPartial = false
    exchange(for: reading, CommentMap(from: document, to: reading.document))
    work[.reading] = nil
    if let (action, count) = whenWhole {
      whenWhole = nil
      scroll(action, count: count)
      settle()
    }
  }

  /// Puts another document in place, in which the comments stand where `map` says; whatever the
  /// person did and where they are stays.
  mutating func exchange(for fresh: Reading, _ map: CommentMap) {
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
    let items = ArticleItems(from: old.document, to: document)
    marks = marks.compactMapValues { $0.moved(by: map, items) }
    jumps.map { $0.moved(by: map, items) }
    articleStop = nil
    articleAnchor = items(articleAnchor)
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

extension ThreadView {
  /// The pane for a document of `count` comments, which stand where `map` says.
  fileprivate func moved(by map: CommentMap, count: Int) -> ThreadView {
    var fresh = ThreadView(count: count)
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
  fileprivate func moved(by map: CommentMap, count: Int) -> ViewSnapshot {
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
  fileprivate func moved(by map: CommentMap, _ items: ArticleItems) -> Place? {
    guard pane == .thread else {
      return Place(pane: pane, anchor: items(anchor), focused: focused.flatMap { map($0) })
    }
    guard let top = map(CommentID(anchor.item)) else { return nil }
    return Place(
      pane: pane,
      anchor: ScrollAnchor(item: top.index, line: anchor.line),
      focused: focused.flatMap { map($0) }
    )
  }
}

/// Where the blocks of an article stand in the one that takes its place.
private struct ArticleItems {
  private let old: Document
  private let new: Document

  init(from old: Document, to new: Document) {
    self.old = old
    self.new = new
  }

  /// The line that stands for `anchor`: of the block with the same text, the nearest if there are
  /// several; of the block in its place if there is none.
  ///
  /// O(blocks of the article) for a block that has moved.
  func callAsFunction(_ anchor: ScrollAnchor) -> ScrollAnchor {
    let last = new.article.blocks.count
    guard anchor.item > 0, let text = text(of: anchor.item, in: old) else { return anchor }
    if self.text(of: anchor.item, in: new) == text { return anchor }
    let same = (1..<last + 1).filter { self.text(of: $0, in: new) == text }
    guard let nearest = same.min(by: { abs($0 - anchor.item) < abs($1 - anchor.item) }) else {
      return anchor.item > last ? ScrollAnchor(item: last) : anchor
    }
    return ScrollAnchor(item: nearest, line: anchor.line)
  }

  /// The text of the block that `item` of the article's column shows, `nil` if there is none.
  private func text(of item: Int, in document: Document) -> String? {
    guard item > 0 else { return nil }
    return document.blocks(of: document.article).dropFirst(item - 1).first.map {
      document.text(of: $0)
    }
  }
}
