/// A kind of work that goes on in the background.
public enum Work: Hashable, Sendable, CaseIterable {
  /// Reading the rest of a large document.
  case reading
  /// Looking for the full texts of cut comments.
  case completing
  /// Loading more of the discussion, or all of it anew.
  case loading
  /// Opening another page.
  case opening
  /// Loading the article that the document links to.
  case linking
  /// Fetching what is kept for later.
  case keeping
}

/// How far work in the background is.
public struct Progress: Hashable, Sendable {
  /// What is done, in a word or two.
  public let label: String
  /// How much of it is done, 0 to 1, `nil` if that is not known.
  public let share: Double?

  /// For how many seconds the work has been going on; 0: nobody looks at a clock.
  public internal(set) var seconds = 0

  /// Work going on.
  public init(label: String, share: Double?) {
    self.label = label
    self.share = share
  }
}
