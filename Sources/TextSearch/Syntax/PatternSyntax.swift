/// A literal character of a pattern, with the accents typed after it.
struct PatternCharacter: Hashable {
  var scalar: Unicode.Scalar
  var marks: [Unicode.Scalar] = []
}

/// A pattern separated into literal text and syntax.
struct PatternSyntax {
  /// A part of a pattern.
  enum Part: Hashable {
    case characters([PatternCharacter])
    case syntax(String)
  }

  /// The parts; `nil` if the meaning of the expression depends on the spelling.
  private(set) var parts: [Part]?
  /// Whether a literal letter, or one in a class, is upper case.
  private(set) var hasUppercase = false

  /// The characters, if the whole pattern is literal.
  var literal: [PatternCharacter]? {
    guard let parts, parts.count == 1, case .characters(let characters) = parts[0] else {
      return nil
    }
    return characters
  }

  /// A literal pattern.
  init(literal text: String) {
    var characters: [PatternCharacter] = []
    for scalar in text.unicodeScalars { Self.append(scalar, to: &characters) }
    hasUppercase = text.unicodeScalars.contains { $0.properties.isUppercase }
    parts = [.characters(characters)]
  }

  /// A regular expression.
  init(expression text: String) {
    let scanner = ExpressionScanner(text)
    hasUppercase = scanner.hasUppercase
    parts = scanner.isPlainEnough ? scanner.parts : nil
  }

  /// Whether `scalar` is an accent of the last letter of `characters`.
  static func isAccent(_ scalar: Unicode.Scalar, of characters: [PatternCharacter]) -> Bool {
    Accents.isMark(scalar) && characters.last?.scalar.properties.isAlphabetic == true
  }

  /// Adds `scalar` to `characters`, or to the last of them if it is an accent.
  static func append(_ scalar: Unicode.Scalar, to characters: inout [PatternCharacter]) {
    if isAccent(scalar, of: characters), let last = characters.indices.last {
      characters[last].marks.append(scalar)
    } else {
      characters.append(PatternCharacter(scalar: scalar))
    }
  }
}
