import DocumentModel
import Terminal

/// Everything that can change while the program runs.
///
/// A value: nothing in it touches the world, so it can be copied to undo and compared to test. Each
/// part owns its fields; what concerns several of them is done here, in `Update`.
public struct AppState: Equatable, Sendable {
  /// The document and the full texts found for it.
  public internal(set) var reading: Reading
  /// The window, and how the panes share it.
  public internal(set) var window: Window
  /// The article pane.
  public internal(set) var article = ArticleView()
  /// The thread pane.
  public internal(set) var thread: ThreadView
  /// The search, and what is kept of those before.
  public internal(set) var search = SearchView()
  /// Jumps, marks, views to go back to.
  public internal(set) var navigation = Navigation()
  /// What the person chose.
  public internal(set) var options: ReaderOptions
  /// Who takes the keys, and what is shown for it.
  public internal(set) var mode = Mode.reading
  /// What the person is told.
  var messages = MessageLog()
  /// Lines typed at the prompts.
  var history = PromptHistory()
  /// How far the work in the background is, by its kind; what is not there does not go on.
  var work: [Work: Progress] = [:]
  /// The clock, in seconds since 1970, for dates like «3 hours ago».
  public internal(set) var now: Int64
  /// Names of the themes that can be chosen, for completion.
  public var themeNames: [String] = []
  /// The view before the window began to change its size, until the next key.
  var resting: ViewState?
  let keymap: Keymap

  /// Begins to read `reading` in a window of `size`.
  public init(
    reading: Reading,
    size: Size,
    options: ReaderOptions = ReaderOptions(),
    keymap: Keymap = Keymap(),
    now: Int64
  ) {
    self.reading = reading
    self.options = options
    self.keymap = keymap
    self.now = now
    let isEmptyArticle = reading.document.article.blocks.isEmpty
    window = Window(
      size: size,
      mode: options.layout,
      focus: isEmptyArticle && !reading.document.comments.isEmpty ? .thread : .article
    )
    thread = ThreadView(count: reading.document.comments.count)
    measure()
    window.keepFocusShown()
  }
}

extension AppState {
  /// The document being read.
  public var document: Document { reading.document }
  /// The size of the window.
  public var size: Size { window.size }
  /// The pane that keys go to.
  public var focus: Pane { window.focus }
  /// Where the panes stand.
  public var panes: PaneLayout { window.panes }
  /// What the person is told, until the next key.
  public internal(set) var message: Message? {
    get { messages.current }
    set { messages.current = newValue }
  }
  /// What still goes on in the background, `nil` if nothing does.
  public var progress: Progress? { work[.completing] ?? work[.loading] ?? work[.reading] }

  /// How the document is looked at.
  var view: ViewState {
    ViewState(window: window, article: article, thread: thread, opened: reading.opened)
  }

  /// Where the reader is.
  var location: Location {
    Location(
      pane: focus,
      anchor: focus == .article ? article.anchor : thread.anchor,
      focused: thread.focused
    )
  }

  /// Tells the person something, with what cannot be shown escaped; it stays until the next key.
  mutating func tell(_ text: String, isWarning: Bool = false) {
    messages.tell(Message(text: VisibleText.line(text), isWarning: isWarning))
  }

  // MARK: Columns

  /// The article, laid out for its pane.
  var articleColumn: ArticleColumn {
    ArticleColumn(reading, width: articleColumns.width, height: window.height(of: .article))
  }

  /// Where the article's text starts in its pane, and how wide it is: centred, with a margin.
  var articleColumns: (start: Int, width: Int) {
    articleColumns(in: panes.article?.size.columns ?? size.columns)
  }

  private func articleColumns(in pane: Int) -> (start: Int, width: Int) {
    let margin = pane >= 40 ? 2 : pane >= 24 ? 1 : 0
    let width = max(1, min(options.textWidth, pane - 2 * margin))
    return (max(margin, (pane - width) / 2), width)
  }

  /// The thread, laid out for its pane.
  var threadColumn: ThreadColumn {
    let panes = panes
    return ThreadColumn(
      reading: reading,
      folding: thread.folding,
      width: max(1, panes.thread?.size.columns ?? size.columns),
      height: max(1, panes.thread?.size.rows ?? size.rows - 2),
      textWidth: options.textWidth,
      previewLines: options.previewLines
    )
  }

  /// Finds out what the panes need: how many rows the article takes where it is as wide as the
  /// window, and whether there is anything to show beside it.
  mutating func measure() {
    let isOpen = reading.isPartial && document.comments.isEmpty
    window.hasThread =
      !document.comments.isEmpty || document.missingComments != nil || reading.isPartial
      || document.next(of: .discussion) != nil
    let half = size.rows / 2
    let width = articleColumns(in: size.columns).width
    let column = ArticleColumn(reading, width: width, height: max(1, half))
    let rows = column.visible(from: ScrollAnchor(), rows: half).count
    // More of an article may come, but not once its comments begin.
    window.articleRows = isOpen || rows >= half ? nil : rows
  }
}
