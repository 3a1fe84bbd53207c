/// A line being typed at the bottom of the window.
public struct Prompt: Hashable, Sendable {
  /// What the line is for.
  public enum Kind: Hashable, Sendable {
    /// A pattern to search for.
    case search
    /// A command by name.
    case command
    /// The file to export to.
    case export
    /// A command for the shell.
    case shell
    /// A command for the shell that is given the document.
    case pipe
    /// A word that rows of the overlay must hold.
    case filter
    /// Words that entries of the list must hold.
    case entries
    /// What comments must be to be shown.
    case comments
  }

  /// What the line is for.
  public let kind: Kind
  /// What was typed.
  public private(set) var text: String
  /// How many characters stand before the cursor.
  public private(set) var cursor: Int
  /// Whether a search takes its text as it stands, not as a regular expression.
  public var isLiteral = false
  /// What the line could become, as listed while it is typed.
  public var completions: [PromptCompletion] = []
  /// Which of the completions stands in the line.
  public var completion: Int?
  /// Whether the line is a suggestion, which the first character typed replaces.
  public internal(set) var isSuggestion = false
  /// How far back in the history the line is, `nil` if it was typed.
  var historyIndex: Int?

  /// A line for `kind` that starts as `text`.
  public init(_ kind: Kind, text: String = "") {
    self.kind = kind
    self.text = text
    cursor = text.count
  }

  /// A line for `kind` that suggests `text`.
  static func suggesting(_ text: String, for kind: Kind) -> Prompt {
    var prompt = Prompt(kind, text: text)
    prompt.isSuggestion = true
    return prompt
  }

  /// What stands before the line.
  public var label: String {
    switch kind {
    case .search: "/"
    case .command: ":"
    case .export: "save as: "
    case .shell: "!"
    case .pipe: "|"
    case .filter, .entries, .comments: "filter: "
    }
  }

  /// How long a line may be, in bytes; each key costs time in proportion to it.
  static let limit = 8192

  /// More characters than a line has.
  static let anywhere = Int(Int16.max)

  /// Forgets what could complete the line.
  mutating func dropCompletions() {
    completions = []
    completion = nil
  }

  /// Puts the line `step` further back in `history` in place of this one, forward if negative.
  mutating func recall(_ step: Int, from history: PromptHistory) {
    let index = (historyIndex ?? -1) + step
    let line = history.line(index, of: kind)
    guard line != nil || index < 0, !history.isEmpty(of: kind) else { return }
    replace(with: line ?? "")
    historyIndex = line == nil ? nil : index
  }

  /// Replaces the line; the cursor goes to its end.
  mutating func replace(with text: String) {
    isSuggestion = false
    self.text = text
    cursor = text.count
  }

  /// Types `typed` at the cursor; returns whether the line had room for it.
  mutating func insert(_ typed: String) -> Bool {
    if isSuggestion { replace(with: "") }
    guard text.utf8.count + typed.utf8.count <= Self.limit else { return false }
    let index = text.index(text.startIndex, offsetBy: cursor)
    text.insert(contentsOf: typed, at: index)
    // Counting anew, since a combining mark joins the character before it.
    cursor = text.count - text[index...].count + typed.count
    cursor = min(max(0, cursor), text.count)
    return true
  }

  /// Moves the cursor by `distance` characters, as far as there are some.
  mutating func moveCursor(by distance: Int) {
    isSuggestion = false
    cursor = min(max(0, cursor + distance), text.count)
  }

  /// Removes the characters from the cursor to `distance` away.
  mutating func erase(_ distance: Int) {
    isSuggestion = false
    let end = min(max(0, cursor + distance), text.count)
    let lower = text.index(text.startIndex, offsetBy: min(cursor, end))
    let upper = text.index(text.startIndex, offsetBy: max(cursor, end))
    text.removeSubrange(lower..<upper)
    cursor = min(cursor, end)
  }

  /// Removes the word before the cursor, with the blanks behind it.
  mutating func eraseWord() {
    let before = Array(text.prefix(cursor))
    var start = before.count
    while start > 0, before[start - 1] == " " { start -= 1 }
    while start > 0, before[start - 1] != " " { start -= 1 }
    erase(start - cursor)
  }
}

/// What a line being typed could become.
public struct PromptCompletion: Hashable, Sendable {
  /// The whole line.
  public let text: String
  /// How it is listed.
  public let name: String
  /// What it does, empty where there is nothing to say.
  public let help: String

  /// A completion; without a name it is listed as the line it makes.
  init(_ text: String, name: String? = nil, help: String = "") {
    self.text = text
    self.name = name ?? text
    self.help = help
  }
}

/// Lines typed at the prompts.
struct PromptHistory: Equatable, Sendable {
  private var lines: [Prompt.Kind: [String]] = [:]

  /// The lines typed for `kind`, the oldest first.
  func all(of kind: Prompt.Kind) -> [String] { lines[kind, default: []] }

  /// Puts `earlier` lines in front of those typed for `kind`.
  mutating func prepend(_ earlier: [String], of kind: Prompt.Kind) {
    let own = lines[kind, default: []]
    lines[kind] = earlier.filter { !own.contains($0) } + own
  }

  /// Whether nothing was typed for `kind` yet.
  func isEmpty(of kind: Prompt.Kind) -> Bool { lines[kind, default: []].isEmpty }

  /// The line typed last for `kind`.
  func last(of kind: Prompt.Kind) -> String? { lines[kind]?.last }

  /// The line `index` lines back from the last for `kind`, `nil` if there is none.
  func line(_ index: Int, of kind: Prompt.Kind) -> String? {
    let lines = lines[kind, default: []]
    return lines.indices.contains(index) ? lines[lines.count - 1 - index] : nil
  }

  /// Keeps the line of `prompt`, once; filters and empty lines are not kept.
  mutating func add(_ prompt: Prompt) {
    guard !prompt.text.isEmpty, prompt.kind != .filter, prompt.kind != .entries else { return }
    lines[prompt.kind, default: []].removeAll { $0 == prompt.text }
    lines[prompt.kind, default: []].append(prompt.text)
  }
}
