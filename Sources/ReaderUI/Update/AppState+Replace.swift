import DocumentModel

/// Reading on, when more of the source is known.
extension AppState {
  /// Puts the whole of the document in place of its beginning; everything stays where it is.
  ///
  /// Comments are told by the source line they start on. O(comments).
  public mutating func replace(with reading: Reading) {
    let old = self.reading
    let map = CommentPlaces(from: old.document, to: reading.document)
    self.reading = reading
    for (id, completion) in old.completions {
      map(id).map { self.reading.completions[$0] = completion }
    }
    let before = thread
    thread = mapped(before, of: old.document, by: map)
    marks = marks.compactMapValues { $0.mapped(by: map) }
    jumps.map { $0.mapped(by: map) }
    if var search {
      search.opened = Set(search.opened.compactMap(map.callAsFunction))
      search.unhidden = Set(search.unhidden.compactMap(map.callAsFunction))
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
    isPartial = false
    work[.reading] = nil
    if let (action, count) = whenWhole {
      whenWhole = nil
      scroll(action, count: count)
      settle()
    }
  }

  /// The thread pane as it was for `old`, for the document there is now.
  private func mapped(
    _ before: ThreadState,
    of old: Document,
    by map: CommentPlaces
  ) -> ThreadState {
    var fresh = ThreadState(count: document.comments.count)
    fresh.focused = before.focused.flatMap(map.callAsFunction) ?? fresh.focused
    fresh.anchor = ScrollAnchor(item: fresh.focused?.index ?? 0)
    if let top = map(CommentID(before.anchor.item)) {
      fresh.anchor = ScrollAnchor(item: top.index, line: before.anchor.line)
    }
    for id in old.commentIDs {
      guard before.folds.contains(id) || before.hidden.contains(id), let new = map(id)
      else { continue }
      if before.folds.contains(id) { fresh.folds.insert(new) }
      if before.hidden.contains(id) { fresh.hidden.insert(new) }
    }
    fresh.expanded = Set(before.expanded.compactMap(map.callAsFunction))
    fresh.level = before.level
    return fresh
  }

  /// Lets go of what speaks of the document as it was.
  private mutating func forgetWhatMayBeGone() {
    undoStack = []
    unanswered = [:]
    hints = nil
    currentLink = nil
    resting = nil
    guard overlay?.kind != .help, overlay?.kind != .messages else { return }
    overlay = nil
    if prompt?.kind == .filter { prompt = nil }
  }
}

extension Place {
  /// The same place in a fuller reading, `nil` if it is not there.
  fileprivate func mapped(by map: CommentPlaces) -> Place? {
    guard pane == .thread else {
      return Place(pane: pane, anchor: anchor, focused: focused.flatMap(map.callAsFunction))
    }
    guard let top = map(CommentID(anchor.item)) else { return nil }
    return Place(
      pane: pane,
      anchor: ScrollAnchor(item: top.index, line: anchor.line),
      focused: focused.flatMap(map.callAsFunction)
    )
  }
}

/// Which comment of a fuller reading of a source is which of an earlier one.
private struct CommentPlaces {
  private let old: Document
  private let new: Document
  private let byLine: [Int32: Int]

  init(from old: Document, to new: Document) {
    self.old = old
    self.new = new
    let moved = old.comments.indices.contains { index in
      !new.comments.indices.contains(index)
        || new.comments[index].lines.lowerBound != old.comments[index].lines.lowerBound
    }
    byLine =
      moved
      ? Dictionary(
        new.comments.enumerated().map { ($1.lines.lowerBound, $0) },
        uniquingKeysWith: { first, _ in first }
      )
      : [:]
  }

  func callAsFunction(_ id: CommentID) -> CommentID? {
    guard old.comments.indices.contains(id.index) else { return nil }
    if byLine.isEmpty { return new.comments.indices.contains(id.index) ? id : nil }
    return byLine[old[id].lines.lowerBound].map { CommentID($0) }
  }
}
