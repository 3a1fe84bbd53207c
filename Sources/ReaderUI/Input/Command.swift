/// Who takes the keys: a pane, a list of entries, a list over them, or a line being typed.
public enum KeyContext: Hashable, Sendable, CaseIterable {
  /// The article has the focus.
  case article
  /// The thread has the focus.
  case thread
  /// A list of entries is read, in place of both panes.
  case listing
  /// A list lies over the panes.
  case overlay
  /// A line is being typed.
  case prompt

  /// Where keys go while `pane` has the focus and nothing lies over it.
  public init(_ pane: Pane) { self = pane == .article ? .article : .thread }

  /// Whether characters are text here, and no commands.
  var takesText: Bool { self == .prompt }

  /// Whether digits are counts here, and no commands.
  var takesCounts: Bool { self != .prompt }
}

/// The contexts a command applies in.
public struct Scope: OptionSet, Hashable, Sendable {
  /// One bit a context.
  public let rawValue: UInt8

  /// Contexts from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// While the article has the focus.
  public static let article = Scope(rawValue: 1)
  /// While the thread has the focus.
  public static let thread = Scope(rawValue: 2)
  /// While a list lies over the panes.
  public static let overlay = Scope(rawValue: 4)
  /// While a line is being typed.
  public static let prompt = Scope(rawValue: 8)
  /// While a list of entries is read.
  public static let listing = Scope(rawValue: 16)
  /// In both panes.
  public static let panes: Scope = [.article, .thread]
  /// Whatever is read.
  public static let pages: Scope = [.panes, .listing]

  /// Whether it has `context`.
  public func covers(_ context: KeyContext) -> Bool {
    switch context {
    case .article: contains(.article)
    case .thread: contains(.thread)
    case .listing: contains(.listing)
    case .overlay: contains(.overlay)
    case .prompt: contains(.prompt)
    }
  }
}

/// What a command is about: a heading of the help screen.
public enum Topic: String, Hashable, Sendable, CaseIterable {
  case lines = "Lines and pages"
  case panes = "Panes"
  case comments = "Comments"
  case article = "Article"
  case jumps = "Jumps and marks"
  case folds = "Folds"
  case cut = "Cut text"
  case search = "Search"
  case links = "Links and copies"
  case document = "Document"
  case rest = "Program"
  case listing = "Front pages, feeds and folders"
  case lists = "Lists"
  case prompts = "Prompts"

  /// Where its commands apply, `nil` for the panes.
  var context: KeyContext? {
    switch self {
    case .lists: .overlay
    case .prompts: .prompt
    default: nil
    }
  }
}

/// One row of the command table: the only place where a key, a name and a help text meet.
public struct Command: Hashable, Sendable {
  /// The name it is called by after `:` and in settings.
  public let name: String
  /// The keys that call it, unless settings say otherwise.
  public let keys: [String]
  /// Where it applies.
  public let scope: Scope
  /// What it is about.
  public let topic: Topic
  /// What it does, in one line.
  public let help: String
  /// What is asked of the state.
  public let action: Action

  /// Whether its keys may begin longer sequences in `context`, which then take it back.
  func canBegin(others context: KeyContext) -> Bool {
    (action.isMove || action == .view(.undo)) && context != .overlay && context != .prompt
  }

  /// The commands that can be called by name: those of documents and of lists of entries.
  static let ofPages = table.filter { !$0.scope.isDisjoint(with: .pages) }

  /// The command called `name`, `nil` if there is none; O(commands).
  static func named(_ name: String) -> Command? { table.first { $0.name == name } }
}
