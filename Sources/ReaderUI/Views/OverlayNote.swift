import Terminal

/// The last row of a list: the keys that work in it, or what there is to say.
struct OverlayNote {
  let overlay: Overlay
  let state: AppState
  let theme: Theme

  /// Draws the note on the lower border of `box`; `shown` are the rows on the screen.
  func draw(in box: Rect, shown: [Int], on canvas: inout Canvas) {
    let row = box.rows.upperBound - 1
    let end = box.columns.upperBound - 2
    if let message = state.message, holds(message, in: box) {
      let role: StyleRole = message.isWarning ? .messageWarning : .message
      canvas.write(
        " \(message.text) ",
        row: row,
        column: box.origin.column + 1,
        style: theme.style(role, over: theme[.overlay]),
        limit: box.columns.upperBound - 1
      )
      return
    }
    let style = theme.style(.border, over: theme[.overlay])
    let keys = keys(fitting: box.size.columns - 6)
    let start = max(box.origin.column + 1, end - DisplayWidth.of(keys) - 2)
    canvas.write(" \(keys) ", row: row, column: start, style: style)
    let place = place(of: shown)
    if box.origin.column + 2 + DisplayWidth.of(place) + 2 < start {
      canvas.write(place, row: row, column: box.origin.column + 2, style: style)
    }
  }

  /// Whether the row has room for `message`; without it, that stands above the status line.
  func holds(_ message: Message, in box: Rect) -> Bool {
    DisplayWidth.of(message.text) + 2 <= box.size.columns - 2
  }

  /// Which rows of how many are on the screen, empty if all are.
  private func place(of shown: [Int]) -> String {
    guard let first = shown.first, let last = shown.last,
      last - first + 1 < overlay.shown.count
    else { return "" }
    return " \(first + 1)–\(last + 1) of \(overlay.shown.count) "
  }

  /// The keys with what they do, without the first where there is no room for all.
  private func keys(fitting columns: Int) -> String {
    var notes = Self.uses(of: overlay).map { "\(key($0.command)) \($0.verb)" }
    while notes.count > 1, DisplayWidth.of(notes.joined(separator: " · ")) > columns {
      notes.removeFirst()
    }
    return notes.joined(separator: " · ")
  }

  /// What is done in a list, the most useful last.
  private static func uses(of overlay: Overlay) -> [(command: String, verb: String)] {
    let verb: String? =
      switch overlay.kind {
      case .help: "runs"
      case .links: overlay.place == nil ? "reads" : "chooses"
      case .contents, .marks, .outline, .best, .quoting: "goes there"
      case .facts: overlay.isMenu ? "goes to the author" : nil
      case .sources, .pages: "reads"
      case .messages, .parent: nil
      }
    var uses: [(String, String)] = []
    if overlay.kind == .parent {
      uses.append(("list-parent", "goes further up"))
    } else if overlay.place == nil {
      if overlay.kind == .links { uses.append(("list-browse", "opens in the browser")) }
      if overlay.kind == .links || overlay.kind == .messages {
        uses.append(("list-copy", "copies"))
      }
      uses.append(("list-filter", "filters"))
    }
    if let verb { uses.append(("list-choose", verb)) }
    return uses + [("list-close", "closes")]
  }

  /// The key that calls the command called `name` in a list.
  private func key(_ name: String) -> String { state.keymap.key(of: name, in: .overlay) }
}
