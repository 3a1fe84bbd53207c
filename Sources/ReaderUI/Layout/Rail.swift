/// The whole of a text on the rows of a pane: which part of it each row stands for.
struct Rail {
  /// From how many columns on a pane has room for one, and for a free column before it.
  static let leastColumns = 40

  /// The rows.
  let rows: Int
  /// How much there is: comments, or bytes of the article.
  let length: Int

  /// The row that the thing at `position` falls on.
  func row(of position: Int) -> Int {
    length > 0 ? min(rows - 1, max(0, position) * rows / length) : 0
  }

  /// The first position that falls on `row` or below.
  func start(of row: Int) -> Int { (row * length + rows - 1) / max(1, rows) }

  /// The rows on which something is, from the top down, where `next` finds the first position from
  /// one on; O(rows) calls.
  func rows(where next: (_ position: Int) -> Int?) -> [Int] {
    var found: [Int] = []
    var position = 0
    while position < length, let here = next(position) {
      found.append(row(of: here))
      position = start(of: row(of: here) + 1)
    }
    return found
  }
}
