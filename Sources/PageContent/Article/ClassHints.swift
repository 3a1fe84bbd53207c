import HTMLParsing
import PageModel

/// What the words in an element's `class` and `id` let one expect of it when an article is looked for.
///
/// Readability's names, and those of boxes around articles, as the vocabulary has them.
struct ClassHints: OptionSet {
  let rawValue: UInt16

  /// The class sounds like content.
  static let goodClass = ClassHints(rawValue: 1)
  /// The class sounds like boilerplate.
  static let badClass = ClassHints(rawValue: 2)
  /// The id sounds like content.
  static let goodID = ClassHints(rawValue: 4)
  /// The id sounds like boilerplate.
  static let badID = ClassHints(rawValue: 8)
  /// It holds no article, judging by its names.
  static let unlikely = ClassHints(rawValue: 16)
  /// It may hold one after all.
  static let possible = ClassHints(rawValue: 32)
  /// It offers to share the page.
  static let share = ClassHints(rawValue: 64)
  /// It names the author.
  static let byline = ClassHints(rawValue: 128)
  /// The class is what themes call boxes around an article: for sharing, the author, tags, letters.
  static let boilerplate = ClassHints(rawValue: 256)

  /// The hints of an element.
  init(_ page: HTMLPage, _ node: HTMLNodeID) {
    var hints = ClassHints()
    if let found = Self.words(of: .class, node, page) { hints = found }
    if var found = Self.words(of: .id, node, page) {
      // Headings have ids made of their words.
      found.remove(.boilerplate)
      let weights = found.rawValue & 3
      hints.formUnion(ClassHints(rawValue: found.rawValue & ~3 | weights << 2))
    }
    self = hints
  }

  private static func words(of name: HTMLName, _ node: HTMLNodeID, _ page: HTMLPage) -> ClassHints?
  {
    page.tree.attributeIndex(name, of: node).map { index in
      page.tree.withRawValue(of: page.tree.attributes[index]) { words(in: $0) }
    }
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// How many names (class, id) sound like content minus how many sound like boilerplate.
  var balance: Int {
    (contains(.goodClass) ? 1 : 0) - (contains(.badClass) ? 1 : 0)
      + (contains(.goodID) ? 1 : 0) - (contains(.badID) ? 1 : 0)
  }

  private static func words(in bytes: UnsafeRawBufferPointer) -> ClassHints {
    var hints = ClassHints()
    let (words, starts) = table
    for start in bytes.indices {
      let letter = Int(bytes[start] | 0x20)
      guard letter < 0x80, starts[letter] < starts[letter + 1] else { continue }
      let second = start + 1 < bytes.count ? bytes[start + 1] | 0x20 : 0
      for index in starts[letter]..<starts[letter + 1] where words[index].second == second {
        let word = words[index]
        let end = start + word.text.utf8CodeUnitCount
        guard matches(word.text, bytes, at: start) else { continue }
        switch word.match {
        case .anywhere, .part: break
        case .name:
          guard start == 0 || bytes[start - 1] == 0x20, end == bytes.count || bytes[end] == 0x20
          else { continue }
        case .delimited:
          guard start == 0 || !isLetter(bytes[start - 1]),
            end == bytes.count || !isLetter(bytes[end])
          else { continue }
        }
        if word.hint == .boilerplate, isTopic(bytes, before: start) { continue }
        hints.formUnion(word.hint)
      }
    }
    return hints
  }

  /// Whether a place stands in a class that names what an article is about, as WordPress does.
  private static func isTopic(_ bytes: UnsafeRawBufferPointer, before place: Int) -> Bool {
    let begin = bytes[..<place].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
    return isTopic("tag-", bytes, at: begin, before: place)
      || isTopic("category-", bytes, at: begin, before: place)
  }

  private static func isTopic(
    _ topic: StaticString,
    _ bytes: UnsafeRawBufferPointer,
    at begin: Int,
    before place: Int
  ) -> Bool {
    matches(topic, bytes, at: begin) && place >= begin + topic.utf8CodeUnitCount
  }

  private static func matches(
    _ text: StaticString,
    _ bytes: UnsafeRawBufferPointer,
    at start: Int
  ) -> Bool {
    let count = text.utf8CodeUnitCount
    guard start + count <= bytes.count else { return false }
    for offset in 0..<count {
      let byte = bytes[start + offset]
      guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == text.utf8Start[offset] else {
        return false
      }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte >= 0x80
  }

  private struct Word {
    let text: StaticString
    let hint: ClassHints
    let match: Vocabulary.Match
    /// The byte behind its first letter, a letter as a small one.
    let second: UInt8

    init(_ text: StaticString, _ hint: ClassHints, _ match: Vocabulary.Match) {
      (self.text, self.hint, self.match) = (text, hint, match)
      second = text.utf8Start[1] | 0x20
    }

    /// The letter it begins with, as a small one.
    var letter: Int { Int(text.utf8Start[0] | 0x20) }
  }

  private init?(_ meaning: Vocabulary.Meaning) {
    switch meaning {
    case .unlikely: self = .unlikely
    case .possible: self = .possible
    case .positive: self = .goodClass
    case .negative: self = .badClass
    case .byline: self = .byline
    case .articleBoilerplate: self = .boilerplate
    case .sharing: self = .share
    default: return nil
    }
  }

  /// The words with what each hints at, by the letters they begin with, and where those of each
  /// letter begin.
  private static let table: (words: [Word], starts: [Int]) = {
    let words = Vocabulary.entries.flatMap { entry -> [Word] in
      guard let hint = ClassHints(entry.meaning) else { return [] }
      return entry.names.map { Word($0, hint, entry.match) }
    }
    .sorted { $0.letter < $1.letter }
    var starts = [Int](repeating: 0, count: 0x81)
    for word in words { starts[word.letter + 1] += 1 }
    for letter in 1...0x80 { starts[letter] += starts[letter - 1] }
    return (words, starts)
  }()
}
