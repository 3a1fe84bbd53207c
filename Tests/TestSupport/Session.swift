import DocumentModel
import ReaderUI
import Terminal

/// A reader driven by keys, without a terminal.
public struct Session {
  /// The reader.
  public var state: AppState
  /// What screens are drawn with.
  public var theme: Theme
  /// What was asked of the world so far.
  public private(set) var effects: [Effect] = []

  /// Reads `document` in a window of `columns` by `rows`.
  public init(
    _ document: Document,
    columns: Int = 80,
    rows: Int = 24,
    options: ReaderOptions = ReaderOptions(),
    keymap: Keymap = Keymap(),
    theme: Theme = Theme(name: "plain", styles: [:])
  ) {
    state = AppState(
      reading: Reading(document),
      size: Size(columns: columns, rows: rows),
      options: options,
      keymap: keymap,
      now: 1_714_636_800
    )
    self.theme = theme
  }

  /// Reads `listing` in a window of `columns` by `rows`.
  public init(
    _ listing: Listing,
    columns: Int = 80,
    rows: Int = 24,
    options: ReaderOptions = ReaderOptions(),
    keymap: Keymap = Keymap(),
    theme: Theme = Theme(name: "plain", styles: [:])
  ) {
    state = AppState(
      listing: listing,
      size: Size(columns: columns, rows: rows),
      options: options,
      keymap: keymap,
      now: 1_714_636_800
    )
    self.theme = theme
  }

  /// Types `keys`, parted by blanks as settings write them: `J J zM Enter`.
  public mutating func press(_ keys: String) {
    guard let sequence = KeySequence(parsing: keys) else { return }
    for key in sequence.keys { send(.key(key)) }
  }

  /// This session after `keys`.
  public func pressing(_ keys: String) -> Session {
    var session = self
    session.press(keys)
    return session
  }

  /// Types `text` as it stands, blanks too.
  public mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { send(.key(Key(scalar))) }
  }

  /// Hands over one event, and lets a search it starts run to its end.
  public mutating func send(_ event: InputEvent) { finish(state.handle(event)) }

  /// Hands over full texts found for comments of `asked`.
  public mutating func complete(
    _ found: [CommentID: Completion],
    of asked: [CommentID],
    failure: String? = nil
  ) {
    state.complete(found, of: asked, failure: failure)
    finish(state.search.active == nil ? [] : [.continueSearch])
  }

  /// Puts a fuller reading of the source in place of the document.
  public mutating func replace(with document: Document) {
    state.replace(with: Reading(document))
    finish(state.search.active == nil ? [] : [.continueSearch])
  }

  /// Puts a document with more of the discussion in place; `places` by the index before; `held` are
  /// those that came.
  public mutating func extend(
    to document: Document,
    places: [CommentID],
    held: [CommentID] = []
  ) {
    state.extend(by: Replacement(Reading(document), newIDs: places, held: held))
    finish(state.search.active == nil ? [] : [.continueSearch])
  }

  /// Puts the document as it is by now in place; `mark` marks what is new in it.
  public mutating func revise(
    to document: Document,
    places: [CommentID],
    news: String,
    mark: (inout CommentNews) -> Void
  ) {
    var reading = Reading(document)
    mark(&reading.news)
    state.revise(by: Replacement(reading, newIDs: places), news: news)
    finish(state.search.active == nil ? [] : [.continueSearch])
  }

  private mutating func finish(_ asked: [Effect]) {
    var waiting = asked
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      if effect == .continueSearch {
        waiting += state.continueSearch()
      } else {
        effects.append(effect)
      }
    }
  }

  /// The screen as drawn now.
  public var grid: Grid { RootView(state, theme: theme).draw().grid }

  /// Where the cursor stands.
  public var cursor: Position? { RootView(state, theme: theme).draw().cursor }

  /// The rows of the screen, without blanks at their ends.
  public var rows: [String] {
    let grid = grid
    return (0..<grid.size.rows).map { row in
      var text = grid.text(ofRow: row)
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
  }

  /// The screen as one text.
  public var screen: String { rows.joined(separator: "\n") }
}
