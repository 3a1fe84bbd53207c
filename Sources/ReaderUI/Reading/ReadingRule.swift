import Terminal

/// What is done with comments of certain people, or about certain things.
public struct ReadingRule: Hashable, Sendable {
  /// What is done with a comment.
  public enum Deed: Hashable, Sendable {
    /// Its text is not shown until it is asked for; its replies are.
    case mute
    /// It wears a word.
    case tag(String)
    /// The name of its author has a colour.
    case color(Color)
    /// It stands before the others that answer the same.
    case raise
    /// It wears a mark, and how many there are is said when the document opens.
    case watch

    /// The names by which rules and filters call it; of a tag, the tag as well.
    func isCalled(_ name: String) -> Bool {
      switch self {
      case .mute: name == "mute"
      case .tag(let tag): name == "tag" || name == tag
      case .color: name == "colour" || name == "color"
      case .raise: name == "raise"
      case .watch: name == "watch"
      }
    }
  }

  /// What is done.
  public let deed: Deed
  /// With which comments, as `&` filters them.
  public let expression: String

  /// A rule that does `deed` with what fits `expression`.
  public init(_ deed: Deed, _ expression: String) {
    self.deed = deed
    self.expression = expression
  }
}
