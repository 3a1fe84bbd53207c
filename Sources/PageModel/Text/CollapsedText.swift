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
    guard let first = bytes.first, let last = bytes.last else { return true }
    guard first != 0x20, last != 0x20 else { return false }
    // The highest bit of each of eight bytes tells whether there is a blank.
    var blank: UInt64 = 0
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      guard isPrintable(word) else { return false }
      let before = blank >> 56
      blank = blanks(word)
      guard blank & (blank << 8 | before) == 0 else { return false }
      offset += 8
    }
    var wasBlank = blank >> 56 != 0
    while offset < bytes.count {
      let isBlank = bytes[offset] == 0x20
      guard bytes[offset] &- 0x20 < 0x5F, !(isBlank && wasBlank) else { return false }
      wasBlank = isBlank
      offset += 1
    }
    return true
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Whether eight bytes are ASCII without control characters.
  @inline(__always)
  private static func isPrintable(_ word: UInt64) -> Bool {
    let controls = (word &- ones &* 0x20) & ~word
    return (word | (word &+ ones) | controls) & (ones &* 0x80) == 0
  }

  /// The highest bit of each of eight bytes of ASCII that is a blank.
  @inline(__always)
  private static func blanks(_ word: UInt64) -> UInt64 {
    let others = (word ^ ones &* 0x20) &+ ones &* 0x7F
    return ~others & (ones &* 0x80)
  }

  /// Appends what `bytes` become to `text`; O(count).
  package static func append(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
    if isCollapsed(bytes) {
      text.append(contentsOf: bytes)
      return
    }
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
    guard !bytes.isEmpty else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { folded in
      var count = 0
      var last = text.count > start ? text[text.count - 1] : 0x20
      for byte in bytes {
        if byte > 0x20, byte != 0x7F {
          last = byte
        } else if byte == 0x20 || 0x09...0x0D ~= byte, last != 0x20 {
          last = 0x20
        } else {
          continue
        }
        folded[count] = last
        count += 1
      }
      text.append(contentsOf: UnsafeMutableBufferPointer(rebasing: folded[..<count]))
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
