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
    let tops: UInt64 = 0x8080_8080_8080_8080
    var offset = 0
    words.withUnsafeMutableBufferPointer { words in
      while offset < bytes.count {
        if offset + 8 <= bytes.count {
          let word = UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          )
          guard word & tops != 0 else {
            offset += 8
            continue
          }
          offset += (word & tops).trailingZeroBitCount / 8
        }
        let lead = bytes[offset]
        let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        if length == 2 || length == 3, offset + length <= bytes.count {
          var value = Int(lead) & (length == 2 ? 0x1F : 0x0F)
          for next in offset + 1..<offset + length { value = value << 6 | Int(bytes[next] & 0x3F) }
          words[value >> 6] |= 1 << UInt64(value & 63)
        }
        offset += length
      }
    }
  }
}
