/// The pages read one from another: those before the one being read, and those gone back from.
public struct PageTrail: Equatable, Sendable {
  /// What each is called, the first opened first.
  public var titles: [String]
  /// The index of the one being read.
  public var current: Int

  /// Whether the list this page was opened from has an entry before the one opened.
  public var hasEntryBefore = false
  /// Whether it has an entry after that.
  public var hasEntryAfter = false

  /// Pages, of which `current` is being read.
  public init(_ titles: [String] = [], current: Int = 0) {
    self.titles = titles
    self.current = current
  }

  /// Whether there is a page to go back to.
  var hasEarlier: Bool { current > 0 }
  /// Whether there is a page to go forward to.
  var hasLater: Bool { current + 1 < titles.count }
}
