import DocumentParsing

/// Text fit to be shown on a line, as UTF-8: sanitised, runs of white space as one blank, none at
/// the ends.
///
/// No-break spaces stay inside.
package enum CollapsedText {
  /// The text that `bytes` become; O(count), one copy at most.
  package static func string(_ bytes: UnsafeRawBufferPointer) -> String {
    if isCollapsed(bytes) { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    append(bytes, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Calls `body` with what `bytes` become; copied only if that is something else.
  package static func with<Result>(
    _ bytes: UnsafeRawBufferPointer,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    if isCollapsed(bytes) { return body(bytes) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    append(bytes, to: &text)
    return text.withUnsafeBytes(body)
  }

  /// Whether `bytes` are ASCII without white space but single blanks inside: they stay as they are.
  package static func isCollapsed(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var last: UInt8 = 0x20
    for byte in bytes {
      guard byte &- 0x20 < 0x5F, byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20 || bytes.isEmpty
  }

  /// Appends what `bytes` become to `text`; O(count).
  package static func append(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
    let start = text.count
    var offset = 0
    while offset < bytes.count {
      let end = bytes[offset...].firstIndex { $0 >= 0x80 } ?? bytes.count
      fold(UnsafeRawBufferPointer(rebasing: bytes[offset..<end]), to: &text, from: start)
      offset = bytes[end...].firstIndex { $0 < 0x80 } ?? bytes.count
      let foreign = UnsafeRawBufferPointer(rebasing: bytes[end..<offset])
      if TextSanitizer.cleanPrefix(of: foreign) == foreign.count {
        text.append(contentsOf: foreign)
      } else {
        var clean: [UInt8] = []
        TextSanitizer.append(foreign, to: &clean)
        clean.withUnsafeBytes { fold($0, to: &text, from: start) }
      }
    }
    trim(&text, from: start)
  }

  /// Appends bytes without control characters, runs of white space as one blank, none at `start`.
  private static func fold(
    _ bytes: UnsafeRawBufferPointer,
    to text: inout [UInt8],
    from start: Int
  ) {
    for byte in bytes {
      if byte > 0x20, byte != 0x7F {
        text.append(byte)
      } else if byte == 0x20 || 0x09...0x0D ~= byte, text.count > start, text.last != 0x20 {
        text.append(0x20)
      }
    }
  }

  /// Takes blanks, no-break spaces and zero-width spaces off the ends of what begins at `start`.
  private static func trim(_ text: inout [UInt8], from start: Int) {
    guard let last = text.last, text.count > start else { return }
    if last == 0x20 || last >= 0x80 {
      while let edge = edges.first(where: { text[start...].suffix($0.count).elementsEqual($0) }) {
        text.removeLast(edge.count)
      }
    }
    guard text.count > start, text[start] >= 0x80 else { return }
    var first = start
    while let edge = edges.first(where: { text[first...].starts(with: $0) }) { first += edge.count }
    if first > start { text.removeSubrange(start..<first) }
  }

  /// What stays of a part of collapsed text that is to be collapsed text itself; no copy.
  static func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var part = bytes[...]
    while let last = part.last, last == 0x20 || last >= 0x80,
      let edge = edges.first(where: { part.suffix($0.count).elementsEqual($0) })
    {
      part.removeLast(edge.count)
    }
    while let first = part.first, first == 0x20 || first >= 0x80,
      let edge = edges.first(where: { part.starts(with: $0) })
    {
      part.removeFirst(edge.count)
    }
    return UnsafeRawBufferPointer(rebasing: part)
  }

  private static let edges: [[UInt8]] = [
    [0x20], [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF],
  ]
}
