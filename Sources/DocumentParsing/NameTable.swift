import DocumentModel

/// Numbers names: equal bytes, equal number.
///
/// An open-addressed table over ranges of one stretch of memory; nothing is copied.
struct NameTable {
  /// The first place each name stands, by number.
  private(set) var names: [TextRange] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32]
  private var mask: Int

  init() {
    slots = [Int32](repeating: -1, count: 64)
    mask = 63
  }

  /// The number of the name at `range`, a new one if it was not met before.
  ///
  /// O(length).
  mutating func number(_ range: TextRange, in bytes: UnsafeRawBufferPointer) -> Int32 {
    let hash = bytes.hash(range.offsets)
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, bytes.equal(names[number].offsets, range.offsets) {
        return Int32(number)
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(names.count)
    names.append(range)
    hashes.append(hash)
    if names.count * 2 > slots.count { grow() }
    return Int32(names.count - 1)
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = [Int32](repeating: -1, count: mask + 1)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }
}
