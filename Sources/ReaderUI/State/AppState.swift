import DocumentModel
import Terminal

/// Everything that can change while the program runs.
///
/// A value: nothing in it touches the world, so it can be copied to undo and compared to test. Each
/// part owns its fields; what concerns several of them is done here, in `Update`.
public struct AppState: Equatable, Sendable {
  /// The document and the full texts found for it.
  public internal(set) var reading: Reading
  /// The list in place of the panes, `nil` while a document is read; `reading` then has what the list
  /// shows as a document.
  public internal(set) var list: ListingView?
  /// The window, and how the panes share it.
  public internal(set) var window: Window
  /// The article pane.
  public internal(set) var article = ArticleView()
  /// The thread pane.
  public internal(set) var thread: ThreadView
  /// The search, and what is kept of those before.
  public internal(set) var search = SearchView()
  /// What was seen of the document, now and before.
  public var visit = Visit()
  /// Jumps, marks, views to go back to.
  public internal(set) var navigation = Navigation()
  /// What the person chose.
  public internal(set) var options: ReaderOptions
  /// How many comments were loaded that the document did not hold at first.
  var loadedComments = 0
  /// The command called last by a key, and whether it asked to be called again.
  var lastCommand = LastCommand()
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
  /// The sources that are read one at a time, this among them.
  public var sources = SourceList()
  /// The pages this one was come to by, and those gone back from.
  public var pages = PageTrail()
  /// The discussions of the article, if several are known.
  public internal(set) var discussions = DiscussionTabs()
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
    window = Window(size: size, mode: options.layout, focus: reading.firstPane)
    thread = ThreadView(reading, levels: options.openLevels)
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
  public var progress: Progress? {
    work[.opening] ?? work[.completing] ?? work[.loading] ?? work[.reading]
      ?? work[.linking] ?? work[.keeping]
  }

  /// How the document is looked at.
  var view: ViewState {
    ViewState(
      window: window,
      article: article,
      thread: thread,
      opened: reading.opened,
      list: list?.stop
    )
  }

  /// Where the reader is.
  var location: Location {
    if let list {
      return Location(pane: .article, anchor: ScrollAnchor(item: list.selected), focused: nil)
    }
    return Location(
      pane: focus,
      anchor: focus == .article ? article.anchor : thread.anchor,
      focused: thread.focused
    )
  }

  /// Tells the person something, with what cannot be shown escaped; it stays until the next key.
  mutating func tell(_ text: String, isWarning: Bool = false) {
    messages.tell(Message(text: VisibleText.line(text), isWarning: isWarning))
  }

  /// Who takes the keys while nothing lies over the panes.
  var context: KeyContext { list == nil ? KeyContext(focus) : .listing }

  // MARK: Columns

  /// The article, laid out for its pane.
  var articleColumn: ArticleColumn {
    ArticleColumn(reading, width: articleColumns.width, height: window.height(of: .article))
  }

  /// Where the article's text starts in its pane, and how wide it is: centred, with a margin; above
  /// the comments in line with theirs.
  var articleColumns: (start: Int, width: Int) {
    let panes = panes
    var columns = articleColumns(in: panes.article?.size.columns ?? size.columns)
    if panes.mode == .stacked { columns.start = min(columns.start, ThreadColumn.step) }
    return columns
  }

  func articleColumns(in pane: Int) -> (start: Int, width: Int) {
    let margin = pane >= 40 ? 2 : pane >= 24 ? 1 : 0
    let width = max(1, min(options.textWidth, pane - 2 * margin))
    return (max(margin, (pane - width) / 2), width)
  }

  /// The thread, laid out for its pane.
  var threadColumn: ThreadColumn {
    let room = panes.thread?.size
    return threadColumn(
      thread.folding,
      width: room?.columns ?? size.columns,
      height: room?.rows ?? size.rows - 2
    )
  }

  /// The thread with `folding`, for so much room.
  func threadColumn(_ folding: Folding, width: Int, height: Int) -> ThreadColumn {
    ThreadColumn(
      reading: reading,
      folding: folding,
      width: max(1, width),
      height: max(1, height),
      textWidth: options.textWidth,
      previewLines: options.previewLines
    )
  }

  /// Whether a pane of so many columns has a margin for the rail, and the person wants one.
  func hasRail(inColumns columns: Int) -> Bool { options.showsRail && columns >= Rail.leastColumns }
}
