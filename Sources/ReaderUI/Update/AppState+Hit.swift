import DocumentModel
import TextSearch

/// Showing what the search found.
extension AppState {
  /// Goes to the hit at `index`.
  mutating func show(hit index: Int) {
    guard let hit = search.active?.found.hits[index] else { return }
    search.active?.current = index
    search.active?.wanted = nil
    if list != nil { return showInList(hit) }
    if let id = hit.place.comment {
      showInThread(hit, of: id)
    } else {
      window.focus(on: .article)
      showInArticle(hit)
    }
    settle()
    showSideways(hit.range, in: hit.place.comment == nil ? .article : .thread)
    let here = location
    search.active?.shownAt = here
  }

  private mutating func showInList(_ hit: SearchHit) {
    if case .articleBlock(let block) = hit.place.kind, let column = listColumn {
      let row = articleColumn.item(ofBlock: block) - 1
      _ = list?.select(row, in: column)
    }
    let here = location
    search.active?.shownAt = here
  }

  private mutating func showInArticle(_ hit: SearchHit) {
    let column = articleColumn
    guard let target = line(of: hit) else {
      article.viewport.anchor = ScrollAnchor()
      return
    }
    guard article.viewport.row(of: target, in: column, rows: column.height - 1) == nil else {
      return
    }
    article.viewport.put(target, onRow: column.height / 3, in: column)
  }

  private mutating func showInThread(_ hit: SearchHit, of id: CommentID) {
    window.focus(on: .thread)
    openForSearch(id)
    thread.focused = id
    let column = threadColumn
    let header = ScrollAnchor(item: id.index)
    let target = ScrollAnchor(item: id.index, line: line(of: hit)?.line ?? 0)
    guard
      thread.viewport.row(of: target, in: column) == nil
        || thread.viewport.row(of: header, in: column) == nil
    else { return }
    // The header too, where both fit; else the hit a third down.
    if target.line < column.height - 1 {
      let last = min(target.line + 1, column.lastTextLine(of: id.index))
      thread.viewport.show(0...last, of: id.index, in: column)
    } else {
      thread.viewport.put(target, onRow: column.height / 3, in: column)
    }
  }

  /// The line that shows `hit`, `nil` for one in the title or the byline.
  func line(of hit: SearchHit) -> ScrollAnchor? {
    switch hit.place.kind {
    case .articleBlock(let block):
      let item = articleColumn.item(ofBlock: block)
      let line = articleColumn.lines(of: item).line(showing: hit.range.start, of: block)
      return ScrollAnchor(item: item, line: line ?? 0)
    case .commentBlock(let id, let block):
      let line = threadColumn.lines(of: id.index).line(showing: hit.range.start, of: block)
      return ScrollAnchor(item: id.index, line: line ?? 0)
    default:
      return hit.place.comment.map { ScrollAnchor(item: $0.index) }
    }
  }

  /// Opens the folds `id` is in, its own too, and what it is hidden by, until the search ends.
  private mutating func openForSearch(_ id: CommentID) {
    let isShown = thread.folding.representative(of: id, in: reading) == id
    guard !isShown || !thread.folding.showsText(of: id) else { return }
    for above in [id] + document.ancestors(of: id) {
      if thread.hidden.contains(above) {
        thread.folding.hidden.remove(above)
        search.active?.unhidden.insert(above)
      }
      if thread.folds.contains(above) {
        thread.folding.unfold(above)
        search.active?.opened.insert(above)
      }
    }
    if thread.folding.isContext(id) || thread.folding.isMuted(id) {
      thread.folding.expanded.insert(id)
    }
  }
}
