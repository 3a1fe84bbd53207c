import Glibc

/// The lines of a text as its author broke them, or the cells of a line, without what parts them.
package struct SourceLines: Sequence, IteratorProtocol {
  private let bytes: UnsafeRawBufferPointer
  private let separator: Int32
  private var rest: Range<Int>?

  /// The parts of the bytes in `range` between newlines, or `separator`; none if it is empty.
  package init(_ bytes: UnsafeRawBufferPointer, of range: Range<Int>, separator: UInt8 = 0x0A) {
    self.bytes = bytes
    self.separator = Int32(separator)
    rest = range.isEmpty ? nil : range
  }

  /// The first line of the bytes in `range`, which may be empty.
  static func first(in bytes: UnsafeRawBufferPointer, of range: Range<Int>) -> Range<Int> {
    var lines = SourceLines(bytes, of: range)
    return lines.next() ?? range
  }

  /// The next part.
  package mutating func next() -> Range<Int>? {
    guard let range = rest else { return nil }
    let end =
      firstSeparator(in: UnsafeRawBufferPointer(rebasing: bytes[range]))
      .map { range.lowerBound + $0 } ?? range.upperBound
    rest = end < range.upperBound ? end + 1..<range.upperBound : nil
    return range.lowerBound..<end
  }

  private func firstSeparator(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let start = bytes.baseAddress, let found = memchr(start, separator, bytes.count) else {
      return nil
    }
    return UnsafeRawPointer(found) - start
  }
}
