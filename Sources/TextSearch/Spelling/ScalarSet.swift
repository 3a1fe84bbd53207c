import DocumentModel

/// Which scalars above ASCII a text holds, as far as they lie in the first plane.
public struct ScalarSet: Sendable {
  private var words = [UInt64](repeating: 0, count: 1024)

  /// The scalars of `text`.
  ///
  /// O(length); some gigabytes a second where the text is ASCII.
  public init(of text: TextArena) {
    text.withBytes { insert($0) }
  }

  /// Whether the text holds the scalar with this value.
  func contains(_ value: Int) -> Bool { words[value >> 6] & (1 << UInt64(value & 63)) != 0 }

  private mutating func insert(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    words.withUnsafeMutableBufferPointer { words in
      while let start = Self.lead(in: bytes, from: offset) {
        let lead = bytes[start]
        let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        if length == 2 || length == 3, start + length <= bytes.count {
          var value = Int(lead) & (length == 2 ? 0x1F : 0x0F)
          for next in start + 1..<start + length { value = value << 6 | Int(bytes[next] & 0x3F) }
          words[value >> 6] |= 1 << UInt64(value & 63)
        }
        offset = start + length
      }
    }
  }

  /// The first byte from `start` on that is not ASCII.
  @inline(__always)
  private static func lead(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    let tops: UInt64 = 0x8080_8080_8080_8080
    var offset = start
    func word(_ index: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: offset + index * 8, as: UInt64.self)
    }
    while offset + 32 <= bytes.count, (word(0) | word(1) | word(2) | word(3)) & tops == 0 {
      offset += 32
    }
    while offset + 8 <= bytes.count {
      let found = UInt64(littleEndian: word(0)) & tops
      guard found == 0 else { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < bytes.count {
      if bytes[offset] >= 0x80 { return offset }
      offset += 1
    }
    return nil
  }
}
