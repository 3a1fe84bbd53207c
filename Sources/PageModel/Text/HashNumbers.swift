/// Numbers hashes of 64 bits in the order in which they come: equal hash, equal number.
///
/// An open-addressed table. Where a hash is put depends on a seed of the process, so no page can be
/// written to fill neighbouring places.
package struct HashNumbers: Sendable {
  /// The hashes by number.
  package private(set) var hashes: [UInt64] = []
  /// A power of two; 0 is free, else a number plus one.
  private var slots: [UInt32]

  private static let processSeed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1
  private let seed = Self.processSeed

  /// None yet.
  package init() { slots = [UInt32](repeating: 0, count: 64) }

  /// How many different hashes there were.
  package var count: Int { hashes.count }

  /// The number of a hash, nil if it was not met.
  package func find(_ hash: UInt64) -> Int? {
    let found = slots[slot(of: hash)]
    return found == 0 ? nil : Int(found) - 1
  }

  /// The number of a hash, the next one if it is new.
  package mutating func number(_ hash: UInt64) -> Int {
    let place = slot(of: hash)
    if slots[place] != 0 { return Int(slots[place]) - 1 }
    hashes.append(hash)
    slots[place] = UInt32(truncatingIfNeeded: hashes.count)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  /// The place where a hash stands, or the free one where it belongs.
  private func slot(of hash: UInt64) -> Int {
    let mixed = (hash ^ hash >> 32) &* seed
    var place = Int(truncatingIfNeeded: (mixed ^ mixed >> 32)) & (slots.count - 1)
    while slots[place] != 0, hashes[Int(slots[place]) - 1] != hash {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (number, hash) in hashes.enumerated() {
      slots[slot(of: hash)] = UInt32(truncatingIfNeeded: number + 1)
    }
  }
}
