/// A compiled search pattern: plain text or a regular expression.
///
/// A plain letter also matches the letter with accents, a typewriter quote or dash the typographic
/// ones, and a space any line break or no-break space. A letter typed with an accent matches only
/// with that accent. Immutable, so it may be shared between threads.
public final class SearchPattern: Sendable {
  /// The text as it was typed.
  public let text: String
  /// Whether it ignores case.
  public let ignoresCase: Bool
  let engine: Engine

  /// How matches are found.
  enum Engine: Sendable {
    /// Plain text: one fast code for its plain spelling, another for all spellings.
    case literal(plain: CompiledPattern, spellings: CompiledPattern, prefilter: SpellingPrefilter)
    /// One code for everything.
    case expression(CompiledPattern)
  }

  /// The longest regular expression, in Unicode scalars; PCRE2 compiles any such within a second.
  static let expressionLimit = 1000
  /// The longest plain text, in Unicode scalars.
  static let literalLimit = 10_000
  /// The longest plain text whose spellings are found by a prefilter, in Unicode scalars.
  ///
  /// The work around each trigger grows with the square of the length.
  private static let prefilterLimit = 32

  /// Compiles `text`; about 0.1 to 0.3 ms, as long as it is short and has no large classes.
  ///
  /// - Parameters:
  ///   - text: The pattern: a regular expression as PCRE2 knows them, or literal text.
  ///   - isLiteral: Whether no character of `text` has a meaning of its own.
  ///   - caseRule: Whether case matters.
  ///   - ignoresAccents: Whether a plain letter finds the letter with any accent.
  /// - Throws: `SearchPatternError` if `text` is empty, too long or no regular expression.
  public init(
    _ text: String,
    isLiteral: Bool,
    caseRule: CaseRule = .smart,
    ignoresAccents: Bool = true
  ) throws(SearchPatternError) {
    guard !text.isEmpty else {
      throw SearchPatternError(message: "there is nothing to search for", offset: 0)
    }
    let isExpression = !isLiteral && text.unicodeScalars.contains(where: ExpressionScanner.isSign)
    let limit = isExpression ? Self.expressionLimit : Self.literalLimit
    guard text.unicodeScalars.count <= limit else {
      let kind = isExpression ? "a regular expression" : "a text"
      throw SearchPatternError(
        message: "\(kind) to search for may have at most \(limit) characters",
        offset: limit
      )
    }
    let syntax = isLiteral ? PatternSyntax(literal: text) : PatternSyntax(expression: text)
    self.text = text
    ignoresCase =
      switch caseRule {
      case .ignored: true
      case .exact: false
      case .smart: !syntax.hasUppercase
      }
    let spelling = PatternSpelling(ignoresCase: ignoresCase)
    if let characters = syntax.literal {
      engine = try Self.literal(characters, spelling, ignoresAccents: ignoresAccents)
    } else {
      engine = try Self.expression(
        text,
        parsed: syntax,
        spelling: spelling,
        ignoresAccents: ignoresAccents
      )
    }
  }

  private init(_ pattern: SearchPattern, engine: Engine) {
    text = pattern.text
    ignoresCase = pattern.ignoresCase
    self.engine = engine
  }

  /// The pattern for a text that holds only `scalars`; spellings with others are not searched for.
  func narrowed(to scalars: ScalarSet) -> SearchPattern {
    guard case .literal(let plain, let spellings, let prefilter) = engine else { return self }
    let narrowed = prefilter.narrowed(to: scalars)
    return SearchPattern(
      self,
      engine: .literal(plain: plain, spellings: spellings, prefilter: narrowed)
    )
  }

  private static func literal(
    _ characters: [PatternCharacter],
    _ spelling: PatternSpelling,
    ignoresAccents: Bool
  ) throws(SearchPatternError) -> Engine {
    let isASCII = characters.allSatisfy { $0.scalar.isASCII && $0.marks.isEmpty }
    let plain = try CompiledPattern(
      spelling.plain(characters),
      ignoresCase: spelling.ignoresCase,
      unit: isASCII ? .byte : .scalar
    )
    guard ignoresAccents else { return .expression(plain) }
    let spellings: CompiledPattern
    do throws(SearchPatternError) {
      spellings = try CompiledPattern(
        spelling.all(characters),
        ignoresCase: spelling.ignoresCase,
        unit: .scalar
      )
    } catch {
      // Too large for PCRE2: then accents have to be typed.
      return .expression(plain)
    }
    guard characters.count <= prefilterLimit else { return .expression(spellings) }
    return .literal(
      plain: plain,
      spellings: spellings,
      prefilter: SpellingPrefilter(characters, spelling)
    )
  }

  private static func expression(
    _ text: String,
    parsed syntax: PatternSyntax,
    spelling: PatternSpelling,
    ignoresAccents: Bool
  ) throws(SearchPatternError) -> Engine {
    let asTyped = try CompiledPattern(text, ignoresCase: spelling.ignoresCase, unit: .scalar)
    guard ignoresAccents, let parts = syntax.parts else { return .expression(asTyped) }
    let expanded = parts.map { part in
      switch part {
      case .syntax(let text): text
      case .characters(let characters): spelling.all(characters)
      }
    }.joined()
    // A look-behind, for example, must have a fixed length; then accents have to be typed.
    let all = try? CompiledPattern(expanded, ignoresCase: spelling.ignoresCase, unit: .scalar)
    return .expression(all ?? asTyped)
  }
}

/// Whether a pattern ignores case.
public enum CaseRule: Sendable {
  /// It does, unless it has an upper-case letter.
  case smart
  /// It does.
  case ignored
  /// It does not.
  case exact
}

/// Why a pattern is invalid.
public struct SearchPatternError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, in words.
  public let message: String
  /// Where, in Unicode scalars from the start of the pattern.
  public let offset: Int

  /// The message and the place.
  public var description: String { "\(message) (at character \(offset + 1) of the pattern)" }
}
