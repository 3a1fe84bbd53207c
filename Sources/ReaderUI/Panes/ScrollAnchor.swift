import TextLayout

/// Where a pane's top row rests: an item and a line of it, never a row count.
///
/// Folding, resizing and reloading keep the reader's place, since the anchor is tied to the text.
public struct ScrollAnchor: Hashable, Sendable {
  /// The item: a block of the article or a comment.
  public var item: Int
  /// The line of the item, from 0.
  public var line: Int

  /// The line `line` of `item`.
  public init(item: Int = 0, line: Int = 0) {
    self.item = item
    self.line = line
  }
}

/// A column of items whose lines are known only when asked for: what an anchor moves over.
///
/// Items are visited from the anchor outwards, so a move costs the lines it passes, not the
/// document's size.
protocol LineSource {
  associatedtype Content
  /// The lines of `item`, at least one.
  func lines(of item: Int) -> [Content]
  /// The first item shown, `nil` if there is none.
  var firstItem: Int? { get }
  /// The last item shown.
  var lastItem: Int? { get }
  /// The item shown after `item`.
  func item(after item: Int) -> Int?
  /// The item shown before `item`.
  func item(before item: Int) -> Int?
  /// The document's text that a line shows, `nil` if it shows something else.
  func text(of content: Content) -> Line?
}

/// A line of a column that stands on the screen.
struct PlacedLine<Content> {
  /// The item it belongs to.
  let item: Int
  /// Which line of the item it is.
  let index: Int
  /// How many lines the item has.
  let count: Int
  /// What it shows.
  let content: Content
}

extension LineSource {
  /// `anchor` moved down by `distance` lines, up for a negative one, as far as there are lines.
  func move(_ anchor: ScrollAnchor, by distance: Int) -> ScrollAnchor {
    var anchor = anchor
    var rest = distance
    if rest >= 0 {
      while true {
        let count = lines(of: anchor.item).count
        if anchor.line + rest < count {
          anchor.line += rest
          return anchor
        }
        guard let next = item(after: anchor.item) else {
          anchor.line = max(0, count - 1)
          return anchor
        }
        rest -= count - anchor.line
        anchor = ScrollAnchor(item: next)
      }
    }
    rest = -rest
    while rest > anchor.line {
      guard let previous = item(before: anchor.item) else { return ScrollAnchor(item: anchor.item) }
      rest -= anchor.line + 1
      anchor = ScrollAnchor(item: previous, line: lines(of: previous).count - 1)
    }
    anchor.line -= rest
    return anchor
  }

  /// The lowest anchor that still fills `height` rows; the start if there are fewer lines.
  func lastAnchor(height: Int) -> ScrollAnchor {
    guard let last = lastItem else { return ScrollAnchor() }
    let end = ScrollAnchor(item: last, line: lines(of: last).count - 1)
    return move(end, by: 1 - max(1, height))
  }

  /// `anchor`, moved onto a line that exists and not below `lastAnchor`.
  func clamp(_ anchor: ScrollAnchor, height: Int) -> ScrollAnchor {
    guard let end = lastItem else { return ScrollAnchor() }
    guard anchor.item <= end else { return lastAnchor(height: height) }
    let line = min(max(0, anchor.line), lines(of: anchor.item).count - 1)
    let valid = ScrollAnchor(item: anchor.item, line: line)
    // With as many items below as there are rows, the end is not near.
    guard !hasItems(height, after: anchor.item) else { return valid }
    let last = lastAnchor(height: height)
    return (valid.item, valid.line) > (last.item, last.line) ? last : valid
  }

  /// Whether at least `count` items are shown after `item`; O(`count`).
  private func hasItems(_ count: Int, after item: Int) -> Bool {
    var item = item
    for _ in 0..<count {
      guard let next = self.item(after: item) else { return false }
      item = next
    }
    return true
  }

  /// The lines on `height` rows from `anchor` on.
  func visible(from anchor: ScrollAnchor, height: Int) -> [PlacedLine<Content>] {
    var shown: [PlacedLine<Content>] = []
    guard firstItem != nil else { return shown }
    var item = Optional(anchor.item)
    var first = anchor.line
    while let current = item, shown.count < height {
      let lines = lines(of: current)
      for index in min(first, lines.count)..<lines.count where shown.count < height {
        shown.append(
          PlacedLine(item: current, index: index, count: lines.count, content: lines[index])
        )
      }
      first = 0
      item = self.item(after: current)
    }
    return shown
  }

  /// How many lines lie from `start` down to `end`, `nil` if `end` is above or beyond `limit`.
  func distance(from start: ScrollAnchor, to end: ScrollAnchor, limit: Int) -> Int? {
    guard (start.item, start.line) <= (end.item, end.line) else { return nil }
    var item = start.item
    var lines = -start.line
    while item != end.item {
      lines += self.lines(of: item).count
      guard lines <= limit, let next = self.item(after: item), next <= end.item else { return nil }
      item = next
    }
    lines += end.line
    return lines <= limit ? lines : nil
  }
}
