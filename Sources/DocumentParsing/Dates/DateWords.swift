import DocumentModel

/// What a word means in a line that tells a date.
enum DateWord: Hashable, Sendable {
  case month(Int)
  case weekday
  case morning
  case afternoon
  /// A unit of a relative date: «years» in «8 years ago».
  case unit
  /// A word that makes a date relative: «ago», «vor», «назад».
  case ago
  /// A word between the parts of a date: «at», «um», «de», «г».
  case joint
}

/// The words of dates in the languages WordPress is most used in.
///
/// Names follow the Unicode Common Locale Data Repository, and WordPress' own translations where
/// these differ: nominative and genitive months, long and short forms.
enum DateWords {
  /// What the lower-case word `hash` stands for means, `nil` if it belongs to no date.
  static func meaning(ofHash hash: UInt64) -> DateWord? {
    let slots = slots
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].hash != 0 {
      if slots[slot].hash == hash { return slots[slot].meaning }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The hash a word is looked up by: FNV-1a over its lower-case UTF-8.
  static func hash(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
    var hash = FNVHash.start
    var offset = range.lowerBound
    func mix(_ byte: UInt8) { hash = FNVHash.mix(hash, byte) }
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte < 0x80 {
        mix(0x41...0x5A ~= byte ? byte | 0x20 : byte)
        offset += 1
        continue
      }
      let scalar = Scalar(in: bytes, at: offset)
      let lower = LetterCase.lower(scalar.value)
      if let encoded = Unicode.Scalar(lower).flatMap({ UTF8.encode($0) }) {
        for unit in encoded { mix(unit) }
      }
      offset += scalar.length
    }
    return hash
  }

  /// The words by hash, open addressed; a hash of 0 marks a free slot.
  private static let slots: [(hash: UInt64, meaning: DateWord)] = {
    var slots = [(hash: UInt64, meaning: DateWord)](repeating: (0, .joint), count: 64)
    var count = 0
    func add(_ words: String, _ meaning: DateWord) {
      var words = words
      words.withUTF8 { bytes in
        let bytes = UnsafeRawBufferPointer(bytes)
        var start = 0
        while start < bytes.count {
          let end = bytes.first(0x20, in: start..<bytes.count) ?? bytes.count
          if end > start { count += put(hash(bytes, start..<end), meaning, in: &slots) }
          if count * 2 > slots.count { slots = rehashed(slots) }
          start = end + 1
        }
      }
    }
    add(DateWordLists.joints, .joint)
    add(DateWordLists.units, .unit)
    add(DateWordLists.agos, .ago)
    add(DateWordLists.weekdays, .weekday)
    add(DateWordLists.mornings, .morning)
    add(DateWordLists.afternoons, .afternoon)
    for (index, words) in DateWordLists.months.enumerated() { add(words, .month(index + 1)) }
    return slots
  }()

  /// Notes what a word means, in place of what it meant before; how many slots that took.
  private static func put(
    _ hash: UInt64,
    _ meaning: DateWord,
    in slots: inout [(hash: UInt64, meaning: DateWord)]
  ) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].hash != 0 && slots[slot].hash != hash {
      slot = (slot + 1) & (slots.count - 1)
    }
    defer { slots[slot] = (hash, meaning) }
    return slots[slot].hash == 0 ? 1 : 0
  }

  private static func rehashed(
    _ slots: [(hash: UInt64, meaning: DateWord)]
  ) -> [(hash: UInt64, meaning: DateWord)] {
    var larger = [(hash: UInt64, meaning: DateWord)](repeating: (0, .joint), count: slots.count * 4)
    for (hash, meaning) in slots where hash != 0 { _ = put(hash, meaning, in: &larger) }
    return larger
  }
}
