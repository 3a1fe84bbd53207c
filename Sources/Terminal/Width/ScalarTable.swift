/// A property of every Unicode scalar, in two levels of constant memory.
///
/// Reading it needs neither memory nor initialisation.
public struct ScalarTable: @unchecked Sendable {
  @usableFromInline let index: UnsafePointer<UInt8>
  @usableFromInline let blocks: UnsafePointer<UInt8>

  /// A table in the form of the generated ones.
  ///
  /// `index` has two digits for every 128 scalars, the number of their block in base 64; `blocks`
  /// has a digit for each scalar of a block; digits start at U+0030.
  public init(index: StaticString, blocks: StaticString) {
    self.index = index.utf8Start
    self.blocks = blocks.utf8Start
  }

  /// The value, 0 to 63, of `scalar`, which must be below 0x110000.
  @inlinable
  @inline(__always)
  public subscript(scalar: UInt32) -> UInt8 {
    let place = Int(scalar >> 7) &* 2
    let block = Int(index[place] &- 0x30) &<< 6 | Int(index[place &+ 1] &- 0x30)
    return blocks[block &<< 7 | Int(scalar & 0x7F)] &- 0x30
  }
}
