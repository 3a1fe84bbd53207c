import DocumentParsing

/// The offsets of the lines of a text; lines are numbered from 0 here, from 1 in documents.
struct LineTable: Sendable {
  /// How many lines of any text are read.
  static let limit = 4_000_000
  /// The number of bytes that allow one more line where a text is large.
  private static let bytesPerLine = 20

  /// Where each line begins, and where one after the last would.
  private let starts: [UInt32]
  /// Whether the text has more lines than are read.
  let isCut: Bool

  /// Finds the lines of `bytes`.
  ///
  /// A newline at the end begins no further line. O(length), by `memchr`.
  init(_ bytes: UnsafeRawBufferPointer) { self.init(bytes) { _, _ in } }

  /// Finds the lines of `bytes` and calls `visit` with the index and the offsets of each.
  ///
  /// Visiting lines now is faster than later, because they are in the processor's cache.
  init(
    _ bytes: UnsafeRawBufferPointer,
    limit: Int = LineTable.limit,
    visit: (Int, Range<Int>) -> Void
  ) {
    let limit = max(limit, bytes.count / Self.bytesPerLine)
    var starts: [UInt32] = []
    starts.reserveCapacity(bytes.count / 48 + 16)
    var offset = 0
    while offset < bytes.count, starts.count < limit {
      starts.append(UInt32(truncatingIfNeeded: offset))
      // Every other line of most dumps is empty.
      let isEmpty = bytes[offset] == 0x0A
      let end = isEmpty ? offset : bytes.first(0x0A, in: offset..<bytes.count) ?? bytes.count
      visit(starts.count - 1, offset..<end)
      offset = end + 1
    }
    isCut = offset < bytes.count
    starts.append(UInt32(truncatingIfNeeded: offset))
    self.starts = starts
  }

  /// The number of lines.
  var count: Int { starts.count - 1 }

  /// The offsets of line `index`, without its newline.
  func offsets(_ index: Int) -> Range<Int> {
    Int(starts[index])..<Int(starts[index + 1]) - 1
  }

  /// Whether line `index` has nothing but white space; `true` beyond the ends.
  func isBlank(_ index: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard index >= 0 && index < count else { return true }
    let offsets = offsets(index)
    // Most lines tell by their first byte.
    guard let first = offsets.first, bytes[first] <= 0x20 || bytes[first] == 0xC2 else {
      return offsets.isEmpty
    }
    return bytes.trimmed(offsets).isEmpty
  }

  /// Whether line `index`, which must exist, begins with a space or a tab.
  func isIndented(_ index: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = offsets(index).first else { return false }
    return bytes[first] == 0x20 || bytes[first] == 0x09
  }
}
