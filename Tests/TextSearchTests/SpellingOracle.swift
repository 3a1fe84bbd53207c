import TextSearch

/// Finds words by comparing folded scalars one by one: slow, and written apart from the engine.
struct SpellingOracle {
  private struct Letter {
    var base: Unicode.Scalar
    var marks: [Unicode.Scalar]
  }

  private static let folded: [Unicode.Scalar: (letters: String, marks: String)] = [
    "é": ("e", "\u{301}"), "É": ("E", "\u{301}"), "ë": ("e", "\u{308}"), "á": ("a", "\u{301}"),
    "ß": ("ss", ""), "æ": ("ae", ""), "Æ": ("AE", ""), "’": ("'", ""), "\n": (" ", ""),
    "\u{A0}": (" ", ""), "ё": ("е", "\u{308}"), "ø": ("o", ""),
  ]
  private static let marks: Set<Unicode.Scalar> = ["\u{301}", "\u{308}", "\u{306}"]

  private let pattern: [Letter]
  private let ignoresCase: Bool

  init(_ pattern: String) {
    ignoresCase = !pattern.unicodeScalars.contains { $0.properties.isUppercase }
    self.pattern = Self.typed(pattern)
  }

  /// Letters of the pattern as typed: signs and ligatures stand for themselves alone.
  private static func typed(_ text: String) -> [Letter] {
    var letters: [Letter] = []
    for scalar in text.unicodeScalars {
      if marks.contains(scalar), letters.last?.base.properties.isAlphabetic == true {
        letters[letters.count - 1].marks.append(scalar)
      } else if let fold = folded[scalar], !fold.marks.isEmpty,
        let base = fold.letters.unicodeScalars.first
      {
        letters.append(Letter(base: base, marks: Array(fold.marks.unicodeScalars)))
      } else if scalar == "й" {
        letters.append(Letter(base: "и", marks: ["\u{306}"]))
      } else {
        letters.append(Letter(base: scalar, marks: []))
      }
    }
    return letters
  }

  /// The matched ranges, in bytes.
  func matches(in text: String) -> [Range<Int>] {
    let scalars = Array(text.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    var found: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      if let end = match(scalars, index, 0), end > index {
        found.append(offsets[index]..<offsets[end])
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private func match(_ text: [Unicode.Scalar], _ index: Int, _ position: Int) -> Int? {
    guard position < pattern.count else { return index }
    guard index < text.count else { return nil }
    let wanted = pattern[position]
    let scalar = text[index]
    let fold = Self.folded[scalar]
    var marks = Array((fold?.marks ?? "").unicodeScalars)
    var next = index + 1
    if wanted.base.properties.isAlphabetic {
      // A plain letter passes over eight marks and no more.
      let limit = wanted.marks.isEmpty ? min(text.count, index + 9) : text.count
      while next < limit, Self.marks.contains(text[next]) {
        marks.append(text[next])
        next += 1
      }
    }
    if !wanted.marks.isEmpty {
      let bare = fold?.marks.isEmpty == false ? fold?.letters.unicodeScalars.first : nil
      let base = scalar == "й" ? "и" : bare ?? scalar
      if scalar == "й" { marks.insert("\u{306}", at: 0) }
      return same(base, wanted.base) && marks == wanted.marks
        ? match(text, next, position + 1) : nil
    }
    if same(scalar, wanted.base) {
      let makesAnother = wanted.base == "и" && marks.first == "\u{306}"
      return makesAnother ? nil : match(text, next, position + 1)
    }
    guard let letters = fold?.letters.unicodeScalars.map({ $0 }),
      position + letters.count <= pattern.count
    else { return nil }
    for (offset, letter) in letters.enumerated() {
      let typed = pattern[position + offset]
      // Æ is Ae at the beginning of a word and AE in capitals.
      let isSmall = scalar == "Æ" && offset == 1 && typed.base == "e"
      guard typed.marks.isEmpty, same(letter, typed.base) || isSmall else { return nil }
    }
    return match(text, next, position + letters.count)
  }

  private func same(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    left == right
      || ignoresCase && left.properties.lowercaseMapping == right.properties.lowercaseMapping
  }
}
