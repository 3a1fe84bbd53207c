import DocumentModel
import Terminal

/// Who takes the keys, and what is shown for it: one at a time.
///
/// Some lie over another, which goes on when they end: a line that filters a list, the beginning of
/// a sequence of keys.
public enum Mode: Equatable, Sendable {
  /// The pane with the focus takes the keys.
  case reading
  /// A count or the beginning of a sequence was typed; the next key goes on with it.
  indirect case awaiting(PendingKeys, over: Mode)
  /// A line is being typed.
  indirect case prompt(Prompt, over: Mode)
  /// A list lies over the panes.
  case overlay(Overlay)
  /// Links on the screen wait for their letters.
  case hints(LinkHints)
  /// A question waits for its answer.
  case question(Question)

  /// Where keys go, with `context` where nothing lies over the page; `nil` if they call no commands.
  func context(over context: KeyContext) -> KeyContext? {
    switch self {
    case .reading: context
    case .awaiting(_, let below): below.context(over: context)
    case .prompt: .prompt
    case .overlay: .overlay
    case .hints, .question: nil
    }
  }

  /// Keys typed that do not make a command yet.
  public var pending: PendingKeys? {
    if case .awaiting(let pending, _) = self { pending } else { nil }
  }

  /// The links that wait for their letters, `nil` if none do.
  public var hints: LinkHints? {
    if case .hints(let hints) = self { hints } else { nil }
  }

  /// The question that waits for its answer, `nil` if none does.
  public var question: Question? {
    if case .question(let question) = self { question } else { nil }
  }

  /// The line being typed, `nil` if there is none.
  ///
  /// A new line lies over what is there; `nil` goes back to that.
  public internal(set) var prompt: Prompt? {
    get {
      switch self {
      case .prompt(let prompt, _): prompt
      case .awaiting(_, let below): below.prompt
      default: nil
      }
    }
    set {
      let below = if case .prompt(_, let below) = settled { below } else { settled }
      self = newValue.map { .prompt($0, over: below) } ?? below
    }
  }

  /// The list over the panes, `nil` if there is none.
  ///
  /// A new list takes the place of everything; one that is changed stays below the line that
  /// filters it; `nil` closes the list and what lies over it.
  public internal(set) var overlay: Overlay? {
    get {
      switch self {
      case .overlay(let overlay): overlay
      case .awaiting(_, let below), .prompt(_, let below): below.overlay
      default: nil
      }
    }
    set {
      guard let newValue else {
        if overlay != nil { self = .reading }
        return
      }
      if case .prompt(let prompt, over: .overlay) = settled {
        self = .prompt(prompt, over: .overlay(newValue))
      } else {
        self = .overlay(newValue)
      }
    }
  }

  /// The mode without keys that wait for others.
  var settled: Mode {
    if case .awaiting(_, let below) = self { below } else { self }
  }
}

/// Keys typed that do not make a command yet, and the count before them.
public struct PendingKeys: Equatable, Sendable {
  /// The highest count; more of anything than there is.
  static let highestCount = 99_999_999

  /// The count, `nil` if none was typed.
  public internal(set) var count: Int?
  /// The keys so far.
  public internal(set) var keys: [Key] = []
  /// What the next character is the argument of, `nil` if it is a key like others.
  var argument: JumpAction?

  /// What was seen before the keys so far called a command of their own, which a longer sequence
  /// takes back; `nil` if they did not.
  var before: BeforeMove?

  /// The keys as the status line shows them, empty if they have done their work already.
  var text: String {
    guard before == nil else { return "" }
    return (count.map(String.init) ?? "") + keys.map(\.description).joined()
      + (argument.map { $0 == .awaitMark ? "m" : "'" } ?? "")
  }

  /// Takes `key` as the next digit of the count; whether it is one.
  mutating func takeDigit(_ key: Key) -> Bool {
    guard keys.isEmpty, key.modifiers.isEmpty, case .character(let scalar) = key.code,
      let digit = scalar.properties.numericType == .decimal ? Int(String(scalar)) : nil,
      digit > 0 || count != nil
    else { return false }
    count = min((count ?? 0) * 10 + digit, Self.highestCount)
    return true
  }
}
