import DocumentModel

/// The thread pane.
public struct ThreadView: Equatable, Sendable {
  var viewport = Viewport<ThreadColumn>()
  /// The comment keys are about; `nil` if there is none.
  public internal(set) var focused: CommentID?
  var folding = Folding()
  /// The comment that had the focus before folds took it in.
  var focusedInside: CommentID?
  /// How many levels are shown in full, 0 where threads are one line; `nil` if all are.
  var levels: Int?
  /// In which order comments that answer the same stand.
  public internal(set) var order = ThreadOrder.given

  /// A thread of `count` comments, all unfolded.
  init(count: Int) {
    focused = count > 0 ? CommentID(0) : nil
  }

  /// The thread of `reading` with so many levels shown in full.
  init(_ reading: Reading, levels: Int?) {
    self.init(count: reading.document.comments.count)
    self.levels = levels
    if let levels { folding.fold(below: levels, in: reading) }
  }

  /// The line at the top of the pane.
  public var anchor: ScrollAnchor { viewport.anchor }
  /// Comments whose replies are not shown.
  public var folds: CommentSet { folding.folds }
  /// Comments left out, with all their replies.
  public var hidden: CommentSet { folding.hidden }
  /// The same, and what a filter leaves out.
  public var leftOut: CommentSet { folding.leftOut }

  /// Leaves the focus on a comment that is shown, and the pane on lines that exist.
  mutating func settle(on column: ThreadColumn) {
    guard let first = column.firstItem else {
      focused = nil
      return
    }
    focused = focused.map { column.standIn(for: $0) } ?? CommentID(first)
    let top = column.standIn(for: CommentID(anchor.item))
    if top.index != anchor.item { viewport.anchor = ScrollAnchor(item: top.index) }
    viewport.settle(on: column)
  }

  /// The same pane for a document of `count` comments, in which they stand where `map` says.
  func moved(by map: CommentMap, count: Int) -> ThreadView {
    var moved = ThreadView(count: count)
    moved.focused = focused.flatMap { map($0) } ?? moved.focused
    moved.viewport.anchor = ScrollAnchor(item: moved.focused?.index ?? 0)
    if let top = map(CommentID(anchor.item)) {
      moved.viewport.anchor = ScrollAnchor(item: top.index, line: anchor.line)
    }
    moved.viewport.shift = viewport.shift
    moved.folding = folding.moved(by: map)
    moved.levels = levels
    moved.order = order
    return moved
  }
}

// MARK: - Scrolling

extension ThreadView {
  /// Moves the focus to a comment on the screen if it is on none.
  mutating func focusOnScreen(in column: ThreadColumn) {
    let shown = column.visible(from: anchor)
    guard let focused, !shown.contains(where: { $0.item == focused.index }),
      let first = shown.first, let last = shown.last
    else { return }
    let nearest = focused.index < first.item ? first : last
    self.focused = CommentID(nearest.item)
  }

  /// Moves the focus to the first comment that starts on the screen.
  mutating func focusOnFirst(in column: ThreadColumn) {
    let shown = column.visible(from: anchor)
    let first = shown.first { $0.index == 0 } ?? shown.first
    focused = first.map { CommentID($0.item) } ?? focused
  }

  /// Scrolls so that the focused comment is on the screen, as much of it as fits.
  mutating func showFocused(in column: ThreadColumn) {
    guard let focused else { return }
    // The blank line below too, where a message may stand; from a pane's height on, as much as fits.
    let count = column.lines(of: focused.index).count(upTo: column.height + 1)
    viewport.show(0...count - 1, of: focused.index, in: column)
  }

  /// Scrolls to the focused comment if nothing of it is on the screen.
  mutating func keepFocusedInSight(in column: ThreadColumn) {
    guard let focused else { return }
    let shown = column.visible(from: anchor)
    if !shown.contains(where: { $0.item == focused.index }) { showFocused(in: column) }
  }

  /// The row of the focused comment's header in the pane, 0 if that is above.
  func rowOfFocused(in column: ThreadColumn) -> Int {
    focused.flatMap { viewport.row(of: ScrollAnchor(item: $0.index), in: column) } ?? 0
  }

  /// Scrolls so that the focused comment's header stands on `row` of the pane, if it can.
  mutating func putFocused(onRow row: Int, in column: ThreadColumn) {
    guard let focused else { return }
    viewport.put(ScrollAnchor(item: focused.index), onRow: row, in: column)
  }

  /// Goes on by a line, down for a `direction` of 1, up for -1; whether there was a way to go.
  ///
  /// That is through the lines of a comment longer than the pane, then to the next comment.
  mutating func step(_ direction: Int, in column: ThreadColumn) -> Bool {
    focusOnScreen(in: column)
    guard let focused else { return false }
    let edge = direction > 0 ? lastLineInReach(of: focused, in: column) : 0
    guard viewport.row(of: ScrollAnchor(item: focused.index, line: edge), in: column) != nil else {
      viewport.scroll(by: direction, over: column)
      return true
    }
    let next =
      direction > 0 ? column.item(after: focused.index) : column.item(before: focused.index)
    guard let next else { return viewport.scroll(by: direction, over: column) }
    self.focused = CommentID(next)
    let last = column.lastTextLine(of: next)
    viewport.show(direction > 0 ? 0...min(1, last) : last...last, of: next, in: column)
    return true
  }

  /// The last line of `id` that is not blank, or one below the screen if that is nearer.
  private func lastLineInReach(of id: CommentID, in column: ThreadColumn) -> Int {
    let top = id.index == anchor.item ? anchor.line : 0
    return column.lastTextLine(of: id.index, upTo: top + column.height)
  }
}
