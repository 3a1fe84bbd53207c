import DocumentModel
import Terminal

/// Everything that can change while the program runs.
///
/// A value: nothing in it touches the world, so it can be copied to undo and compared to test.
public struct AppState: Sendable {
  /// The document and the full texts found for it.
  public internal(set) var reading: Reading
  /// The window.
  public internal(set) var size: Size
  /// What the person chose.
  public internal(set) var options: ReaderOptions
  /// How the panes share the window.
  public internal(set) var layoutMode: LayoutMode
  /// How much of the window the article gets, 0.1 to 0.9.
  ///
  /// `nil` until the person moves the border: half of it, less where a short article stands above.
  public internal(set) var share: Double?
  /// How many rows a short article takes, `nil` for one that fills half of the window.
  var articleRows: Int?
  /// The pane that keys go to.
  public internal(set) var focus: Pane
  /// The top of the article pane.
  public internal(set) var articleAnchor = ScrollAnchor()
  /// The block of the article that was moved to, where the end keeps it from the top of the pane.
  var articleStop: ArticleStop?
  /// How many columns code and wide tables are scrolled sideways, in each pane.
  var shifts: [Pane: Int] = [:]
  /// Whether text that was hidden as a spoiler is shown.
  public internal(set) var showsSpoilers = false
  /// The thread pane.
  public internal(set) var thread: ThreadView
  /// The search going on, `nil` if there is none.
  public internal(set) var search: SearchState?
  /// The search ended last and where that left the reader, to go on from its hit.
  var endedSearch: (search: SearchState, place: Place)?
  /// The line being typed, `nil` if there is none.
  public internal(set) var prompt: Prompt?
  /// What lies over the panes, `nil` if nothing does.
  public internal(set) var overlay: Overlay?
  /// Links on the screen that wait for their letters, `nil` if none do.
  public internal(set) var hints: LinkHints?
  /// The link moved to, an index into the document's spans.
  public internal(set) var currentLink: DocumentLink?
  /// Keys typed that do not make a command yet.
  public internal(set) var pendingKeys: [Key] = []
  /// The count typed before a command.
  public internal(set) var count: Int?
  /// What the next character is the argument of.
  var awaited: PlaceAction?
  /// What to tell the person, until the next key.
  public internal(set) var message: Message?
  /// What was told so far, the newest last; at most 200.
  public internal(set) var messages: [Message] = []
  /// Places jumped from.
  var jumps = JumpList()
  /// The fold changed last, to take it back without a trace.
  var lastFold: FoldStep?
  /// Places with a name.
  public internal(set) var marks: [Unicode.Scalar: Place] = [:]
  /// Views to go back to with undo, the newest last; at most 100.
  var undoStack: [ViewSnapshot] = []
  /// Cut comments whose full texts were looked for in vain, and why they were not found.
  var unanswered: [CommentID: String] = [:]
  /// Whether the last search took its text as it stands.
  var wasLiteral = false
  /// Lines typed at the prompts.
  var history: [Prompt.Kind: [String]] = [:]
  /// How far the work in the background is, by its kind; what is not there does not go on.
  var work: [Work: Progress] = [:]
  /// The clock, in seconds since 1970, for dates like «3 hours ago».
  public internal(set) var now: Int64
  /// Names of the themes that can be chosen, for completion.
  public var themeNames: [String] = []
  /// Where the reader was when the search prompt opened.
  var searchOrigin: Standpoint?
  /// Where the reader stood before the window began to change its size, until the next key.
  var resting: RestingPlace?
  /// Whether only the beginning of the document is there yet.
  public internal(set) var isPartial = false
  /// What was asked for that needs the whole document, and its count.
  var whenWhole: (action: ScrollAction, count: Int?)?
  /// The page's own address as the person told it, `nil` if they did not.
  var address: String?
  /// Whether the mouse holds the line between the panes.
  var isDraggingBorder = false
  /// Whether it has moved since it was held.
  var hasDraggedBorder = false
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
    self.size = size
    self.options = options
    self.keymap = keymap
    self.now = now
    layoutMode = options.layout
    thread = ThreadView(count: reading.document.comments.count)
    let isEmptyArticle = reading.document.article.blocks.isEmpty
    focus = isEmptyArticle && !reading.document.comments.isEmpty ? .thread : .article
    measureArticle()
    keepFocusShown()
  }
}

extension AppState {
  /// The document being read.
  public var document: Document { reading.document }

