/// The hash FNV-1a with 64 bits: fast for short keys, not safe against chosen ones.
package struct FNVHash {
  @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325

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
