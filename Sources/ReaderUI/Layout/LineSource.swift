import TextLayout

/// A column of items whose lines are known only when asked for: what a `Viewport` moves over.
///
/// Items are visited from the anchor outwards and their lines as far as they are needed, so a move
/// costs the lines it passes, not the document's size.
protocol LineSource {
  associatedtype Content
  /// How many rows of its pane show lines, at least one.
  var height: Int { get }
  /// The lines of `item`, at least one.
  func lines(of item: Int) -> ItemLines<Content>
  /// The first item shown, `nil` if there is none.
  var firstItem: Int? { get }
  /// The last item shown.
  var lastItem: Int? { get }
  /// The item shown after `item`.
  func item(after item: Int) -> Int?
  /// The item shown before `item`.
  func item(before item: Int) -> Int?
  /// The document's text that a line shows and its block, `nil` if it shows something else.
  func text(of content: Content) -> (line: Line, block: Int)?
}

/// A line of a column that stands on the screen.
struct VisibleLine<Content> {
  /// The item it belongs to.
  let item: Int
  /// Which line of the item it is.
  let index: Int
  /// Whether the item ends with it.
  let isLast: Bool
  /// What it shows.
  let content: Content
}

extension LineSource {
  /// The last line of `item`.
  func end(of item: Int) -> ScrollAnchor {
    ScrollAnchor(item: item, line: lines(of: item).count(upTo: .max) - 1)
  }

  /// `anchor` moved down by `distance` lines, up for a negative one, as far as there are lines.
  func move(_ anchor: ScrollAnchor, by distance: Int) -> ScrollAnchor {
    distance < 0 ? moveUp(anchor, by: -distance) : moveDown(anchor, by: distance).reached
  }

  /// `anchor` moved down, and how many lines were missing to go all the way.
  private func moveDown(
    _ anchor: ScrollAnchor,
    by distance: Int
  ) -> (reached: ScrollAnchor, missing: Int) {
    var anchor = anchor
    var rest = distance
    while true {
      let target = anchor.line + rest
      let count = lines(of: anchor.item).count(upTo: target + 1)
      guard target >= count else { return (ScrollAnchor(item: anchor.item, line: target), 0) }
      guard let next = item(after: anchor.item) else {
        return (ScrollAnchor(item: anchor.item, line: max(0, count - 1)), target - count + 1)
      }
      rest -= count - anchor.line
      anchor = ScrollAnchor(item: next)
    }
  }

  private func moveUp(_ anchor: ScrollAnchor, by distance: Int) -> ScrollAnchor {
    var anchor = anchor
    var rest = distance
    while rest > anchor.line {
      guard let previous = item(before: anchor.item) else { return ScrollAnchor(item: anchor.item) }
      rest -= anchor.line + 1
      anchor = end(of: previous)
    }
    anchor.line -= rest
    return anchor
  }

  /// The lowest anchor that still fills the pane; the start if there are fewer lines.
  var lastAnchor: ScrollAnchor {
    guard let last = lastItem else { return ScrollAnchor() }
    return move(end(of: last), by: 1 - height)
  }

  /// `anchor`, moved onto a line that exists and not below `lastAnchor`.
  func clamp(_ anchor: ScrollAnchor) -> ScrollAnchor {
    guard let end = lastItem else { return ScrollAnchor() }
    guard anchor.item <= end else { return lastAnchor }
    let wanted = max(0, anchor.line)
    let count = lines(of: anchor.item).count(upTo: wanted + 1)
    let valid = ScrollAnchor(item: anchor.item, line: min(wanted, count - 1))
    return fills(height, from: valid) ? valid : min(valid, lastAnchor)
  }

  /// Whether there are at least `rows` lines from `anchor` on.
  func fills(_ rows: Int, from anchor: ScrollAnchor) -> Bool {
    moveDown(anchor, by: rows - 1).missing == 0
  }

  /// The lines on the rows of the pane, or on as many as `rows` says, from `anchor` on.
  func visible(from anchor: ScrollAnchor, rows: Int? = nil) -> [VisibleLine<Content>] {
    let rows = rows ?? height
    var shown: [VisibleLine<Content>] = []
    guard firstItem != nil else { return shown }
    var item = Optional(anchor.item)
    var first = anchor.line
    while let current = item, shown.count < rows {
      let room = rows - shown.count
      // One more tells whether the last one shown is the item's last.
      let lines = lines(of: current).lines(in: first..<first + room + 1)
      for (offset, content) in lines.prefix(room).enumerated() {
        shown.append(
          VisibleLine(
            item: current,
            index: first + offset,
            isLast: offset == lines.count - 1,
            content: content
          )
        )
      }
      first = 0
      item = self.item(after: current)
    }
    return shown
  }

  /// How many lines lie from `start` down to `end`, `nil` if `end` is above or beyond `limit`.
  func distance(from start: ScrollAnchor, to end: ScrollAnchor, limit: Int) -> Int? {
    guard start <= end else { return nil }
    var item = start.item
    var lines = -start.line
    while item != end.item {
      lines += self.lines(of: item).count(upTo: limit - lines + 1)
      guard lines <= limit, let next = self.item(after: item), next <= end.item else { return nil }
      item = next
    }
    lines += end.line
    return lines <= limit ? lines : nil
  }
}
