import DocumentModel

extension AppState {
  mutating func app(_ action: AppAction) -> [Effect] {
    switch action {
    case .quit: return quit()
    case .quitNow: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .promptCommand: prompt = Prompt(.command, text: count.map(String.init) ?? "")
    case .promptExport: prompt = Prompt(.export, text: suggestedFile)
    case .nextTheme(let step): return [.nextTheme(step)]
    }
    return []
  }

  /// Leaves what was entered last: the search, then the program.
  private mutating func quit() -> [Effect] {
    guard search != nil else { return [.quit] }
    return update(.search(.end))
  }

  private var suggestedFile: String {
    let words = document.text[document.article.title].lowercased().split {
      !$0.isLetter && !$0.isNumber
    }
    let name = words.prefix(8).joined(separator: "-")
    return (name.isEmpty ? "document" : name) + ".md"
  }

  // MARK: What the program says

  /// Shows `text` on the message line.
  public mutating func say(_ text: String, isWarning: Bool = false) {
    tell(text, isWarning: isWarning)
  }

  /// Shows work in the background, `nil` when it is done.
  public mutating func setProgress(_ progress: Progress?) { self.progress = progress }

  /// Says that the document is only the beginning of one; `replace(with:)` brings the whole.
  public mutating func expectMore() {
    isPartial = true
    progress = Progress(label: "reading", share: nil)
  }

  /// Sets the clock, in seconds since 1970.
  public mutating func setClock(_ now: Int64) { self.now = now }

  /// Puts the whole of the document in place of its beginning; everything stays where it is.
  ///
  /// Comments are told by the source line they start on. O(comments).
  public mutating func replace(with reading: Reading) {
    let old = self.reading.document
    let places = CommentPlaces(from: old, to: reading.document)
    var fresh = ThreadState(count: reading.document.comments.count)
    fresh.focused = thread.focused.flatMap(places.map) ?? fresh.focused
    fresh.anchor = ScrollAnchor(
      item: places.map(CommentID(thread.anchor.item))?.index ?? fresh.focused?.index ?? 0,
      line: thread.anchor.line
    )
    for id in old.commentIDs {
      guard thread.folds.contains(id) || thread.hidden.contains(id), let new = places.map(id)
      else { continue }
      if thread.folds.contains(id) { fresh.folds.insert(new) }
      if thread.hidden.contains(id) { fresh.hidden.insert(new) }
    }
    fresh.expanded = Set(thread.expanded.compactMap(places.map))
    fresh.level = thread.level
    let completions = self.reading.completions
    self.reading = reading
    for (id, completion) in completions {
      places.map(id).map { self.reading.completions[$0] = completion }
    }
    thread = fresh
    undoStack = []
    overlay = nil
    if old.comments.isEmpty, old.article.blocks.isEmpty, !document.comments.isEmpty {
      focus = document.article.blocks.isEmpty ? .thread : .article
    }
    restartSearch()
    settle()
    isPartial = false
    progress = nil
    if let (action, count) = whenWhole {
      whenWhole = nil
      scroll(action, count: count)
      settle()
    }
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

  func map(_ id: CommentID) -> CommentID? {
    guard old.comments.indices.contains(id.index) else { return nil }
    if byLine.isEmpty { return new.comments.indices.contains(id.index) ? id : nil }
    return byLine[old[id].lines.lowerBound].map { CommentID($0) }
  }
}
