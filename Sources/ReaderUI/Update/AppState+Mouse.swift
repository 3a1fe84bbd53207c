import DocumentModel
import Terminal
import TextLayout

extension AppState {
  mutating func mouse(_ event: MouseEvent) -> [Effect] {
    defer { settle() }
    if overlay != nil { return mouseInOverlay(event) }
    switch event.kind {
    case .wheelUp: wheel(-3, at: event.position)
    case .wheelDown: wheel(3, at: event.position)
    case .press(1): return click(event.position)
    case .drag: dragBorder(to: event.position)
    case .release: isDraggingBorder = false
    case .press: break
    }
    return []
  }

  private func pane(at position: Position) -> Pane? {
    Pane.allCases.first { panes.rect(of: $0)?.contains(position) == true }
  }

  private mutating func wheel(_ lines: Int, at position: Position) {
    switch pane(at: position) ?? focus {
    case .article:
      let column = articleColumn
      articleAnchor = column.clamp(
        column.move(articleAnchor, by: lines),
        height: height(of: .article)
      )
    case .thread:
      let column = threadColumn
      guard column.firstItem != nil else { return }
      thread.anchor = column.clamp(
        column.move(thread.anchor, by: lines),
        height: height(of: .thread)
      )
      focusOnScreen(in: column)
    }
  }

  private mutating func click(_ position: Position) -> [Effect] {
    prompt = nil
    hints = nil
    let isOnBorder =
      panes.border?.contains(position) == true
      || (panes.mode == .stacked && panes.caption?.contains(position) == true)
    if isOnBorder {
      isDraggingBorder = true
      hasDraggedBorder = false
      return []
    }
    guard let pane = pane(at: position), let rect = panes.rect(of: pane) else { return [] }
    focus = pane
    let row = position.row - rect.origin.row
    let column = position.column - rect.origin.column
    return pane == .article ? clickInArticle(row, column) : clickInThread(row, column)
  }

  private mutating func clickInArticle(_ row: Int, _ column: Int) -> [Effect] {
    let shown = articleColumn.visible(from: articleAnchor, height: height(of: .article))
    guard shown.indices.contains(row), case .text(let line, _) = shown[row].content else {
      return []
    }
    openMenu(of: line, document, column - articleColumns.start, .article, shown[row].item)
    return []
  }

  private mutating func clickInThread(_ row: Int, _ column: Int) -> [Effect] {
    let threadColumn = threadColumn
    let shown = threadColumn.visible(from: thread.anchor, height: height(of: .thread))
    guard shown.indices.contains(row) else { return [] }
    let id = CommentID(shown[row].item)
    let step = column / ThreadColumn.step
    let indentation = threadColumn.indentation(of: id)
    if step < indentation {
      // A click on a thread line folds the comment the line comes down from.
      if let above = ancestor(of: id, drawnAt: step) {
        thread.focused = above
        setFold(of: above, true)
        keepFocusedOnScreen()
      }
      return []
    }
    thread.focused = id
    switch shown[row].content {
    case .header where step == indentation: setFold(of: id, !thread.folds.contains(id))
    case .cut, .more: return update(.cut(.toggle))
    case .text(let line, _):
      let body = reading.body(of: id)
      openMenu(
        of: line,
        body.document,
        column - threadColumn.textColumns(of: id).start,
        .thread,
        id.index
      )
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

  /// Opens the menu of the link in `line` under the pointer, if there is one.
  private mutating func openMenu(
    of line: Line,
    _ document: Document,
    _ column: Int,
    _ pane: Pane,
    _ item: Int
  ) {
    let column = line.scrolls ? column + (shifts[pane] ?? 0) : column
    let hit = line.pieces.first { piece in
      piece.link != nil && (piece.column..<piece.column + piece.width).contains(column)
    }
    guard let index = hit?.link else { return }
    let span = document.spans[Int(index)]
    let url = document.text[span.url]
    currentLink = DocumentLink(pane: pane, item: item, text: span.text, url: url)
    overlay = Overlay(
      .links,
      title: url,
      rows: [
        OverlayRow([OverlayRow.Run("Open in the browser")], target: .address(url)),
        OverlayRow([OverlayRow.Run("Copy the address")], target: .copy(url)),
      ]
    )
  }

  private mutating func dragBorder(to position: Position) {
    guard isDraggingBorder else { return }
    let place = panes.mode == .side ? position.column : position.row
    if putBorder(at: place, remembering: !hasDraggedBorder) { hasDraggedBorder = true }
  }

  private mutating func mouseInOverlay(_ event: MouseEvent) -> [Effect] {
    guard var list = overlay else { return [] }
    switch event.kind {
    case .wheelUp, .wheelDown:
      moveInOverlay(by: event.kind == .wheelUp ? -3 : 3)
    case .press(1):
      let frame = OverlayFrame(list, in: size)
      guard let index = frame.row(at: event.position) else {
        overlay = nil
        prompt = nil
        return []
      }
      list.selected = index
      overlay = list
      return list.selectedRow?.target == nil ? [] : chooseInOverlay()
    default: break
    }
    return []
  }
}
