import Glibc
import DocumentModel

/// Where the lines of a text begin; lines are counted from 0 here, from 1 in documents.
public struct LineTable: Sendable {
  private let starts: [UInt32]
  private let end: UInt32

  /// Finds the lines of `bytes`.
  ///
  /// O(length), by `memchr`.
  ///
  /// A newline at the very end opens no further line.
  public init(_ bytes: UnsafeRawBufferPointer) {
    var starts: [UInt32] = []
    starts.reserveCapacity(bytes.count / 64 + 16)
    if let base = bytes.baseAddress {
      var offset = 0
      while offset < bytes.count {
        starts.append(UInt32(offset))
        guard let found = memchr(base + offset, 0x0A, bytes.count - offset) else { break }
        offset = UnsafeRawPointer(found) - base + 1
      }
    }
    self.starts = starts
    let endsInNewline = bytes.last == 0x0A
    end = UInt32(bytes.count) + (endsInNewline ? 0 : 1)
  }

  /// How many lines there are.
  public var count: Int { starts.count }

  /// The offsets of line `index`, without its newline.
  @inline(__always)
  public func offsets(_ index: Int) -> Range<Int> {
    let next = index + 1 < starts.count ? starts[index + 1] : end
    return Int(starts[index])..<Int(next) - 1
  }

  /// Whether line `index` holds nothing but blanks; `true` beyond the ends.
  public func isBlank(_ index: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard index >= 0 && index < starts.count else { return true }
    let offsets = offsets(index)
    // Most lines tell by their first byte.
    guard let first = offsets.first, bytes[first] <= 0x20 || bytes[first] == 0xC2 else {
      return offsets.isEmpty
    }
    return bytes.trimmed(offsets).isEmpty
  }
}
