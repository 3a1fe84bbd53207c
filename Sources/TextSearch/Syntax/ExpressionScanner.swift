/// Separates the text in a regular expression from its syntax.
///
/// Errors in an expression are left to PCRE2; here they count as syntax.
struct ExpressionScanner {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var characters: [PatternCharacter] = []
  /// The number of groups open inside a look-behind, whose length must be fixed.
  private var lookBehindDepth = 0

  /// The pieces in order.
  private(set) var parts: [PatternSyntax.Part] = []
  /// Whether text or a class holds an upper-case letter.
  private(set) var hasUppercase = false
  /// Whether text can be replaced by other spellings without changing the syntax around it.
  private(set) var isPlainEnough = true

  /// Whether `scalar` can mean something else than itself in an expression.
  static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    ["\\", "[", "(", ")", "{", ".", "^", "$", "|", "*", "+", "?"].contains(scalar)
  }

  /// Scans `text`.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    while index < scalars.count { step() }
    flush()
  }

  private mutating func step() {
    switch scalars[index] {
    case "\\": escape()
    case "[": characterClass()
    case "(": group()
    case "{" where isQuantifier: copy(through: "}")
    case ")":
      lookBehindDepth = max(lookBehindDepth - 1, 0)
      syntax(1)
    case ".", "^", "$", "|", "*", "+", "?": syntax(1)
    default: text(scalars[index])
    }
  }

  /// Adds a character; one with a quantifier becomes a part of its own.
  private mutating func text(_ scalar: Unicode.Scalar) {
    hasUppercase = hasUppercase || scalar.properties.isUppercase
    guard lookBehindDepth == 0 else { return syntax(1) }
    index += 1
    if PatternSyntax.isAccent(scalar, of: characters) {
      PatternSyntax.append(scalar, to: &characters)
    } else {
      if isRepeated { flush() }
      characters.append(PatternCharacter(scalar: scalar))
    }
    if isRepeated { flush() }
  }

  /// Whether the character before `index`, with the accents after it, is followed by a quantifier.
  private var isRepeated: Bool {
    var next = index
    while next < scalars.count, Accents.isMark(scalars[next]) { next += 1 }
    return next < scalars.count && ["*", "+", "?", "{"].contains(scalars[next])
  }

  private var isQuantifier: Bool {
    let body = scalars[(index + 1)...].prefix { $0 != "}" }
    return body.count + index + 1 < scalars.count && !body.isEmpty
      && body.allSatisfy { ("0"..."9").contains($0) || $0 == "," }
  }

  private mutating func syntax(_ count: Int) {
    flush()
    let end = min(index + count, scalars.count)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[index..<end])
    parts.append(.syntax(String(text)))
    index = end
  }

  private mutating func copy(through last: Unicode.Scalar) {
    let end = scalars[index...].firstIndex(of: last) ?? scalars.count - 1
    syntax(end + 1 - index)
  }

  private mutating func flush() {
    guard !characters.isEmpty else { return }
    parts.append(.characters(characters))
    characters = []
  }

  /// An escaped sign stands for itself; `\Q` to `\E` is text; other letters are syntax.
  private mutating func escape() {
    guard index + 1 < scalars.count else { return syntax(1) }
    let sign = scalars[index + 1]
    switch sign {
    case "Q" where lookBehindDepth > 0:
      isPlainEnough = false
      syntax(2)
    case "Q":
      index += 2
      while index < scalars.count {
        if scalars[index] == "\\", index + 1 < scalars.count, scalars[index + 1] == "E" {
          index += 2
          return
        }
        text(scalars[index])
      }
    case "E": index += 2
    case "p", "P", "x", "o", "N", "g", "k":
      guard index + 2 < scalars.count, scalars[index + 2] == "{" else {
        isPlainEnough = isPlainEnough && ["p", "P", "x", "N"].contains(sign)
        return syntax(sign == "x" ? 4 : sign == "N" ? 2 : 3)
      }
      copy(through: "}")
    case "c": syntax(3)
    case "0"..."9", "a"..."z", "A"..."Z": syntax(2)
    default:
      guard lookBehindDepth == 0 else { return syntax(2) }
      index += 1
      text(sign)
    }
  }

  /// A class is left as it is, so `[e]` matches an `e` without accents only.
  private mutating func characterClass() {
    var end = index + 1
    if end < scalars.count, scalars[end] == "^" { end += 1 }
    if end < scalars.count, scalars[end] == "]" { end += 1 }
    while end < scalars.count, scalars[end] != "]" {
      if scalars[end] == "\\" {
        end += 1
      } else if scalars[end] == "[", end + 1 < scalars.count, scalars[end + 1] == ":",
        let close = scalars[(end + 1)...].firstIndex(of: "]")
      {
        end = close
      } else if scalars[end].properties.isUppercase {
        hasUppercase = true
      }
      end += 1
    }
    syntax(end + 1 - index)
  }

  /// The opening of a group; after options, names, comments and verbs the rest counts as syntax.
  private mutating func group() {
    let opening = String(String.UnicodeScalarView(scalars[index...].prefix(4)))
    for known in ["(?<=", "(?<!", "(?:", "(?=", "(?!", "(?>", "(?|"] where opening.hasPrefix(known)
    {
      lookBehindDepth += lookBehindDepth > 0 || known.hasPrefix("(?<") ? 1 : 0
      return syntax(known.unicodeScalars.count)
    }
    if opening.hasPrefix("(?") || opening.hasPrefix("(*") { isPlainEnough = false }
    lookBehindDepth += lookBehindDepth > 0 ? 1 : 0
    syntax(1)
  }
}
