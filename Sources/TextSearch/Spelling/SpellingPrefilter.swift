/// A prefilter for spellings other than the plain one: it finds the scalars they need.
///
/// Searching for the plain spelling is fast and finds nearly every match. Every other match contains
/// one of these *trigger* scalars, so the full expression is only tried around them.
struct SpellingPrefilter: Sendable {
  /// The number of characters in the pattern: no match has more letters and signs.
  let length: Int
  /// The number of scalars a match can have, including accents that are ignored.
  private let reach: Int
  /// For each scalar value its row in `neighbours`, or 0.
  private var rows = [UInt8](repeating: 0, count: 0x1_0000)
  /// Finds the lead bytes of triggers.
  private var leads = LeadByteFilter([Bool](repeating: false, count: 256))
  /// For each row and ASCII byte whether the byte may precede a trigger, and follow it.
  private var neighbours = [UInt8](repeating: 0, count: 128)

  /// Whether there are no triggers.
  private(set) var isEmpty = true

  private static let before: UInt8 = 1
  private static let after: UInt8 = 2

  /// The triggers of the spellings of `characters`.
  init(_ characters: [PatternCharacter], _ spelling: PatternSpelling) {
    length = characters.count
    reach = characters.reduce(1) { $0 + 1 + max($1.marks.count, PatternSpelling.markLimit) }
    for (index, character) in characters.enumerated() {
      let place = index..<index + 1
      let variants = spelling.variants(of: character).filter { !$0.isASCII }
      add(variants, at: place, of: characters)
      for (count, ligature) in spelling.ligatures(in: characters, at: index) {
        add([ligature], at: index..<index + count, of: characters)
      }
      guard character.scalar.properties.isAlphabetic else { continue }
      let marks = character.scalar.isASCII ? Accents.latinMarks : Accents.marks
      add(marks, at: index + 1..<index + 1, of: characters)
    }
    findLeads()
  }

  /// The prefilter for a text that holds only `scalars`.
  func narrowed(to scalars: ScalarSet) -> SpellingPrefilter {
    var prefilter = self
    for value in rows.indices where rows[value] != 0 && !scalars.contains(value) {
      prefilter.rows[value] = 0
    }
    prefilter.findLeads()
    return prefilter
  }

  private mutating func findLeads() {
    var isLead = [Bool](repeating: false, count: 256)
    isEmpty = true
    for value in rows.indices where rows[value] != 0 {
      let first = Unicode.Scalar(UInt16(value)).flatMap { UTF8.encode($0)?.first }
      isLead[Int(first ?? 0xC3)] = true
      isEmpty = false
    }
    leads = LeadByteFilter(isLead)
  }

  /// Adds `scalars`, which are equivalent, as triggers that may replace the characters at `place`.
  private mutating func add(
    _ scalars: [Unicode.Scalar],
    at place: Range<Int>,
    of characters: [PatternCharacter]
  ) {
    guard let first = scalars.first else { return }
    var row = Int(rows[Int(first.value)])
    if row == 0 {
      row = min(neighbours.count / 128, 255)
      if neighbours.count / 128 == row { neighbours += [UInt8](repeating: 0, count: 128) }
      for scalar in scalars {
        rows[Int(scalar.value)] = UInt8(row)
      }
    }
    allow(Self.before, characterAt: place.lowerBound - 1, of: characters, row: row)
    allow(Self.after, characterAt: place.upperBound, of: characters, row: row)
  }

  /// Allows the character at `index` as a neighbour of a row; any byte at the ends of the pattern.
  private mutating func allow(
    _ side: UInt8,
    characterAt index: Int,
    of characters: [PatternCharacter],
    row: Int
  ) {
    guard characters.indices.contains(index) else {
      for byte in 0..<128 { neighbours[row * 128 + byte] |= side }
      return
    }
    var bytes = [characters[index].scalar]
    if bytes[0] == " " { bytes += ["\n", "\t"] }
    for scalar in bytes where scalar.isASCII {
      let value = UInt8(truncatingIfNeeded: scalar.value)
      neighbours[row * 128 + Int(value)] |= side
      if Unicode.Scalar(value).properties.isAlphabetic {
        neighbours[row * 128 + Int(value ^ 0x20)] |= side
      }
    }
  }

  /// The first trigger in `bytes[start..<end]` whose neighbours allow a match.
  func first(
    in bytes: UnsafeRawBufferPointer,
    from start: Int,
    to end: Int
  ) -> Range<Int>? {
    var index = start
    while let place = leads.first(in: bytes, from: index, to: end) {
      if let trigger = trigger(in: bytes, at: place, to: end) { return trigger }
      index = place + 1
    }
    return nil
  }

  private func trigger(
    in bytes: UnsafeRawBufferPointer,
    at index: Int,
    to end: Int
  ) -> Range<Int>? {
    guard let value = Self.value(in: bytes, at: index, to: end) else { return nil }
    let count = bytes[index] < 0xE0 ? 2 : 3
    let row = Int(rows[value])
    guard row != 0 else { return nil }
    if index > 0, bytes[index - 1] < 0x80,
      neighbours[row * 128 + Int(bytes[index - 1])] & Self.before == 0
    {
      return nil
    }
    if index + count < end, bytes[index + count] < 0x80,
      neighbours[row * 128 + Int(bytes[index + count])] & Self.after == 0
    {
      return nil
    }
    return index..<index + count
  }

  /// The longest range that a match containing `trigger` can cover, between `start` and `end`.
  func window(
    around trigger: Range<Int>,
    in bytes: UnsafeRawBufferPointer,
    from start: Int,
    to end: Int
  ) -> Range<Int> {
    var low = trigger.lowerBound
    var (letters, steps) = (0, 0)
    while low > start, letters < length, steps < reach {
      steps += 1
      low -= 1
      while low > start, bytes[low] & 0xC0 == 0x80 { low -= 1 }
      if !isMark(in: bytes, at: low, to: end) { letters += 1 }
    }
    var high = trigger.upperBound
    (letters, steps) = (0, 0)
    while high < end, steps < reach {
      steps += 1
      let isLetter = !isMark(in: bytes, at: high, to: end)
      if isLetter, letters == length { break }
      letters += isLetter ? 1 : 0
      high += 1
      while high < end, bytes[high] & 0xC0 == 0x80 { high += 1 }
    }
    return low..<high
  }

  private func isMark(
    in bytes: UnsafeRawBufferPointer,
    at index: Int,
    to end: Int
  ) -> Bool {
    guard bytes[index] >= 0xC2, let value = Self.value(in: bytes, at: index, to: end) else {
      return false
    }
    return Unicode.Scalar(UInt32(value)).map(Accents.isMark) ?? false
  }

  /// The scalar value of two or three bytes; meaningless for bytes that are not UTF-8.
  private static func value(
    in bytes: UnsafeRawBufferPointer,
    at index: Int,
    to end: Int
  ) -> Int? {
    let lead = bytes[index]
    if lead < 0xE0 {
      guard index + 2 <= end else { return nil }
      return Int(lead & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)
    }
    guard lead < 0xF0, index + 3 <= end else { return nil }
    return Int(lead & 0x0F) << 12 | Int(bytes[index + 1] & 0x3F) << 6
      | Int(bytes[index + 2] & 0x3F)
  }
}
