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
    for (name, shift) in [(HTMLName.class, UInt16(0)), (.id, 2)] {
      guard let index = page.tree.attributeIndex(name, of: node) else { continue }
      var found = page.tree.withRawValue(of: page.tree.attributes[index]) { Self.words(in: $0) }
      // Headings have ids made of their words.
      if name == .id { found.remove(.boilerplate) }
      let weights = found.rawValue & 3
      hints.formUnion(ClassHints(rawValue: found.rawValue & ~3 | weights << shift))
    }
    self = hints
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// How many names (class, id) sound like content minus how many sound like boilerplate.
  var balance: Int {
    (contains(.goodClass) ? 1 : 0) - (contains(.badClass) ? 1 : 0)
      + (contains(.goodID) ? 1 : 0) - (contains(.badID) ? 1 : 0)
  }

  private static func words(in bytes: UnsafeRawBufferPointer) -> ClassHints {
    var hints = ClassHints()
    for start in bytes.indices {
      let letter = Int(bytes[start] | 0x20)
      guard letter < 0x80 else { continue }
      for index in table[letter] {
        let word = list[index]
        guard matches(word.text, bytes, at: start) else { continue }
        let end = start + word.text.count
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
    return topics.contains { matches($0, bytes, at: begin) && place >= begin + $0.count }
  }

  private static let topics = [Array("tag-".utf8), Array("category-".utf8)]

  private static func matches(_ text: [UInt8], _ bytes: UnsafeRawBufferPointer, at start: Int)
    -> Bool
  {
    guard start + text.count <= bytes.count else { return false }
    for offset in text.indices {
      let byte = bytes[start + offset]
      guard (0x41...0x5A ~= byte ? byte | 0x20 : byte) == text[offset] else { return false }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte >= 0x80
  }

  private struct Word {
    let text: [UInt8]
    let hint: ClassHints
    let match: Vocabulary.Match
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

  /// The words with what each hints at.
  private static let list = Vocabulary.entries.flatMap { entry -> [Word] in
    guard let hint = ClassHints(entry.meaning) else { return [] }
    return entry.names.map { name in
      Word(text: name.withUTF8Buffer(Array.init), hint: hint, match: entry.match)
    }
  }

  /// Indices of `list` by the first letter.
  private static let table: [[Int]] = {
    var table = [[Int]](repeating: [], count: 0x80)
    for (index, word) in list.enumerated() {
      table[Int(word.text.first.map { $0 | 0x20 } ?? 0)].append(index)
    }
    return table
  }()
}
