import DocumentModel

/// The ways to what was seen before: jumps, marks, views to go back to.
public struct Navigation: Equatable, Sendable {
  /// How many views undo goes back through; the oldest go first.
  static let undoLimit = 100

  /// Locations jumped from.
  var jumps = JumpList()
  /// Locations with a name.
  public internal(set) var marks: [Unicode.Scalar: Location] = [:]
  /// Views to go back to with undo, the newest last.
  private(set) var undo: [ViewState] = []
  /// The document before the last reload, `nil` if there was none or it changed nothing.
  var revision: Revision?
  /// The link moved to.
  public internal(set) var link: DocumentLink?
  /// A move that goes on when the whole document is there.
  var deferred: DeferredScroll?

  /// A move asked for before the whole document was there, and its count.
  struct DeferredScroll: Equatable {
    let action: ScrollAction
    let count: Int?
  }

  /// Keeps `view`, which is about to change, for undo.
  mutating func remember(_ view: ViewState) {
    undo.append(view)
    guard undo.count > Self.undoLimit else { return }
    undo.removeFirst()
    revision?.depth -= 1
  }

  /// The document before the last reload, if nothing that can be undone came after that.
  var undoneRevision: Revision? {
    revision.flatMap { undo.count <= max(0, $0.depth) ? $0 : nil }
  }

  /// Whether there is a view to go back to with undo.
  var canUndo: Bool { !undo.isEmpty || revision != nil }

  /// Takes the last view from those that undo goes back through.
  mutating func popUndo() -> ViewState? { undo.popLast() }

  /// Notes what the thread pane began with after the last change of the view.
  mutating func noteChange(leading to: ScrollAnchor) {
    guard !undo.isEmpty else { return }
    undo[undo.count - 1].anchorAfter = to
  }

  /// The nearest mark after `here`, or before it.
  func mark(after isAfter: Bool, _ here: Location) -> Location? {
    let sorted = marks.values.sorted()
    return isAfter ? sorted.first { here < $0 } : sorted.last { $0 < here }
  }

  /// Moves everything to where the comments and blocks of another document stand.
  mutating func move(by map: CommentMap, count: Int, items: ArticleMap) {
    undo = undo.map { $0.moved(by: map, count: count, items: items) }
    marks = marks.compactMapValues { $0.moved(by: map, items: items) }
    jumps.map { $0.moved(by: map, items: items) }
    revision?.move(by: map, count: count)
    link = nil
  }
}
