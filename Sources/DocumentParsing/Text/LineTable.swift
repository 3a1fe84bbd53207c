import DocumentModel

/// Where the lines of a text begin; lines are counted from 0 here, from 1 in documents.
@usableFromInline
package struct LineTable: Sendable {
  /// Where each line begins, and where one behind the last would.
  @usableFromInline let starts: [UInt32]

  /// Finds the lines of `bytes`.
  ///
  /// O(length), by `memchr`.
  ///
  /// A newline at the very end opens no further line.
  package init(_ bytes: UnsafeRawBufferPointer) { self.init(bytes) { _, _ in } }

  /// Finds the lines of `bytes` and shows `visit` the index and the offsets of each.
  ///
  /// For who looks at all lines: each is visited while it is in the processor's cache.
  @inlinable
  package init(_ bytes: UnsafeRawBufferPointer, visit: (Int, Range<Int>) -> Void) {
    var starts: [UInt32] = []
    starts.reserveCapacity(bytes.count / 48 + 16)
    var offset = 0
    while offset < bytes.count {
      starts.append(UInt32(truncatingIfNeeded: offset))
      // Every other line of most dumps is empty.
      let isEmpty = bytes[offset] == 0x0A
      let end = isEmpty ? offset : bytes.first(0x0A, in: offset..<bytes.count) ?? bytes.count
      visit(starts.count - 1, offset..<end)
      offset = end + 1
    }
    starts.append(UInt32(bytes.count) + (bytes.last == 0x0A ? 0 : 1))
    self.starts = starts
  }

  /// How many lines there are.
  @inlinable
  package var count: Int { starts.count - 1 }

  /// The offsets of line `index`, without its newline.
  @inlinable
  package func offsets(_ index: Int) -> Range<Int> {
    Int(starts[index])..<Int(starts[index + 1]) - 1
  }

  /// Whether line `index` holds nothing but blanks; `true` beyond the ends.
  @inlinable
  package func isBlank(_ index: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard index >= 0 && index < count else { return true }
    let offsets = offsets(index)
    // Most lines tell by their first byte.
    guard let first = offsets.first, bytes[first] <= 0x20 || bytes[first] == 0xC2 else {
      return offsets.isEmpty
    }
    return bytes.trimmed(offsets).isEmpty
  }

  /// Whether line `index`, which must be one, begins with a space or a tab.
  @inlinable
  package func isIndented(_ index: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = offsets(index).first else { return false }
    return bytes[first] == 0x20 || bytes[first] == 0x09
  }
}
