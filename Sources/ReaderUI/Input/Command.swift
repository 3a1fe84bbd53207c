/// Where a command applies.
public enum Scope: String, Hashable, Sendable, CaseIterable {
  /// In both panes.
  case both
  /// While the article has the focus.
  case article
  /// While the thread has the focus.
  case thread

  /// Whether it applies while `pane` has the focus.
  func covers(_ pane: Pane) -> Bool { self == .both || rawValue == pane.rawValue }
}

/// What a command is about: a heading of the help screen.
public enum Topic: String, Hashable, Sendable, CaseIterable {
  case lines = "Lines and pages"
  case panes = "Panes"
  case comments = "Comments"
  case article = "Article"
  case places = "Places"
  case folds = "Folds"
  case cut = "Cut text"
  case search = "Search"
  case links = "Links and copies"
  case document = "Document"
  case rest = "The program"
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
}
