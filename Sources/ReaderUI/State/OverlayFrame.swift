import Terminal

/// Where an overlay stands in the window.
struct OverlayFrame {
  /// The box with its border.
  let box: Rect
  /// The rows inside.
  let inside: Rect
  /// The first row shown, an index into the overlay's shown rows.
  let top: Int
  private let count: Int

  /// The box for `overlay` in a window of `size`: as wide as its rows want, at most the window.
  init(_ overlay: Overlay, in size: Size) {
    let widest = overlay.rows.prefix(500).reduce(DisplayWidth.of(overlay.title) + 4) {
      max($0, DisplayWidth.of($1.text))
    }
    let columns = min(size.columns, max(24, widest + 4))
    let rows = min(max(3, size.rows - 1), overlay.shown.count + 2)
    box = Rect(
      row: max(0, (size.rows - 1 - rows) / 2),
      column: (size.columns - columns) / 2,
      columns: columns,
      rows: rows
    )
    inside = Rect(
      row: box.origin.row + 1,
      column: box.origin.column + 2,
      columns: columns - 4,
      rows: rows - 2
    )
    let height = max(1, inside.size.rows)
    let last = max(0, overlay.shown.count - height)
    var top = min(overlay.top, last)
    if overlay.isMenu {
      if overlay.selected < top { top = overlay.selected }
      if overlay.selected >= top + height { top = overlay.selected - height + 1 }
    }
    self.top = top
    count = overlay.shown.count
  }

  /// The row at `position`, an index into the overlay's shown rows.
  func row(at position: Position) -> Int? {
    guard inside.contains(position) else { return nil }
    let index = top + position.row - inside.origin.row
    return index < count ? index : nil
  }
}