  /// Where the panes stand.
  public var panes: PaneLayout {
    PaneLayout(
      size: size,
      mode: layoutMode == .automatic && hasNoThread ? .article : layoutMode,
      share: share,
      articleRows: articleRows,
      focus: focus
    )
  }

  /// Whether there is nothing to show beside the article: no comments, no word of any elsewhere.
  private var hasNoThread: Bool {
    document.comments.isEmpty && document.missingComments == nil && !isPartial
      && document.next(of: .discussion) == nil
  }

  /// Whether the window is too small to read in.
  public var isTooSmall: Bool {
    size.columns < PaneLayout.smallest.columns || size.rows < PaneLayout.smallest.rows
  }

  /// How many rows `pane` shows, at least one.
  func height(of pane: Pane) -> Int { max(1, panes.rect(of: pane)?.size.rows ?? size.rows - 2) }

  /// What still goes on in the background, `nil` if nothing does.
  public var progress: Progress? { work[.completing] ?? work[.loading] ?? work[.reading] }

  /// The article, laid out for its pane.
  var articleColumn: ArticleColumn {
    ArticleColumn(reading, width: articleColumns.width, isPartial: isPartial)
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

  /// Finds out how many rows the article needs where it is as wide as the window.
  mutating func measureArticle() {
    let width = articleColumns(in: size.columns).width
    let column = ArticleColumn(reading, width: width, isPartial: isPartial)
    let half = size.rows / 2
    let rows = column.visible(from: ScrollAnchor(), height: half).count
    // More of an article may come, but not once its comments begin.
    let isOpen = isPartial && document.comments.isEmpty
    articleRows = isOpen || rows >= half ? nil : rows
  }

  /// The thread, laid out for its pane.
  var threadColumn: ThreadColumn {
    let width = panes.thread?.size.columns ?? size.columns
    return ThreadColumn(
      reading: reading,
      folds: thread.folds,
      hidden: thread.hidden,
      expanded: thread.expanded,
      width: max(1, width),
      textWidth: options.textWidth,
      previewLines: options.previewLines,
      end: reading.threadEnd
    )
  }

  /// Tells the person something; it stays until the next key.
  mutating func tell(_ text: String, isWarning: Bool = false) {
    let message = Message(text: text, isWarning: isWarning)
    self.message = message
    if messages.last != message { messages.append(message) }
    if messages.count > 200 { messages.removeFirst(messages.count - 200) }
  }

  /// Moves the focus out of a pane the layout does not show.
  mutating func keepFocusShown() {
    if panes.rect(of: focus) == nil { focus = focus.other }
  }
}

/// What the person is told.
public struct Message: Hashable, Sendable {
  /// The text, one line.
  public let text: String
  /// Whether something went wrong.
  public let isWarning: Bool

  /// A message.
  public init(text: String, isWarning: Bool = false) {
    self.text = text
    self.isWarning = isWarning
  }
}

/// A kind of work that goes on in the background.
public enum Work: Hashable, Sendable {
  /// Reading the rest of a large document.
  case reading
  /// Looking for the full texts of cut comments.
  case completing
  /// Loading more of the discussion, or all of it anew.
  case loading
}

/// How far work in the background is.
public struct Progress: Hashable, Sendable {
  /// What is done, in a word or two.
  public let label: String
  /// How much of it is done, 0 to 1, `nil` if that is not known.
  public let share: Double?

  /// Work going on.
  public init(label: String, share: Double?) {
    self.label = label
    self.share = share
  }
}

/// The thread pane.
public struct ThreadView: Sendable {
  /// The top of the pane.
  public internal(set) var anchor = ScrollAnchor()
  /// The comment keys are about; `nil` if there is none.
  public internal(set) var focused: CommentID?
  /// Comments shown as one line, with all their answers.
  public internal(set) var folds: CommentSet
  /// Comments left out, with all their answers.
  public internal(set) var hidden: CommentSet
  /// Long comments shown whole.
  public internal(set) var expanded: Set<CommentID> = []
  /// The comment that had the focus before folds took it in.
  var focusedInside: CommentID?
  /// How many levels are unfolded, `nil` if that was not asked for.
  var level: Int?

  /// A thread of `count` comments, all unfolded.
  init(count: Int) {
    folds = CommentSet(capacity: count)
    hidden = CommentSet(capacity: count)
    focused = count > 0 ? CommentID(0) : nil
  }
}
