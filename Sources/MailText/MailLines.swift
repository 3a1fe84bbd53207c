import DocumentModel
import DocumentParsing

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

  /// What the lines are ranges of: the text as it was, or put together.
  let text: [UInt8]
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
    let (lines, joined) = source.withUnsafeBytes { bytes in
      flow == .fixed ? (Self.fixed(bytes), nil) : Self.joined(bytes, flow)
    }
    self.lines = lines
    text = joined ?? source
  }

  private static func fixed(_ bytes: UnsafeRawBufferPointer) -> [Line] {
    var lines: [Line] = []
    forEachLine(of: bytes) { line in
      let line = unquoted(line, isFlowed: false)
      lines.append(Line(depth: line.depth, range: line.text.startIndex..<line.text.endIndex))
    }
    return lines
  }

  /// Lines put together where they go on in the next.
  private static func joined(
    _ bytes: UnsafeRawBufferPointer,
    _ flow: Flow
  ) -> ([Line], [UInt8]?) {
    var lines: [Line] = []
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var goesOn = false
    forEachLine(of: bytes) { line in
      let line = unquoted(line, isFlowed: true)
      let words = line.text.first == 0x20 ? line.text.dropFirst() : line.text
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
      goesOn = words.last == 0x20 && !isSignature
    }
    return (lines, text)
  }

  private static func forEachLine(
    of bytes: UnsafeRawBufferPointer,
    _ body: (LineBytes) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      let end = bytes.first(0x0A, in: start..<bytes.count) ?? bytes.count
      body(bytes[start..<end])
      start = end + 1
    }
  }

  /// The line above a signature.
  static let signature = Array("-- ".utf8)

  /// The deepest quotation that is told apart.
  private static let deepest = 200

  private static func unquoted(
    _ line: LineBytes,
    isFlowed: Bool
  ) -> (depth: Int, text: LineBytes) {
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
