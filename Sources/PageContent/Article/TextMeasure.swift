/// How much text there is, white space folded; measures of neighbours add up to that of both.
struct TextMeasure {
  /// The length in UTF-16 units, runs of white space as one, none at the ends.
  private(set) var count: Int32 = 0
  /// Commas of all scripts.
  private(set) var commas: Int32 = 0
  /// Commas of ASCII.
  private(set) var plainCommas: Int32 = 0
  private var beginsBlank = false
  private var endsBlank = false

  /// No text.
  init() {}

  /// Measures UTF-8.
  init(_ bytes: UnsafeRawBufferPointer) {
    var owesBlank = false
    var previous: (UInt8, UInt8) = (0, 0)
    var offset = 0
    while offset < bytes.count {
      let run = Self.plainRun(in: bytes, from: offset)
      if run.count > 0 {
        if owesBlank { (count, owesBlank) = (count + 1, false) }
        count += Int32(truncatingIfNeeded: run.count)
        commas += run.commas
        plainCommas += run.commas
        previous = (0, 0)
        offset += run.count
        continue
      }
      let byte = bytes[offset]
      if byte <= 0x20 {
        if count == 0 { beginsBlank = true } else { owesBlank = true }
        previous = (0, 0)
        // Lines are indented by many.
        repeat { offset += 1 } while offset < bytes.count && bytes[offset] <= 0x20
        continue
      }
      if byte == 0xA0 && previous.1 == 0xC2 {
        // It was counted with its first byte.
        count -= 1
        if count == 0 { beginsBlank = true } else { owesBlank = true }
      } else if byte & 0xC0 != 0x80 {
        if owesBlank && byte != 0xC2 { count += 1 }
        if byte != 0xC2 { owesBlank = false }
        count += byte >= 0xF0 ? 2 : 1
      } else {
        if owesBlank { (count, owesBlank) = (count + 1, false) }
        if Self.endsComma(previous, byte) { commas += 1 }
      }
      previous = (previous.1, byte)
      offset += 1
    }
    endsBlank = owesBlank || (count == 0 && beginsBlank)
  }

  /// How many bytes from `start` on are words of ASCII with single blanks between them, and how many
  /// of them are commas.
  private static func plainRun(
    in bytes: UnsafeRawBufferPointer,
    from start: Int
  ) -> (count: Int, commas: Int32) {
    var end = start
    var commas: Int32 = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte &- 0x21 < 0x5F {
        commas &+= byte == 0x2C ? 1 : 0
        end += 1
      } else if byte == 0x20, end > start, end + 1 < bytes.count, bytes[end + 1] &- 0x21 < 0x5F {
        end += 1
      } else {
        break
      }
    }
    return (end - start, commas)
  }

  /// Whether there is any text but white space.
  var hasText: Bool { count > 0 }

  /// Puts the measure of what stands before this text in front of it.
  mutating func prepend(_ other: TextMeasure) {
    guard other.hasText else {
      beginsBlank = beginsBlank || other.beginsBlank || (!hasText && other.endsBlank)
      endsBlank = hasText ? endsBlank : beginsBlank
      return
    }
    guard hasText else {
      let isBlank = beginsBlank || endsBlank
      self = other
      endsBlank = endsBlank || isBlank
      return
    }
    count += other.count + (other.endsBlank || beginsBlank ? 1 : 0)
    commas += other.commas
    plainCommas += other.plainCommas
    beginsBlank = other.beginsBlank
  }

  /// The Arabic, the full-width and some rarer commas.
  private static func endsComma(_ previous: (UInt8, UInt8), _ byte: UInt8) -> Bool {
    switch (previous.0, previous.1, byte) {
    case (_, 0xD8, 0x8C), (0xEF, 0xBC, 0x8C), (0xEF, 0xB9, 0x90), (0xEF, 0xB8, 0x90),
      (0xEF, 0xB8, 0x91), (0xE2, 0xB9, 0x81), (0xE2, 0xB8, 0xB4), (0xE2, 0xB8, 0xB2):
      true
    default: false
    }
  }
}
