/// What a person may choose about the reader, before and while it runs.
public struct ReaderOptions: Hashable, Sendable {
  /// How dates are written in comment headers.
  public enum DateStyle: String, Sendable, CaseIterable {
    /// `3 hours ago`.
    case relative
    /// `2016-09-26 15:53`.
    case absolute
  }

  /// Whether the article that a post links to is loaded.
  public enum LinkedArticle: String, Sendable, CaseIterable {
    /// As soon as the discussion is there, if that comes from the web; else when asked for.
    case auto
    /// When asked for.
    case ask
    /// When asked for, and nothing is said of it.
    case never
  }

  /// The widest column of text, in columns.
  public var textWidth: Int
  /// How the two panes share the window at the start.
  public var layout: LayoutMode
  /// How many lines of a comment are shown before the rest waits for `e`; 0: all.
  public var previewLines: Int
  /// How dates are written.
  public var dateStyle: DateStyle
  /// How many levels of comments are shown in full when a document opens, the replies below folded;
  /// 0: threads are one line each; `nil`: nothing is folded.
  public var openLevels: Int?
  /// Whether a column at the edge of each pane shows where in the whole one is.
  public var showsRail: Bool
  /// Whether the article that a post links to is loaded.
  public var linkedArticle = LinkedArticle.auto
  /// What is done with comments of certain people, or about certain things.
  public var rules: [ReadingRule] = []
  /// Whether text that was hidden as a spoiler is shown.
  public var showsSpoilers = false

  /// The choices of somebody who has made none.
  public init(
    textWidth: Int = 80,
    layout: LayoutMode = .automatic,
    previewLines: Int = 0,
    dateStyle: DateStyle = .relative,
    openLevels: Int? = nil,
    showsRail: Bool = true
  ) {
    self.textWidth = textWidth
    self.layout = layout
    self.previewLines = previewLines
    self.dateStyle = dateStyle
    self.openLevels = openLevels
    self.showsRail = showsRail
  }
}
