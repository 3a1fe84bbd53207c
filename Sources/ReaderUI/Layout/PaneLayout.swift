import Terminal

/// The two halves of the window.
public enum Pane: String, Hashable, Sendable, CaseIterable {
  /// The article.
  case article
  /// The comments.
  case thread

  /// The other one.
  public var other: Pane { self == .article ? .thread : .article }
}

/// How the panes share the window.
public enum LayoutMode: String, Hashable, Sendable, CaseIterable {
  /// Side by side in a wide window, else stacked.
  case automatic = "auto"
  /// Article left, thread right.
  case side
  /// Article above, thread below.
  case stacked
  /// The article alone.
  case article
  /// The thread alone.
  case thread
}

/// Where the panes stand in a window.
public struct PaneLayout: Hashable, Sendable {
  /// The smallest window that can be read in.
  public static let smallest = Size(columns: 20, rows: 5)
  /// From how many columns on the panes stand side by side by themselves.
  public static let sideColumns = 110

  /// How the panes share the window, never `automatic`.
  public let mode: LayoutMode
  /// The article's text, `nil` if it is not shown.
  public let article: Rect?
  /// The thread's text, below its caption, `nil` if it is not shown.
  public let thread: Rect?
  /// The row above the thread that says what it shows; as wide as the thread.
  public let caption: Rect?
  /// The line between panes that stand side by side.
  public let border: Rect?
  /// The last row of the window.
  public let status: Rect

  /// The panes in a window of `size`; the article gets `share` of it, 0.1 to 0.9.
  ///
  /// Without a share it gets half, or the `articleRows` it needs if it stands above the thread and
  /// they are fewer. A window too small for both shows the one with the `focus`.
  public init(
    size: Size,
    mode: LayoutMode,
    share: Double?,
    articleRows: Int? = nil,
    focus: Pane
  ) {
    let resolved = Self.resolve(mode, in: size, focus: focus)
    self.mode = resolved
    let rows = max(0, size.rows - 1)
    status = Rect(row: rows, column: 0, columns: size.columns, rows: 1)
    switch resolved {
    case .side:
      let left = Self.split(size.columns - 2, share: share ?? 0.5, least: 20)
      let right = max(0, size.columns - left - 2)
      article = Rect(row: 0, column: 0, columns: left, rows: rows)
      border = Rect(row: 0, column: left, columns: 1, rows: rows)
      caption = Rect(row: 0, column: left + 2, columns: right, rows: 1)
      thread = Rect(row: 1, column: left + 2, columns: right, rows: rows - 1)
    case .article:
      article = Rect(row: 0, column: 0, columns: size.columns, rows: rows)
      (thread, caption, border) = (nil, nil, nil)
    case .thread:
      caption = Rect(row: 0, column: 0, columns: size.columns, rows: 1)
      thread = Rect(row: 1, column: 0, columns: size.columns, rows: rows - 1)
      (article, border) = (nil, nil)
    case .stacked, .automatic:
      let half = Self.split(rows - 1, share: share ?? 0.5, least: 2)
      let above = share == nil ? min(half, max(2, articleRows ?? half)) : half
      article = Rect(row: 0, column: 0, columns: size.columns, rows: above)
      caption = Rect(row: above, column: 0, columns: size.columns, rows: 1)
      thread = Rect(row: above + 1, column: 0, columns: size.columns, rows: rows - above - 1)
      border = nil
    }
  }

  /// The rectangle of `pane`'s text, `nil` if it is not shown.
  public func rect(of pane: Pane) -> Rect? { pane == .article ? article : thread }

  private static func resolve(_ mode: LayoutMode, in size: Size, focus: Pane) -> LayoutMode {
    let alone: LayoutMode = focus == .article ? .article : .thread
    let above: LayoutMode = size.rows < 8 ? alone : .stacked
    return switch mode {
    case .automatic: size.columns >= sideColumns ? .side : above
    case .side: size.columns < 44 ? above : .side
    case .stacked: above
    case .article, .thread: mode
    }
  }

  private static func split(_ length: Int, share: Double, least: Int) -> Int {
    let wanted = Int((Double(length) * share).rounded())
    return min(max(wanted, least), max(least, length - least))
  }
}
