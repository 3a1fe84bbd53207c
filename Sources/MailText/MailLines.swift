/// The lines of a text in mail, each without the signs it is quoted with.
package struct MailLines {
  /// A line.
  struct Line {
    /// How many `>` signs it began with.
    let depth: Int
    /// Its text, as offsets into `text`.
    var range: Range<Int>
    /// Whether it was put together of several (RFC 3676).
    var isFlowed = false
  }

  /// The text of all lines.
  private(set) var text: [UInt8] = []
  /// The lines, in order.
  private(set) var lines: [Line] = []

  /// How a text says that its paragraphs were broken into lines (RFC 3676).
  package enum Flow: Sendable {
    /// It does not.
    case fixed
    /// A line that ends in a blank goes on in the next; the blank belongs to the text.
    case flowed
    /// The same, and the blank does not.
    case flowedWithoutBlanks
  }

  /// Reads clean text; O(length).
  init(_ source: [UInt8], flow: Flow) {
    text.reserveCapacity(source.count)
    var goesOn = false
    var start = 0
    while start < source.count {
      let end = source[start...].firstIndex(of: 0x0A) ?? source.count
      let line = Self.unquoted(source[start..<end], isFlowed: flow != .fixed)
      start = end + 1
      let isStuffed = flow != .fixed && line.text.first == 0x20
      let words = isStuffed ? line.text.dropFirst() : line.text
      let isSignature = words.elementsEqual(Self.signature)
      if goesOn, !isSignature, let last = lines.last, last.depth == line.depth {
        if flow == .flowedWithoutBlanks { text.removeLast() }
        text += words
        lines[lines.count - 1].range = last.range.lowerBound..<text.count
        lines[lines.count - 1].isFlowed = true
      } else {
        let first = text.count
        text += words
        lines.append(Line(depth: line.depth, range: first..<text.count))
      }
      goesOn = flow != .fixed && words.last == 0x20 && !isSignature
    }
  }

  /// The line above a signature.
  static let signature = Array("-- ".utf8)

  /// The deepest quotation that is told apart.
  private static let deepest = 200

  private static func unquoted(
    _ line: ArraySlice<UInt8>,
    isFlowed: Bool
  ) -> (depth: Int, text: ArraySlice<UInt8>) {
    var (depth, rest) = (0, line)
    while rest.first == UInt8(ascii: ">"), depth < deepest {
      depth += 1
      rest = rest.dropFirst()
      // In flowed text the signs stand together, and the blank behind them is dropped later.
      let next = rest.dropFirst().first
      if rest.first == 0x20, !isFlowed || next == UInt8(ascii: ">") { rest = rest.dropFirst() }
    }
    return (depth, rest)
  }
}
