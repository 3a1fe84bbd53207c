/// How much of some bytes is UTF-8.
struct UTF8Count {
  /// How many well-formed sequences beyond ASCII there are.
  private(set) var wellFormed = 0
  /// How many bytes beyond ASCII belong to none.
  private(set) var malformed = 0
  /// Whether the last sequence is cut by the end, as in the beginning of a page.
  private(set) var isCut = false

  /// Whether all of it may be UTF-8.
  var isPlausible: Bool { malformed == 0 && (!isCut || wellFormed > 0) }

  /// Counts; O(length), eight ASCII bytes are looked at at once.
  init(_ bytes: UnsafeRawBufferPointer) {
    var at = 0
    while at < bytes.count {
      if at + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        at += 8
        continue
      }
      if bytes[at] < 0x80 {
        at += 1
        continue
      }
      let length = Self.sequenceLength(bytes, at)
      if length > 0 {
        wellFormed += 1
      } else if Self.isCut(bytes, at) {
        isCut = true
        return
      } else {
        malformed += 1
      }
      at += max(1, length)
    }
  }

  /// Whether what begins at an offset would be longer than what is left.
  private static func isCut(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    let length = bytes[at] >= 0xF0 ? 4 : bytes[at] >= 0xE0 ? 3 : 2
    return 0xC2...0xF4 ~= bytes[at] && at + length > bytes.count
      && bytes[(at + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
  }

  /// The length of the well-formed sequence at an offset, 0 if there is none.
  private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    let lead = bytes[at]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return 0
    }
    guard at + length <= bytes.count, bytes[at + 1] >= low, bytes[at + 1] <= high else { return 0 }
    for index in (at + 2)..<max(at + 2, at + length) where bytes[index] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
