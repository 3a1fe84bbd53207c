import DocumentModel

/// Numbers names: equal bytes, equal number.
///
/// An open-addressed table over ranges of one stretch of memory; nothing is copied.
package struct NameTable {
  /// The first place each name stands, by number.
  package private(set) var names: [TextRange] = []
  private var hashes: [UInt64] = []
  private var slots: [Slot]
  private var mask: Int

  /// A place in the table: a name's number, and enough of its hash to tell most others apart.
  private struct Slot {
    var tag: UInt32 = 0
    var number: Int32 = -1
  }

  /// An empty table.
  package init() {
    slots = [Slot](repeating: Slot(), count: 64)
    mask = 63
  }

  /// The number of the name at `range`, a new one if it was not met before.
  ///
  /// O(length).
  package mutating func number(_ range: TextRange, in bytes: UnsafeRawBufferPointer) -> Int32 {
    let hash = bytes.hash(range.offsets)
    let tag = Self.tag(hash)
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].number >= 0 {
      let slot = slots[place]
      if slot.tag == tag, bytes.equal(names[Int(slot.number)].offsets, range.offsets) {
        return slot.number
      }
      place = (place + 1) & mask
    }
    let number = Int32(names.count)
    slots[place] = Slot(tag: tag, number: number)
    names.append(range)
    hashes.append(hash)
    if names.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = [Slot](repeating: Slot(), count: mask + 1)
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place].number >= 0 { place = (place + 1) & mask }
      slots[place] = Slot(tag: Self.tag(hash), number: Int32(number))
    }
  }

  /// The half of a hash that does not choose the place.
  private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }
}
