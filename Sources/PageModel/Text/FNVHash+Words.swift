import DocumentModel

/// Words of mark-up are looked up by their hashes, not as strings.
extension FNVHash {
  /// The hash `hash` continued with one more byte, a capital of ASCII counted as the small letter.
  @inline(__always)
  static func mix(_ hash: UInt64, ignoringCase byte: UInt8) -> UInt64 {
    mix(hash, 0x41...0x5A ~= byte ? byte | 0x20 : byte)
  }

  /// The hash of a word.
  static func hash(of word: StaticString) -> UInt64 {
    word.withUTF8Buffer { $0.reduce(start) { mix($0, $1) } }
  }

  /// The hash of a word with capitals of ASCII counted as small letters.
  static func hash(ignoringCase word: StaticString) -> UInt64 {
    word.withUTF8Buffer { $0.reduce(start) { mix($0, ignoringCase: $1) } }
  }
}
