import DocumentModel
import Terminal
import TextLayout

extension AppState {
  mutating func mouse(_ event: MouseEvent) -> [Effect] {
    defer { settle() }
    if mode.overlay != nil { return mouseInOverlay(event) }
    if list != nil { return mouseInList(event) }
    switch event.kind {
    case .wheelUp: wheel(-3, at: event.position)
    case .wheelDown: wheel(3, at: event.position)
    case .press(1): return click(event.position)
    case .drag: dragBorder(to: event.position)
    case .release:
      if window.drag == .held, panes.tabs == nil, panes.caption?.contains(event.position) == true {
        goToCommentAbove()
      }
      window.drag = nil
    case .press: break
    }
    return []
  }

  private func pane(at position: Position) -> Pane? {
    Pane.allCases.first { panes.rect(of: $0)?.contains(position) == true }
  }

  private mutating func wheel(_ lines: Int, at position: Position) {
    switch pane(at: position) ?? focus {
    case .article: article.viewport.scroll(by: lines, over: articleColumn)
    case .thread:
      let column = threadColumn
      guard column.firstItem != nil else { return }
      thread.viewport.scroll(by: lines, over: column)
      thread.focusOnScreen(in: column)
    }
  }

  private mutating func click(_ position: Position) -> [Effect] {
    if mode.prompt != nil || mode.hints != nil || mode.question != nil { mode = .reading }
    if let tab = tab(at: position) {
      return tab == discussions.current ? [] : [.showDiscussion(tab)]
    }
    let isOnBorder =
      panes.border?.contains(position) == true || panes.divider?.contains(position) == true
    if isOnBorder {
      window.drag = .held
      return []
    }
    if panes.caption?.contains(position) == true {
      goToCommentAbove()
      return []
    }
    guard let pane = pane(at: position), let rect = panes.rect(of: pane) else { return [] }
    let column = position.column - rect.origin.column
    let row = focus(on: pane, byClickOn: position.row - rect.origin.row)
    return pane == .article
      ? clickInArticle(row, column, at: position) : clickInThread(row, column, at: position)
  }

  /// Gives `pane` the focus; returns the row on which the line that was on `row` stands now.
  ///
  /// A thread that grows upwards keeps that line under the pointer, as far as there is text above.
  private mutating func focus(on pane: Pane, byClickOn row: Int) -> Int {
    let before = panes.thread?.origin.row
    window.focus = pane
    guard pane == .thread, let before, let after = panes.thread?.origin.row, before != after else {
      return row
    }
    let column = threadColumn
    let shown = column.visible(from: thread.anchor)
    thread.viewport.scroll(by: after - before, over: column)
    guard shown.indices.contains(row) else { return row }
    let line = ScrollAnchor(item: shown[row].item, line: shown[row].index)
    return thread.viewport.row(of: line, in: column) ?? row
  }

  private mutating func clickInArticle(_ row: Int, _ column: Int, at position: Position) -> [Effect]
  {
    let shown = articleColumn.visible(from: article.anchor)
    guard shown.indices.contains(row), case .text(let line, _) = shown[row].content else {
      return []
    }
    let link = link(
      in: line,
      of: document,
      at: column - articleColumns.start,
      pane: .article,
      item: shown[row].item
    )
    if let link {
      openMenu(of: link, in: document, at: position)
    } else {
      refuseDeadLink(in: line, at: column - articleColumns.start, pane: .article)
    }
    return []
  }

  private mutating func clickInThread(_ row: Int, _ column: Int, at position: Position) -> [Effect]
  {
    let threadColumn = threadColumn
    if hasRail(inColumns: threadColumn.width), column == threadColumn.width - 1 {
      let rail = Rail(rows: threadColumn.height, length: document.comments.count)
      if rail.length > 0 { go(to: CommentID(min(rail.start(of: row), rail.length - 1))) }
      return []
    }
    let shown = threadColumn.visible(from: thread.anchor)
    guard shown.indices.contains(row) else { return [] }
    let id = CommentID(shown[row].item)
    let step = column / ThreadColumn.step
    let indentation = threadColumn.indentation(of: id)
    if step < indentation {
      // A click on a thread line folds the comment the line comes down from.
      if let above = ancestor(of: id, drawnAt: step) {
        thread.focused = above
        setFold(of: above, true)
        thread.showFocused(in: self.threadColumn)
      }
      return []
    }
    thread.focused = id
    switch shown[row].content {
    case .header where step == indentation: setFold(of: id, !thread.folds.contains(id))
    case .cut, .more: return update(.cut(.toggle))
    case .text(let line, _):
      let document = reading.body(of: id).document
      let link = link(
        in: line,
        of: document,
        at: column - threadColumn.textColumns(of: id).start,
        pane: .thread,
        item: id.index
      )
      if let link {
        openMenu(of: link, in: document, at: position)
      } else {
        let start = threadColumn.textColumns(of: id).start
        refuseDeadLink(in: line, at: column - start, pane: .thread)
      }
    default: break
    }
    return []
  }

  /// The comment above `id` that is drawn `step` steps in, the nearest one.
  func ancestor(of id: CommentID, drawnAt step: Int) -> CommentID? {
    let column = threadColumn
    return sequence(first: id) { document[$0].parent }.dropFirst()
      .first { column.indentation(of: $0) == step }
  }

  /// Goes to the comment that the row above the thread speaks of; to the thread if there is none.
  private mutating func goToCommentAbove() {
    guard let above = commentAbove else { return window.focus(on: .thread) }
    go(to: above.id)
  }

  private mutating func dragBorder(to position: Position) {
    guard let drag = window.drag else { return }
    let target = panes.mode == .side ? position.column : position.row
    if moveBorder(to: target, remembering: drag == .held) { window.drag = .moved }
  }

  private mutating func mouseInOverlay(_ event: MouseEvent) -> [Effect] {
    guard var list = mode.overlay else { return [] }
    switch event.kind {
    case .wheelUp, .wheelDown:
      moveInOverlay(by: event.kind == .wheelUp ? -3 : 3)
    case .press(1):
      let frame = OverlayFrame(list, in: size)
      guard let index = frame.row(at: event.position) else {
        mode = .reading
        return []
      }
      list.selected = index
      mode.overlay = list
      return list.selectedRow?.target == nil ? [] : chooseInOverlay()
    default: break
    }
    return []
  }
}
