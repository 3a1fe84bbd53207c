/// The hash FNV-1a with 64 bits: fast for short keys, not safe against chosen ones.
@usableFromInline
package struct FNVHash {
  /// The hash of no bytes.
  @inlinable
  package static var start: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// The hash `hash` continued with one more byte.
  @inlinable
  @inline(__always)
  package static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  @usableFromInline var state = FNVHash.start

  /// The hash of nothing.
  @inlinable
  package init() {}

  /// The hash of everything added so far.
  @inlinable
  package var value: UInt64 { state }

  /// Adds a byte, or a larger number in one step.
  @inlinable
  package mutating func combine(_ number: UInt64) {
    state = (state ^ number) &* 0x0000_0100_0000_01B3
  }
}
