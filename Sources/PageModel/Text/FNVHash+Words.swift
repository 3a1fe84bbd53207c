/// Hashes of words of mark-up (FNV-1a, 64 bits), which are looked up by them instead of as strings.
///
/// It stands in this target because pages are hashed byte by byte here, and functions of another
/// target are not inlined in loops.
package enum WordHash {
  /// The hash of no bytes.
  @inlinable
  package static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// The hash of the bytes behind `hash` and one more.
  @inlinable
  @inline(__always)
  package static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The same, with a capital of ASCII counted as the small letter.
  @inline(__always)
  static func mix(_ hash: UInt64, ignoringCase byte: UInt8) -> UInt64 {
    mix(hash, 0x41...0x5A ~= byte ? byte | 0x20 : byte)
  }

  /// The hash of a word.
  static func hash(of word: StaticString) -> UInt64 {
    word.withUTF8Buffer { $0.reduce(seed) { mix($0, $1) } }
  }

  /// The hash of a word with capitals of ASCII counted as small letters.
  static func hash(ignoringCase word: StaticString) -> UInt64 {
    word.withUTF8Buffer { $0.reduce(seed) { mix($0, ignoringCase: $1) } }
  }
}
