import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The short texts of a page's elements, equal ones under one number.
///
/// Names and labels are told by which texts recur, so that each is read once for all groups of
/// records.
struct ShortTexts {
  /// How many different texts there are.
  private(set) var count = 0
  /// The number of each place's text, -1 where it is empty, long or in many nodes.
  private var numbers: [Int32]
  /// Whether the text with a number may be a name: it holds a letter and is no address.
  private var lettered: [Bool] = []
  /// Whether the text with a number reads like a title or a sentence.
  private var phrases: [Bool] = []
  /// Whether the text with a number labels what can be done with a comment.
  private var controls: [Bool] = []
  /// The number of each text's pattern, -1 for none.
  private var patterns: [Int32] = []
  /// How many patterns there are.
  private(set) var patternCount = 0

  /// Reads the elements of an outline with at most so many bytes of text and so many nodes.
  ///
  /// O(places · `nodes`).
  init(_ outline: PageOutline, longest: Int, nodes most: Int) {
    numbers = [Int32](repeating: -1, count: outline.nodes.count)
    var hashes = HashNumbers()
    var patternHashes = HashNumbers()
    var text: [UInt8] = []
    var buffer: [UInt8] = []
    for place in outline.nodes.indices where outline.isElement(place) {
      let range = outline.range(place)
      guard 1...longest ~= outline.textLength(range), range.count <= most else { continue }
      text.removeAll(keepingCapacity: true)
      outline.page.appendText(outline.nodes[place], to: &text, buffer: &buffer)
      let number = hashes.number(text.reduce(FNVHash.start, FNVHash.mix))
      if number == lettered.count {
        lettered.append(Self.holdsLetter(text))
        phrases.append(Self.isPhrase(text))
        controls.append(Self.isControl(text))
        patterns.append(Self.pattern(text).map { Int32(patternHashes.number($0)) } ?? -1)
      }
      numbers[place] = Int32(number)
    }
    count = hashes.count
    patternCount = patternHashes.count
  }

  /// The number of an element's text, nil where it is empty, long or in many nodes.
  subscript(place: Int) -> Int? { numbers[place] < 0 ? nil : Int(numbers[place]) }

  /// The number of the pattern of a text that holds a number among its words, such as `35 fans`;
  /// equal for those that differ in nothing but the number and a plural.
  func pattern(_ number: Int) -> Int? { patterns[number] < 0 ? nil : Int(patterns[number]) }

  /// Whether the text with a number may be a name: it holds a letter and is no address.
  func holdsLetter(_ number: Int) -> Bool { lettered[number] }

  /// Whether the text with a number reads like a title or a sentence rather than a name.
  func isPhrase(_ number: Int) -> Bool { phrases[number] }

  /// Whether the text with a number labels what can be done with a comment: `Reply`.
  func isControl(_ number: Int) -> Bool { controls[number] }

  /// Whether a text is one word or two of which the first labels what can be done with a comment.
  private static func isControl(_ text: [UInt8]) -> Bool {
    let words = text.split(whereSeparator: { $0 <= 0x20 })
    guard let first = words.first, words.count <= 2 else { return false }
    return first.withUnsafeBytes { DiscussionWords.isControl($0, $0.trimmingMarks(0..<$0.count)) }
  }

  /// Whether a text has three words or more, and behind the first one that begins with a small letter
  /// and is none of those that stand in names.
  private static func isPhrase(_ text: [UInt8]) -> Bool {
    let words = text.split(whereSeparator: { $0 <= 0x20 })
    guard words.count > 2 else { return false }
    return words.dropFirst().contains { word in
      word.first.map { 0x61...0x7A ~= $0 } ?? false
        && !particles.contains(String(decoding: word, as: UTF8.self))
    }
  }

  /// What stands in names with a small letter.
  private static let particles: Set<String> = [
    "a", "af", "al", "am", "an", "and", "auf", "av", "bin", "by", "da", "das", "de", "del", "den",
    "der", "des", "di", "do", "dos", "du", "e", "el", "et", "from", "i", "ibn", "in", "la", "le",
    "och", "of", "og", "or", "ten", "ter", "the", "to", "und", "van", "vom", "von", "y", "z", "zu",
    "zum", "zur",
  ]

  /// The hash of a text with each number that is a word of its own masked, nil if it has none.
  private static func pattern(_ text: [UInt8]) -> UInt64? {
    var hash = FNVHash.start
    var holdsNumber = false
    for word in text.split(whereSeparator: { $0 <= 0x20 }) {
      hash = FNVHash.mix(hash, 0x20)
      let digits = word.drop { $0 < 0x30 }.prefix { $0 &- 0x30 < 10 || $0 == 0x2C || $0 == 0x2E }
      // `12楼`: scripts without blanks write the number and what is counted in one.
      let unit = word[digits.endIndex...]
      if !digits.isEmpty, unit.allSatisfy({ $0 >= 0x80 }), unit.count <= 6 {
        holdsNumber = true
        hash = unit.reduce(hash, FNVHash.mix)
      } else {
        let singular = word.last == 0x73 ? word.dropLast() : word
        hash = singular.reduce(hash, FNVHash.mix)
      }
    }
    return holdsNumber ? hash : nil
  }

  private static func holdsLetter(_ text: [UInt8]) -> Bool {
    if text.withUnsafeBytes({ $0.contains("://") }) { return false }
    if text.contains(where: { ($0 | 0x20) &- 0x61 < 26 }) { return true }
    guard text.contains(where: { $0 >= 0x80 }) else { return false }
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    return scalars.contains(where: \.properties.isAlphabetic)
  }
}
