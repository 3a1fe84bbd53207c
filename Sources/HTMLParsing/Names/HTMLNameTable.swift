/// The names of a page, each kept once and numbered.
///
/// An open-addressed hash table. The hash has a seed of the process, so no page can be written to
/// make its names collide.
struct HTMLNameTable: Sendable {
  /// Names beyond this number are all `HTMLName.other`: no page has them, and numbers are 16 bits.
  static let limit = 65_000

  private var bytes: [UInt8] = []
  /// Where each name begins in `bytes`, and the end of the last.
  private var starts: [UInt32] = [0]
  private var hashes: [UInt32] = []
  /// A power of two; 0 is free, else a number plus one.
  private var slots: [UInt16]

  private static let seed = UInt64.random(in: 0...UInt64.max)

  /// The names with constant numbers, those of SVG's spelling included.
  static let builtIn = HTMLNameTable(
    spelled: [
      HTMLTag.names, HTMLName.attributeNames, ForeignNames.tags, ForeignNames.attributes,
      ForeignNames.definitionURL, ForeignNames.prefixed, "actuate arcrole show lang space xlink",
    ]
  )

  /// Names every word of the lists, as it is written and in lower case.
  private init(spelled lists: [StaticString]) {
    slots = Array(repeating: 0, count: 2048)
    bytes.reserveCapacity(8192)
    starts.reserveCapacity(1024)
    hashes.reserveCapacity(1024)
    _ = insert(UnsafeBufferPointer(start: nil, count: 0), hash: HTMLNameTable.start)
    for list in lists {
      let text = UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
      for word in text.split(separator: 0x20) { _ = intern(UnsafeBufferPointer(rebasing: word)) }
    }
    for list in lists {
      let text = UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
      for word in text.split(separator: 0x20) where word.contains(where: { $0 < 0x60 }) {
        _ = word.map(\.lowercased).withUnsafeBufferPointer { intern($0) }
      }
    }
  }

  /// The number of names.
  var count: Int { hashes.count }

  /// The hash of no bytes.
  static var start: UInt64 { seed }

  /// The hash with one more byte, which must be in lower case if the name is to be.
  @inline(__always)
  static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The final 32 bits.
  @inline(__always)
  private static func finish(_ hash: UInt64) -> UInt32 {
    var mixed = hash ^ (hash >> 32)
    mixed = mixed &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }

  /// The bytes of a name.
  func spelling(of name: HTMLName) -> ArraySlice<UInt8> {
    let index = Int(name.rawValue)
    guard index + 1 < starts.count else { return [] }
    return bytes[Int(starts[index])..<Int(starts[index + 1])]
  }

  /// The number of a name that is spelled exactly so, if the page has it.
  func find(_ name: UnsafeBufferPointer<UInt8>) -> HTMLName? {
    find(name, hash: HTMLNameTable.finish(hash(name))).name
  }

  /// The number of a name, spelled exactly so.
  mutating func intern(_ name: UnsafeBufferPointer<UInt8>) -> HTMLName {
    intern(name, hash: hash(name))
  }

  /// The number of a name whose letters are folded to lower case, of which `hash` is the hash.
  @inline(__always)
  mutating func intern(_ name: UnsafeBufferPointer<UInt8>, hash: UInt64) -> HTMLName {
    let (found, _) = find(name, hash: HTMLNameTable.finish(hash))
    if let found { return found }
    return insert(name, hash: hash)
  }

  private func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    name.reduce(HTMLNameTable.start) { HTMLNameTable.mix($0, $1) }
  }

  @inline(__always)
  private func find(_ name: UnsafeBufferPointer<UInt8>, hash: UInt32)
    -> (name: HTMLName?, slot: Int)
  {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash && isSpelled(index, name) {
        return (HTMLName(rawValue: UInt16(index)), slot)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (nil, slot)
  }

  /// Whether the name of a number is `name`, in this spelling or in lower case.
  @inline(__always)
  private func isSpelled(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == name.count else { return false }
    for offset in 0..<name.count {
      let byte = name[offset]
      guard bytes[start + offset] == byte || bytes[start + offset] == byte.lowercased else {
        return false
      }
    }
    return true
  }

  /// Adds a name; `hash` tells whether its letters are to be folded.
  private mutating func insert(_ name: UnsafeBufferPointer<UInt8>, hash: UInt64) -> HTMLName {
    let count = hashes.count
    guard count < HTMLNameTable.limit else { return .other }
    let isExact = hash == self.hash(name)
    for byte in name { bytes.append(isExact ? byte : byte.lowercased) }
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
    let short = HTMLNameTable.finish(hash)
    hashes.append(short)
    if (count + 1) * 2 > slots.count { grow() }
    var slot = Int(short) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt16(count + 1)
    return HTMLName(rawValue: UInt16(count))
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for index in 0..<(hashes.count - 1) {
      var slot = Int(hashes[index]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt16(index + 1)
    }
  }
}
