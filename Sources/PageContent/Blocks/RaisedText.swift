import PageModel

/// Text that stands above or below the line, as in 10⁶ and CO₂, in a line that has no place for it.
///
/// Digits, signs and the letter n have forms of their own in Unicode; other exponents and indices
/// follow `^` and `_`, as in TeX. Raised letters that are no exponents, as in 21st, stay as they are.
enum RaisedText {
  /// Which way a text is moved.
  enum Direction {
    case up, down
  }

  /// How a text stands in a line behind `before`; nil: as any other text.
  ///
  /// O(length).
  static func form(
    of text: String,
    _ direction: Direction,
    behind before: Character?,
    policy: ContentPolicy
  ) -> String? {
    guard !text.isEmpty, text.count <= policy.longestExponent else { return nil }
    let forms = direction == .up ? raised : lowered
    let hasNumber = text.contains { $0.isASCII && $0.isNumber || signs.contains($0) }
    if hasNumber || isVariable(text, behind: before, forms) {
      let moved = text.map { separators.contains($0) ? $0 : forms[$0] }
      if !moved.contains(nil) { return String(moved.compactMap { $0 }) }
    }
    guard let before, before.isLetter || before.isNumber || ")]}".contains(before),
      text.allSatisfy({ $0.isLetter || $0.isNumber || marks.contains($0) })
    else { return nil }
    let isExponent =
      direction == .up
      ? hasNumber || isVariable(text, behind: before, forms)
      : before.isLetter && text.first?.isLetter == true
    guard isExponent else { return nil }
    let isWord = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." }
    let sign = direction == .up ? "^" : "_"
    return sign + (isWord ? text : "(\(text))")
  }

  /// Whether a text is a single letter that stands for a number: letters that end ordinal numbers and
  /// abbreviations in some language do not count.
  private static func isVariable(
    _ text: String,
    behind before: Character?,
    _ forms: [Character: Character]
  ) -> Bool {
    guard text.count == 1, let letter = text.first, let before else { return false }
    return before.isLetter || before.isNumber || before == ")" ? variables.contains(letter) : false
  }

  private static let variables: Set<Character> = [
    "i", "j", "k", "m", "n", "p", "q", "x", "y", "z", "α", "β", "γ", "λ", "μ", "ν", "π", "T",
  ]
  private static let signs: Set<Character> = ["+", "-", "−"]
  private static let separators: Set<Character> = [",", " "]
  private static let marks: Set<Character> = [
    "+", "-", "−", "*", "/", ".", ",", "=", "(", ")", " ", "·", "′", "∞",
  ]
  private static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹", "+": "⁺", "-": "⁻", "−": "⁻", "=": "⁼", "(": "⁽", ")": "⁾", "n": "ⁿ",
  ]
  private static let lowered: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈",
    "9": "₉", "+": "₊", "-": "₋", "−": "₋", "=": "₌", "(": "₍", ")": "₎",
  ]
}
