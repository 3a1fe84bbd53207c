import DocumentParsing

/// The depths of comments on whose headers a number tells how many stand below them:
/// `Ines 3 hours ago (12 children)`.
struct ReplyCounts {
  /// The depth of each comment.
  let depths: [Int]

  /// Learns from all `comments`; `nil` if no numbers tell, or if they contradict each other.
  init?(_ lines: TextLines, _ comments: [DumpComment], policy: DumpPolicy) {
    let counts = comments.map { Self.count(lines, of: $0) }
    let known = counts.count { $0 != nil }
    guard counts.contains(where: { $0 ?? 0 > 0 }),
      known * 100 >= comments.count * policy.leastCounted
    else { return nil }
    var depths: [Int] = []
    depths.reserveCapacity(comments.count)
    /// Where the replies to the comments that are open end, counted with those that are not shown.
    var open: [Int] = []
    var (position, overrun) = (0, 0)
    for (index, comment) in comments.enumerated() {
      while let end = open.last, end <= position { open.removeLast() }
      depths.append(open.count)
      var end = position + 1 + (counts[index] ?? 0)
      if let outer = open.last, end > outer {
        overrun += 1
        end = outer
      }
      open.append(end)
      position += 1 + Self.hidden(lines, below: comment)
    }
    guard overrun * 100 <= known * policy.mostOverrun else { return nil }
    self.depths = depths
  }

  /// The number in brackets that a word follows, at the end of the header of `comment`.
  private static func count(_ lines: TextLines, of comment: DumpComment) -> Int? {
    guard let date = comment.date?.range else { return nil }
    var end = date.upperBound
    while end < lines.bytes.count, lines.bytes[end] != 0x0A { end += 1 }
    if let count = bracketed(lines.bytes, date.upperBound..<end) { return count }
    // The word may have been wrapped.
    end += 1
    while end < lines.bytes.count, lines.bytes[end] != 0x0A { end += 1 }
    return bracketed(lines.bytes, date.upperBound..<min(end, lines.bytes.count))
  }

  /// How many comments a line in the text of `comment` says are left out: `more (3 replies)`.
  private static func hidden(_ lines: TextLines, below comment: DumpComment) -> Int {
    var hidden = 0
    for line in comment.raw.suffix(mostLines) where lines.text(line).count <= longestLine {
      let text = lines.text(line)
      guard DumpWord.words(lines.bytes, text).count > 3 else { continue }
      if lines.bytes[text.upperBound - 1] == 0x29, let count = bracketed(lines.bytes, text) {
        hidden += count
      }
    }
    return hidden
  }

  /// How many lines below a text are looked at, and how long those are in bytes.
  private static let (mostLines, longestLine) = (24, 80)

  /// The number in `(12 words)` at the end of a text.
  private static func bracketed(_ bytes: UnsafeRawBufferPointer, _ text: Range<Int>) -> Int? {
    let words = DumpWord.words(bytes, text)
    guard words.count >= 2, let last = words.last, bytes[last.range.upperBound - 1] == 0x29 else {
      return nil
    }
    let number = words[words.count - 2].range
    guard bytes[number.lowerBound] == 0x28 else { return nil }
    return Int(String(decoding: bytes[number.dropFirst()], as: UTF8.self)).flatMap {
      0..<100_000 ~= $0 ? $0 : nil
    }
  }
}
