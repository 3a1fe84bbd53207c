import Terminal

/// The two halves of the window.
public enum Pane: String, Hashable, Sendable, CaseIterable {
  /// The article.
  case article
  /// The comments.
  case thread

  /// What it is called in messages.
  var paneName: String { self == .article ? "article" : "comments" }
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

/// How much room the panes need; what is `nil` takes all it can get.
public struct PaneNeeds: Hashable, Sendable {
  /// The rows of an article as wide as the window.
  var articleRows: Int?
  /// The columns an article asks for beside the thread.
  var articleColumns: Int?
  /// The rows of a thread as wide as the window, nothing folded.
  var threadRows: Int?

  /// Panes that take all they can get.
  public init() {}

  /// Panes that need so much.
  init(articleRows: Int?, articleColumns: Int?, threadRows: Int?) {
    self.articleRows = articleRows
    self.articleColumns = articleColumns
    self.threadRows = threadRows
  }
}

/// Where the panes stand in a window.
public struct PaneLayout: Hashable, Sendable {
  /// The smallest window that can be read in.
  public static let smallest = Size(columns: 20, rows: 5)
  /// From how many columns on the panes stand side by side by themselves.
  public static let sideColumns = 110
  /// Below how many columns or rows a pane stands alone by itself.
  static let alone = Size(columns: 40, rows: 16)
  /// The fewest rows of a window that shows tabs.
  private static let leastRowsForTabs = 7
  /// The fewest columns of an article beside a thread that needs the room.
  static let leastArticleColumns = 44

  /// How the panes share the window, never `automatic`.
  public let mode: LayoutMode
  /// The article's text, `nil` if it is not shown.
  public let article: Rect?
  /// The thread's text, below its caption, `nil` if it is not shown.
  public let thread: Rect?
  /// The row of tabs above the thread and its caption, as wide as they are; `nil` if there is none.
  public let tabs: Rect?
  /// The row above the thread that says what it shows; as wide as the thread.
  public let caption: Rect?
  /// The line between panes that stand side by side.
  public let border: Rect?
  /// The last row of the window.
  public let status: Rect

  /// The panes in a window of `size`; the article gets `share` of it, 0.1 to 0.9.
  ///
  /// Without a share the panes get what they need: one above the other two thirds of the rows go to
  /// the one with the `focus`, side by side half of the columns to each. A window too small for both
  /// shows the one with the focus. A window that is too low for tabs has none, even if it `hasTabs`.
  public init(
    size: Size,
    mode: LayoutMode,
    share: Double?,
    needs: PaneNeeds = PaneNeeds(),
    hasTabs: Bool = false,
    focus: Pane
  ) {
    let resolved = Self.resolve(mode, in: size, needs, focus: focus)
    self.mode = resolved
    let rows = max(0, size.rows - 1)
    status = Rect(row: rows, column: 0, columns: size.columns, rows: 1)
    // What stands above the thread: the caption, and tabs above that.
    let head = hasTabs && size.rows >= Self.leastRowsForTabs ? 2 : 1
    func heads(row: Int, column: Int, columns: Int) -> (tabs: Rect?, caption: Rect) {
      let caption = Rect(row: row + head - 1, column: column, columns: columns, rows: 1)
      return (head > 1 ? Rect(row: row, column: column, columns: columns, rows: 1) : nil, caption)
    }
    switch resolved {
    case .side:
      let half = Self.split(size.columns - 2, share: share ?? 0.5, least: 20)
      let left = share == nil ? min(half, needs.articleColumns ?? half) : half
      let right = max(0, size.columns - left - 2)
      article = Rect(row: 0, column: 0, columns: left, rows: rows)
      border = Rect(row: 0, column: left, columns: 1, rows: rows)
      (tabs, caption) = heads(row: 0, column: left + 2, columns: right)
      thread = Rect(row: head, column: left + 2, columns: right, rows: rows - head)
    case .article:
      article = Rect(row: 0, column: 0, columns: size.columns, rows: rows)
      (thread, tabs, caption, border) = (nil, nil, nil, nil)
    case .thread:
      (tabs, caption) = heads(row: 0, column: 0, columns: size.columns)
      thread = Rect(row: head, column: 0, columns: size.columns, rows: rows - head)
      (article, border) = (nil, nil)
    case .stacked, .automatic:
      let above =
        share.map { Self.split(rows - head, share: $0, least: 2) }
        ?? Self.rowsAbove(of: rows - head, needs, focus: focus)
      article = Rect(row: 0, column: 0, columns: size.columns, rows: above)
      (tabs, caption) = heads(row: above, column: 0, columns: size.columns)
      thread = Rect(row: above + head, column: 0, columns: size.columns, rows: rows - above - head)
      border = nil
    }
  }

  /// The line between panes that stand one above the other: the first row above the thread.
  var divider: Rect? { mode == .stacked ? tabs ?? caption : nil }

  /// The rectangle of `pane`'s text, `nil` if it is not shown.
  public func rect(of pane: Pane) -> Rect? { pane == .article ? article : thread }

  private static func resolve(
    _ mode: LayoutMode,
    in size: Size,
    _ needs: PaneNeeds,
    focus: Pane
  ) -> LayoutMode {
    let alone: LayoutMode = focus == .article ? .article : .thread
    let above: LayoutMode = size.rows < 8 ? alone : .stacked
    switch mode {
    case .automatic:
      let isSmall = size.rows < Self.alone.rows || size.columns < Self.alone.columns
      guard size.columns >= sideColumns else { return isSmall ? alone : .stacked }
      // A few lines would waste a column.
      let isShort = (needs.articleRows ?? .max) <= size.rows / 4
      return isShort && !isSmall ? .stacked : .side
    case .side: return size.columns < 44 ? above : .side
    case .stacked: return above
    case .article, .thread: return mode
    }
  }

  /// How many of `rows` an article above the thread gets.
  private static func rowsAbove(of rows: Int, _ needs: PaneNeeds, focus: Pane) -> Int {
    let most = split(rows, share: 2.0 / 3, least: 2)
    let fair = focus == .article ? most : rows - most
    let own = needs.articleRows ?? .max
    guard own > fair else { return max(2, own) }
    // What the thread leaves.
    let left = needs.threadRows.map { rows - max(2, $0) } ?? fair
    return min(own, max(fair, left))
  }

  private static func split(_ length: Int, share: Double, least: Int) -> Int {
    let wanted = Int((Double(length) * share).rounded())
    return min(max(wanted, least), max(least, length - least))
  }
}
