/// Writes text as a PCRE2 expression that matches all its spellings.
struct PatternSpelling {
  /// Whether the expression will be compiled to ignore case.
  let ignoresCase: Bool

  /// The number of accents a letter may have; no language has more.
  static let markLimit = 8

  /// Any accents.
  private static let marks = "[\\x{AD}" + markClass + "]{0,\(markLimit)}+"
  private static let noMark = "(?![" + markClass + "])"
  private static let markClass =
    stride(from: 0, to: AccentTable.marks.count, by: 2).map {
      "\\x{\(String(AccentTable.marks[$0], radix: 16))}"
        + "-\\x{\(String(AccentTable.marks[$0 + 1], radix: 16))}"
    }.joined()

  /// `characters` in their plain spelling; every other match of `all` has a trigger in it or after it.
  func plain(_ characters: [PatternCharacter]) -> String {
    characters.map { character in
      character.scalar == " "
        ? "[ \\n\\t]"
        : accented(character) ?? Self.escaped(character.scalar) + unlessDistinct(character.scalar)
    }.joined()
  }

  /// `characters` in every spelling.
  func all(_ characters: [PatternCharacter]) -> String {
    var expression = ""
    var index = 0
    while index < characters.count {
      let end = ligatureEnd(in: characters, from: index)
      if end == index {
        expression += every(characters[index])
        index += 1
      } else {
        let ways = tilings(of: characters, from: index, to: end)
        expression += "(?:" + ways.joined(separator: "|") + ")"
        index = end
      }
    }
    return expression
  }

  /// The ligatures that can stand for characters from `index` on, and for how many of them.
  func ligatures(
    in characters: [PatternCharacter],
    at index: Int
  ) -> [(count: Int, character: Unicode.Scalar)] {
    Accents.ligatures.compactMap { spelled, ligature in
      let letters = spelled.unicodeScalars
      let there = characters[index...].prefix(letters.count)
      guard there.count == letters.count, there.allSatisfy(\.marks.isEmpty),
        zip(there, letters).allSatisfy({ isSame($0.scalar, $1) })
      else { return nil }
      return (letters.count, ligature)
    }
  }

  /// The other letters that a plain letter matches; none for one typed with an accent.
  func variants(of character: PatternCharacter) -> [Unicode.Scalar] {
    guard composed(character) == nil else { return [] }
    let plain = character.scalar
    let signs = Accents.typographic(plain)
    guard signs.isEmpty else { return signs }
    guard ignoresCase, plain.properties.isAlphabetic else { return Accents.variants(of: plain) }
    return Set([plain, Self.lowercase(plain), Self.uppercase(plain)])
      .flatMap(Accents.variants(of:)).sorted()
  }

  /// The base and the accents of a letter typed with an accent, otherwise `nil`.
  func composed(
    _ character: PatternCharacter
  ) -> (base: Unicode.Scalar, marks: [Unicode.Scalar])? {
    let inner = Accents.decomposition(of: character.scalar)
    let marks = (inner?.marks ?? []) + character.marks
    return marks.isEmpty ? nil : (inner?.base ?? character.scalar, marks)
  }

  private func isSame(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    left == right || ignoresCase && Self.lowercase(left) == Self.lowercase(right)
  }

  /// The end of the ligatures that start at `index`, or overlap one that does; `index` if there are none.
  private func ligatureEnd(in characters: [PatternCharacter], from index: Int) -> Int {
    var end = index
    var next = index
    repeat {
      end =
        ligatures(in: characters, at: next).map { next + $0.count }.max().map { max($0, end) }
        ?? end
      next += 1
    } while next < end && end - index < Self.longestTiling
    return end
  }

  /// Longer runs of ligatures are split, because the number of alternatives grows exponentially.
  private static let longestTiling = 8

  private func tilings(of characters: [PatternCharacter], from index: Int, to end: Int) -> [String]
  {
    guard index < end else { return [""] }
    var ways = tilings(of: characters, from: index + 1, to: end).map {
      every(characters[index]) + $0
    }
    for (count, ligature) in ligatures(in: characters, at: index) where index + count <= end {
      ways += tilings(of: characters, from: index + count, to: end).map {
        Self.escaped(ligature) + Self.marks + $0
      }
    }
    return ways
  }

  /// One character in every spelling.
  private func every(_ character: PatternCharacter) -> String {
    if let typed = accented(character) { return typed }
    let plain = character.scalar
    let variants = variants(of: character).map(Self.escaped).joined()
    let letter = variants.isEmpty ? Self.escaped(plain) : "[" + Self.escaped(plain) + variants + "]"
    guard plain.properties.isAlphabetic else { return letter }
    return "(?:" + letter + unlessDistinct(plain) + Self.marks + ")"
  }

  /// Prevents a plain letter from matching the different letter that an accent makes of it.
  private func unlessDistinct(_ plain: Unicode.Scalar) -> String {
    Accents.distinguishingMark(of: plain).map { "(?!\(Self.escaped($0)))" } ?? ""
  }

  /// A letter with exactly the accents that were typed, composed or not; `nil` if none were.
  private func accented(_ character: PatternCharacter) -> String? {
    guard let (base, marks) = composed(character) else { return nil }
    var ways = [([base] + marks).map(Self.escaped).joined()]
    for count in 1...marks.count {
      guard let letter = Accents.composition(of: base, marks.prefix(count)) else { continue }
      ways.append(([letter] + marks.dropFirst(count)).map(Self.escaped).joined())
    }
    return "(?:(?:" + ways.joined(separator: "|") + ")" + Self.noMark + ")"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": String(scalar)
    case _ where scalar.isASCII && scalar.value > 0x20: "\\" + String(scalar)
    default: "\\x{" + String(scalar.value, radix: 16) + "}"
    }
  }

  private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    onlyScalar(of: scalar.properties.lowercaseMapping) ?? scalar
  }

  private static func uppercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    onlyScalar(of: scalar.properties.uppercaseMapping) ?? scalar
  }

  private static func onlyScalar(of text: String) -> Unicode.Scalar? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
  }
}
