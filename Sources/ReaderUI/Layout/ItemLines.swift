import TextLayout

/// The lines of an item of a column: some before its text, its text, some after it.
struct ItemLines<Content> {
  /// What comes before the text.
  var head: [Content] = []
  /// The text.
  var flow: TextFlow?
  /// How many lines of the text are shown, `nil` for all.
  var shown: Int?
  /// What comes after the text.
  var tail: [Content] = []
  /// What a line of the text is in the column.
  var content: (TextFlow.Line) -> Content

  /// How many lines there are, counted no further than `limit`; at least one.
  func count(upTo limit: Int) -> Int {
    let most = max(0, limit - head.count - tail.count)
    return max(1, min(limit, head.count + textCount(upTo: most) + tail.count))
  }

  /// The lines in `range`, those of them that exist.
  func lines(in range: Range<Int>) -> [Content] {
    var lines = Array(head[range.clamped(to: 0..<head.count)])
    let first = max(0, range.lowerBound - head.count)
    let end = min(max(first, range.upperBound - head.count), shown ?? .max)
    var below = first
    if first < end, let flow {
      let text = flow.lines(first..<end)
      lines += text.map(content)
      below += text.count
    }
    guard lines.count < range.count, !tail.isEmpty else { return lines }
    let textCount = textCount(upTo: below + 1)
    // More text: the lines asked for end in it.
    guard textCount <= below else { return lines }
    let skipped = max(0, first - textCount)
    return lines + tail.dropFirst(skipped).prefix(range.count - lines.count)
  }

  /// The first line that shows the byte at `offset` of `block` or what comes after it, `nil` if
  /// there is none.
  func line(showing offset: UInt32, of block: Int) -> Int? {
    guard let line = flow?.line(showing: offset, of: block), line < shown ?? .max else {
      return nil
    }
    return head.count + line
  }

  private func textCount(upTo limit: Int) -> Int {
    guard let flow else { return 0 }
    return flow.count(upTo: min(limit, shown ?? .max))
  }
}
