import Terminal

/// Breaks lines of Markdown where a line break means no more than a blank.
enum MarkdownWrapping {
  /// Lines are not made shorter than this.
  private static let leastWidth = 20

  /// The parts of `line`, each `width` columns or as short as it can be made; the whole if it is `nil`.
  ///
  /// O(length).
  static func lines(of line: [UInt8], width: Int?) -> [ArraySlice<UInt8>] {
    guard let width, line.count > width else { return [line[...]] }
    let room = max(leastWidth, width)
    var lines: [ArraySlice<UInt8>] = []
    var (start, end, columns) = (0, 0, 0)
    while end < line.count {
      let word = wordEnd(in: line, from: end)
      let wide = DisplayWidth.of(String(decoding: line[end..<word], as: UTF8.self))
      if columns + wide > room, end > start, mayStart(line, at: end + 1) {
        lines.append(line[start..<end])
        (start, columns) = (end + 1, wide - 1)
      } else {
        columns += wide
      }
      end = word
    }
    return lines + [line[start...]]
  }

  /// The end of the word at `start`, which may begin with a blank.
  private static func wordEnd(in line: [UInt8], from start: Int) -> Int {
    var end = start + 1
    while end < line.count, line[end] != 0x20 { end += 1 }
    return end
  }

  /// Whether the text at `offset` means at the start of a line what it means inside one.
  private static func mayStart(_ line: [UInt8], at offset: Int) -> Bool {
    guard offset < line.count else { return false }
    let byte = line[offset]
    return byte != 0x20 && !MarkdownText.opensBlock(byte) && !(0x30...0x39 ~= byte)
  }
}
