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
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var offset = range.lowerBound
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
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

  /// The words by hash, open addressed and at most half full; a hash of 0 marks a free slot.
  private static let slots: [(hash: UInt64, meaning: DateWord)] = {
    let known = words
    var size = 64
    while size < known.count * 2 { size *= 2 }
    var slots = [(hash: UInt64, meaning: DateWord)](repeating: (0, .joint), count: size)
    for (hash, meaning) in known {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot].hash != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (hash, meaning)
    }
    return slots
  }()

  private static var words: [UInt64: DateWord] {
    var table: [UInt64: DateWord] = [:]
    func add(_ words: String, _ meaning: DateWord) {
      for word in words.split(separator: " ") {
        Array(word.utf8).withUnsafeBytes { bytes in
          table[hash(bytes, 0..<bytes.count)] = meaning
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
    return table
  }
}
