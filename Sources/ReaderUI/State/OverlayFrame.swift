import Terminal

/// Where an overlay stands in the window.
struct OverlayFrame {
  /// The fewest columns a box takes, where the window has them.
  static let leastColumns = 50
  /// The columns of a box that its title cannot have.
  static let titleMargin = 8

  /// The box with its border.
  let box: Rect
  /// The rows inside.
  let inside: Rect
  /// The rows of the list, laid out for the box.
  let column: OverlayColumn
  /// The line at the top of the box.
  let anchor: ScrollAnchor

  /// The box for `overlay` in a window of `size`: as wide as its rows want, at most the window.
  init(_ overlay: Overlay, in size: Size) {
    let widest = overlay.rows.prefix(500).reduce(DisplayWidth.of(overlay.title) + 4) {
      widest,
      row in
      row.text.split(separator: "\n").reduce(widest) { max($0, DisplayWidth.of($1)) }
    }
    let columns = min(size.columns, max(Self.leastColumns(of: overlay), widest + 4))
    let most = max(1, size.rows - 3)
    let whole = OverlayColumn(overlay: overlay, width: max(1, columns - 4), height: most)
    let rows = max(1, whole.visible(from: ScrollAnchor()).count)
    column = OverlayColumn(overlay: overlay, width: whole.width, height: rows)
    box = Rect(
      row: Self.row(of: overlay, rows: rows + 2, in: size),
      column: Self.column(of: overlay, columns: columns, in: size),
      columns: columns,
      rows: rows + 2
    )
    inside = Rect(
      row: box.origin.row + 1,
      column: box.origin.column + 2,
      columns: columns - 4,
      rows: rows
    )
    var viewport = overlay.viewport
    viewport.settle(on: column)
    if overlay.isMenu, overlay.shown.indices.contains(overlay.selected) {
      let lines = column.lines(of: overlay.selected).count(upTo: rows)
      viewport.show(0...lines - 1, of: overlay.selected, in: column)
    }
    anchor = viewport.anchor
  }

  /// In the middle of the window, or below the place the list is about; above it without room there.
  private static func row(of overlay: Overlay, rows: Int, in size: Size) -> Int {
    guard let place = overlay.place else { return max(0, (size.rows - 1 - rows) / 2) }
    let below = place.row + 1
    if below + rows <= size.rows - 1 { return below }
    return place.row >= rows ? place.row - rows : max(0, size.rows - 1 - rows)
  }

  private static func column(of overlay: Overlay, columns: Int, in size: Size) -> Int {
    guard let place = overlay.place else { return (size.columns - columns) / 2 }
    return max(0, min(place.column - 2, size.columns - columns))
  }

  /// The fewest columns for `overlay`: the list of links has many keys to name in its last row.
  private static func leastColumns(of overlay: Overlay) -> Int {
    overlay.kind == .links && overlay.place == nil ? 76 : leastColumns
  }

  /// The row at `position`, an index into the overlay's shown rows.
  func row(at position: Position) -> Int? {
    guard inside.contains(position) else { return nil }
    let shown = column.visible(from: anchor)
    let index = position.row - inside.origin.row
    return shown.indices.contains(index) ? shown[index].item : nil
  }
}
