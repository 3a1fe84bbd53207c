import DocumentModel

/// What comments of a filter must be: `regex from:ann not depth>3`.
///
/// Blanks join what must all hold, `or` what is a choice; `not` or `!` excludes, brackets group. A term
/// is a word, several in quotation marks, or one of `from:NAME`, `subject:WORDS`, `quotes:NAME`,
/// `quotes:WORDS`, `quotes:article`, `new`, `author`, `depth<N`, `points>N`,
/// `has:link|quote|image|code`, `conversation:N`, `rule:NAME` for what a rule of the reader
/// mutes, raises, watches or tags, and `in:thread(…)`, which holds for all of a thread in which one comment
/// fits. What is not finished yet, such as `depth<`, demands nothing.
struct CommentFilter: Equatable, Sendable {
  /// A kind of content.
  enum Feature: String, Sendable {
    case link, quote, image, code
  }

  /// How a number is compared.
  enum Comparison: Character, Sendable {
    case less = "<"
    case more = ">"
    case equal = "="

    func holds(_ number: Int, _ bound: Int) -> Bool {
      switch self {
      case .less: number < bound
      case .more: number > bound
      case .equal: number == bound
      }
    }
  }

  /// What a comment must be.
  indirect enum Condition: Equatable, Sendable {
    case words(String)
    case from(String)
    case quotes(String)
    case quotesArticle
    /// What it is about, or what it answers is.
    case subject(String)
    case new, byArticleAuthor
    case depth(Comparison, Int)
    case points(Comparison, Int)
    case has(Feature)
    case inThread(Condition)
    /// In the conversation that the comment with this number is part of.
    case conversation(Int)
    /// Something is done with it by a rule, or it has this tag.
    case rule(String)
    case not(Condition)
    case all([Condition])
    case any([Condition])
  }

  /// What was typed.
  let text: String
  /// What it asks for.
  let condition: Condition

  /// The filter that `text` describes; any text does.
  init(_ text: String) {
    self.text = text
    var parser = FilterParser(text)
    condition = parser.condition()
  }
}

/// Reads a filter; every text is one.
private struct FilterParser {
  /// How deep brackets may be nested; what is deeper is taken for words.
  private static let mostBrackets = 32

  private enum Token: Equatable {
    case open, close, or, not, openThread
    case term(String, isQuoted: Bool)
  }

  private var tokens: [Token] = []
  private var next = 0
  private var depth = 0

  init(_ text: String) {
    var rest = text[...]
    while let first = rest.first {
      switch first {
      case " ": rest.removeFirst()
      case "(", ")":
        tokens.append(first == "(" ? .open : .close)
        rest.removeFirst()
      case "!":
        tokens.append(.not)
        rest.removeFirst()
      case "\"":
        let phrase = rest.dropFirst().prefix { $0 != "\"" }
        rest = rest[phrase.endIndex...].dropFirst()
        if !phrase.isEmpty { tokens.append(.term(String(phrase), isQuoted: true)) }
      default: rest = takeWord(from: rest)
      }
    }
  }

  /// The terms that may be followed by several words in quotation marks.
  private static let fields = ["from:", "subject:", "quotes:", "rule:"]

  /// Takes a word; that of `from:"Ann Lee"` includes the blank.
  private mutating func takeWord(from text: Substring) -> Substring {
    if text.hasPrefix("in:thread(") {
      tokens.append(.openThread)
      return text.dropFirst(10)
    }
    for field in Self.fields where text.hasPrefix(field + "\"") {
      let words = text.dropFirst(field.count + 1).prefix { $0 != "\"" }
      tokens.append(.term(field + words, isQuoted: false))
      return text[words.endIndex...].dropFirst()
    }
    let word = text.prefix { $0 != " " && $0 != ")" && $0 != "(" }
    switch word {
    case "or", "OR", "|": tokens.append(.or)
    case "not", "NOT": tokens.append(.not)
    default: tokens.append(.term(String(word), isQuoted: false))
    }
    return text[word.endIndex...]
  }

  /// What is left, up to a closing bracket that belongs to none of it.
  mutating func condition() -> CommentFilter.Condition {
    var choices: [CommentFilter.Condition] = []
    while true {
      let terms = conjunction()
      if !terms.isEmpty { choices.append(terms.count == 1 ? terms[0] : .all(terms)) }
      guard peek == .or else { break }
      next += 1
    }
    return choices.count == 1 ? choices[0] : choices.isEmpty ? .all([]) : .any(choices)
  }

  private var peek: Token? { tokens.indices.contains(next) ? tokens[next] : nil }

  private mutating func conjunction() -> [CommentFilter.Condition] {
    var terms: [CommentFilter.Condition] = []
    while let token = peek, token != .or, token != .close || depth == 0 {
      if token == .close {
        // A bracket too many closes nothing.
        next += 1
      } else if let term = negation() {
        terms.append(term)
      }
    }
    return terms
  }

  private mutating func negation() -> CommentFilter.Condition? {
    var isNegated = false
    while peek == .not {
      isNegated.toggle()
      next += 1
    }
    guard let token = peek, token != .or, token != .close else { return nil }
    next += 1
    let found: CommentFilter.Condition? =
      switch token {
      case .open: bracket()
      case .openThread: bracket().map { .inThread($0) }
      case .term(let text, let isQuoted): isQuoted ? .words(text) : Self.term(text)
      default: nil
      }
    return isNegated ? found.map { .not($0) } : found
  }

  private mutating func bracket() -> CommentFilter.Condition? {
    guard depth < Self.mostBrackets else { return nil }
    depth += 1
    let inside = condition()
    depth -= 1
    if peek == .close { next += 1 }
    return inside == .all([]) ? nil : inside
  }

  /// What an unquoted word asks for, `nil` for nothing yet.
  private static func term(_ word: String) -> CommentFilter.Condition? {
    switch word {
    case "new": return .new
    case "author": return .byArticleAuthor
    default: break
    }
    if word.hasPrefix("from:") {
      let name = String(word.dropFirst(5))
      return name.isEmpty ? nil : .from(name)
    }
    if word.hasPrefix("quotes:") {
      let quoted = String(word.dropFirst(7))
      return quoted.isEmpty ? nil : quoted == "article" ? .quotesArticle : .quotes(quoted)
    }
    if word.hasPrefix(CommentFilter.conversation) {
      return Int(word.dropFirst(CommentFilter.conversation.count)).map { .conversation($0) }
    }
    if word.hasPrefix("subject:") {
      let words = String(word.dropFirst(8))
      return words.isEmpty ? nil : .subject(words)
    }
    if word.hasPrefix("rule:") {
      let name = String(word.dropFirst(5))
      return name.isEmpty ? nil : .rule(name)
    }
    if word.hasPrefix("has:") {
      return CommentFilter.Feature(rawValue: String(word.dropFirst(4))).map { .has($0) }
    }
    for (name, isDepth) in [("depth", true), ("points", false)] where word.hasPrefix(name) {
      let rest = word.dropFirst(name.count)
      guard let comparison = rest.first.flatMap(CommentFilter.Comparison.init) else { break }
      guard let bound = Int(rest.dropFirst()) else { return nil }
      return isDepth ? .depth(comparison, bound) : .points(comparison, bound)
    }
    return .words(word)
  }
}
