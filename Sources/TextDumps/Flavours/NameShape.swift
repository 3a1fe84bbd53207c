import DocumentModel
import DocumentParsing

/// What tells a name from a sentence.
enum NameShape {
  /// `range` without signs at its ends that belong to the page: bullets, dashes, brackets, colons.
  static func trimmed(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Range<Int> {
    var name = bytes.trimmed(range)
    while let first = name.first {
      if let rest = withoutPicture(bytes, name) {
        name = rest
        continue
      }
      let length = signLength(bytes, first, in: name, isEnd: false)
      guard length > 0 else { break }
      name.removeFirst(min(length, name.count))
    }
    while let last = name.last {
      var start = last
      while start > name.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      if let short = withoutTag(bytes, name) {
        name = short
        continue
      }
      guard signLength(bytes, start, in: name, isEnd: true) > 0 else { break }
      name = name.lowerBound..<start
    }
    return bytes.trimmed(name)
  }

  /// A name without a word in brackets before it, as avatars have: `[45cd9]Ines`.
  private static func withoutPicture(
    _ bytes: UnsafeRawBufferPointer,
    _ name: Range<Int>
  ) -> Range<Int>? {
    guard let first = name.first, bytes[first] == 0x5B,
      let close = bytes.first(0x5D, in: name.prefix(100)), close + 1 < name.upperBound,
      bytes.first(0x20, in: first..<close) == nil
    else { return nil }
    return bytes.trimmed(close + 1..<name.upperBound)
  }

  /// A name without a short mark in brackets behind it, such as `[S]`.
  private static func withoutTag(
    _ bytes: UnsafeRawBufferPointer,
    _ name: Range<Int>
  ) -> Range<Int>? {
    guard let last = name.last, bytes[last] == 0x5D,
      let open = name.suffix(8).last(where: { bytes[$0] == 0x5B }), open > name.lowerBound
    else { return nil }
    return name.lowerBound..<open
  }

  /// How many bytes the sign at `offset` takes, 0 if it may belong to a name.
  private static func signLength(
    _ bytes: UnsafeRawBufferPointer,
    _ offset: Int,
    in name: Range<Int>,
    isEnd: Bool
  ) -> Int {
    switch bytes[offset] {
    case 0x3E where isEnd && bytes.first(0x3C, in: name) != nil: return 0
    case 0x20, 0x09, 0x23, 0x2C, 0x2D, 0x2F, 0x3A, 0x3B, 0x3D, 0x3E, 0x5B, 0x5C, 0x5D, 0x7C:
      return 1
    case 0x28: return 1
    case 0x29: return bytes.first(0x28, in: name) == nil ? 1 : 0
    case 0x2A, 0x2B, 0x2E: return isEnd && bytes[offset] == 0x2E ? 0 : 1
    case 0xC2:
      return offset + 1 < bytes.count && [0xA0, 0xAB, 0xB7, 0xBB].contains(bytes[offset + 1])
        ? 2 : 0
    case 0xE2:
      let scalar = Scalar(in: bytes, at: offset)
      switch scalar.value {
      case 0x2010...0x2015, 0x2022, 0x2026, 0x2190...0x21FF, 0x25A0...0x25FF: return 3
      case 0x2605, 0x2606: return isEnd ? 0 : 3
      default: return 0
      }
    default: return 0
    }
  }

  /// Whether the text at `name` can be somebody's name: short, few words, not ended like a sentence.
  static func isName(
    _ bytes: UnsafeRawBufferPointer,
    _ name: Range<Int>,
    policy: DumpPolicy
  ) -> Bool {
    guard !name.isEmpty, name.count <= policy.longestName, let last = name.last else {
      return false
    }
    guard !bytes[name].contains(where: { $0 == 0x3C || $0 == 0x3E || $0 == 0x09 }) else {
      return false
    }
    let words = DumpWord.words(bytes, name)
    guard words.count <= policy.mostNameWords, !haveColumns(words), !isDate(bytes, words) else {
      return false
    }
    if words.first.map({ isTime(bytes, $0.range) }) ?? true { return false }
    let ending = bytes[last]
    let isEnded = ending == 0x21 || ending == 0x3F || ending == 0x2E || ending == 0x2C
    if isEnded, words.count > 2, words.last.map({ $0.range.count > 3 }) ?? false { return false }
    guard !isSpeech(bytes, words) else { return false }
    return holdsLetter(bytes, name) && smallWords(bytes, words) <= policy.mostSmallWords
  }

  /// Whether a text holds a letter of any script.
  static func holdsLetter(_ bytes: UnsafeRawBufferPointer, _ text: Range<Int>) -> Bool {
    var offset = text.lowerBound
    while offset < text.upperBound {
      let scalar = Scalar(in: bytes, at: offset)
      if LetterCase.isLetter(scalar.value) { return true }
      offset += scalar.length
    }
    return false
  }

  /// Where a name begins behind the end of a sentence, `log. Ines Bauer`; `nil` if it holds none.
  static func sentenceEnd(_ bytes: UnsafeRawBufferPointer, _ name: Range<Int>) -> Int? {
    let words = DumpWord.words(bytes, name)
    let end = words.dropLast().lastIndex { word in
      !word.isCapital && word.range.count > 3
        && [0x21, 0x2E, 0x3F].contains(bytes[word.range.upperBound - 1])
    }
    return end.map { words[$0 + 1].range.lowerBound }
  }

  /// Whether blanks part the words as they part the columns of a table.
  private static func haveColumns(_ words: [DumpWord]) -> Bool {
    zip(words, words.dropFirst()).contains { $1.range.lowerBound - $0.range.upperBound > 2 }
  }

  /// Whether a word is a time of day: `18:46`.
  private static func isTime(_ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) -> Bool {
    bytes[word.lowerBound] &- 0x30 < 10 && bytes.first(0x3A, in: word) != nil
  }

  /// How many bytes the name of a weekday has that is nobody's.
  private static let leastWeekday = 5

  /// Whether all words are those of dates: a zone, a weekday; a month alone may be a name.
  private static func isDate(_ bytes: UnsafeRawBufferPointer, _ words: [DumpWord]) -> Bool {
    var hasOther = false
    for word in words {
      let bare = SpeechWords.bare(bytes, word.range)
      guard !bare.isEmpty else { continue }
      switch DateWordKind(bytes, bare) {
      case .month?: break
      // Short ones are names, too: Sam, Dan, Sol.
      case .part?, .joint?:
        if words.count == 1, bare.count < Self.leastWeekday { return false }
        hasOther = true
      case nil where DateWordKind.isZone(bytes, bare): hasOther = true
      case nil: return false
      }
    }
    return hasOther
  }

  /// Whether a text is what browsers print for a picture, a field or a row of controls: `[45cd9]`,
  /// `0 | Reply`.
  static func isToken(_ bytes: UnsafeRawBufferPointer, _ text: Range<Int>) -> Bool {
    let words = DumpWord.words(bytes, text)
    guard let first = words.first else { return false }
    if words.count == 1, NameFrame.isMark(bytes, first) { return true }
    return bytes.starts(text, with: [0x5B, 0x20, 0x5D])
      || words.contains { $0.range.count == 1 && bytes[$0.range.lowerBound] == 0x7C }
  }

  /// Whether a text is three words or more without a capital, as labels are: `convert to answer`.
  static func isPhrase(_ bytes: UnsafeRawBufferPointer, _ text: Range<Int>) -> Bool {
    let words = DumpWord.words(bytes, text)
    return words.count > 2 && words.allSatisfy { 0x61...0x7A ~= bytes[$0.range.lowerBound] }
  }

  /// How many words begin with a small letter or a sign of ASCII.
  static func smallWords(_ bytes: UnsafeRawBufferPointer, _ words: [DumpWord]) -> Int {
    words.count { !$0.isCapital && bytes[$0.range.lowerBound] < 0x80 }
  }

  /// Whether all words are those by which pages introduce names, or labels of controls.
  static func isSpeech(_ bytes: UnsafeRawBufferPointer, _ words: [DumpWord]) -> Bool {
    words.allSatisfy {
      SpeechWords.isVerb(bytes, $0.range) || SpeechWords.isOpening(bytes, $0.range)
        || SpeechWords.isControl(bytes, $0.range)
    }
  }
}
