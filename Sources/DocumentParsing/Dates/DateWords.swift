import DocumentModel

/// What a word means in a line that tells a date.
enum DateWord: Hashable, Sendable {
  case month(UInt8)
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
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte < 0x80 {
        hash = FNVHash.mix(hash, 0x41...0x5A ~= byte ? byte | 0x20 : byte)
        offset += 1
        continue
      }
      let scalar = Scalar(in: bytes, at: offset)
      let lower = LetterCase.lower(scalar.value)
      if let encoded = Unicode.Scalar(lower).flatMap({ UTF8.encode($0) }) {
        for unit in encoded { hash = FNVHash.mix(hash, unit) }
      }
      offset += scalar.length
    }
    return hash
  }

  /// The words by hash, open addressed; a hash of 0 marks a free slot.
  ///
  /// Twice as many slots as there are words at least, a power of two.
  private static let slots: [(hash: UInt64, meaning: DateWord)] = {
    var slots = [(hash: UInt64, meaning: DateWord)](repeating: (0, .joint), count: 8192)
    addFurther(to: &slots)
    add(DateWordLists.joints, .joint, to: &slots)
    add(DateWordLists.units, .unit, to: &slots)
    add(DateWordLists.agos, .ago, to: &slots)
    add(DateWordLists.weekdays, .weekday, to: &slots)
    add(DateWordLists.mornings, .morning, to: &slots)
    add(DateWordLists.afternoons, .afternoon, to: &slots)
    for (index, words) in DateWordLists.months.enumerated() {
      add(words, .month(UInt8(index + 1)), to: &slots)
    }
    assert(slots.count { $0.hash != 0 } * 2 <= slots.count)
    return slots
  }()

  /// Adds the words of further languages, which yield to those of the languages of most pages.
  private static func addFurther(to slots: inout [(hash: UInt64, meaning: DateWord)]) {
    for months in [DateWordLists.persianMonths, DateWordLists.furtherMonths] {
      for (index, words) in months.enumerated() { add(words, .month(UInt8(index + 1)), to: &slots) }
    }
    add(DateWordLists.furtherJoints, .joint, to: &slots)
    add(DateWordLists.furtherUnits, .unit, to: &slots)
    add(DateWordLists.furtherAgos, .ago, to: &slots)
    add(DateWordLists.furtherWeekdays, .weekday, to: &slots)
    add(DateWordLists.furtherMornings, .morning, to: &slots)
    add(DateWordLists.furtherAfternoons, .afternoon, to: &slots)
  }

  /// Notes what words mean, in place of what they meant before.
  ///
  /// The words are in lower case already, so that their bytes are hashed as they are: the table is made
  /// whenever a page is read, of some 3,000 words.
  private static func add(
    _ words: String,
    _ meaning: DateWord,
    to slots: inout [(hash: UInt64, meaning: DateWord)]
  ) {
    var words = words
    words.withUTF8 { bytes in
      var hash = FNVHash.start
      for byte in bytes {
        if byte == 0x20 {
          note(hash, meaning, in: &slots)
          hash = FNVHash.start
        } else {
          hash = FNVHash.mix(hash, byte)
        }
      }
      note(hash, meaning, in: &slots)
    }
  }

  private static func note(
    _ hash: UInt64,
    _ meaning: DateWord,
    in slots: inout [(hash: UInt64, meaning: DateWord)]
  ) {
    guard hash != FNVHash.start else { return }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].hash != 0 && slots[slot].hash != hash {
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = (hash, meaning)
  }
}
