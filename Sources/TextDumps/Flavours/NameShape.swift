import DocumentModel
import DocumentParsing

/// What tells a name from a sentence.
enum NameShape {
  /// `range` without signs at its ends that belong to the page: bullets, dashes, brackets, colons.
  static func trimmed(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Range<Int> {
    var name = bytes.trimmed(range)
    while let first = name.first {
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

  /// A name without a short mark in brackets behind it, such as `[S]`.
  private static func withoutTag(
    _ bytes: UnsafeRawBufferPointer,
    _ name: Range<Int>
  ) -> Range<Int>? {
    guard let last = name.last, bytes[last] == 0x5D,
      let open = name.suffix(5).last(where: { bytes[$0] == 0x5B }), open > name.lowerBound
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
    guard words.count <= policy.mostNameWords else { return false }
    let ending = bytes[last]
    let isEnded = ending == 0x21 || ending == 0x3F || ending == 0x2E || ending == 0x2C
    if isEnded, words.count > 2, words.last.map({ $0.range.count > 3 }) ?? false { return false }
    var (letters, offset) = (0, name.lowerBound)
    while offset < name.upperBound {
      let scalar = Scalar(in: bytes, at: offset)
      if LetterCase.isLetter(scalar.value) { letters += 1 }
      offset += scalar.length
    }
    guard !isSpeech(bytes, words) else { return false }
    return letters > 0 && smallWords(bytes, words) <= policy.mostSmallWords
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
