import DocumentModel

/// Which comments of a thread are folded, hidden, or shown whole though they are long.
struct Folding: Equatable, Sendable {
  /// Comments whose replies are not shown, and whose own text is one line unless it is kept.
  private(set) var folds = CommentSet()
  /// Comments whose text stays when they are folded, and only their replies go.
  private(set) var keptTexts = CommentSet()
  /// Comments left out, with all their replies.
  var hidden = CommentSet() {
    didSet { noteLeftOut() }
  }
  /// What a filter leaves of the thread, `nil` without one.
  private(set) var filtered: FilteredComments? {
    didSet { noteLeftOut() }
  }
  /// The outermost of all comments that are not shown, whatever leaves them out.
  private(set) var leftOut = CommentSet()
  /// What was folded before the filter.
  private var unfiltered = FoldsBeforeFilter()
  /// Comments that a rule mutes: their text is not shown, unless it was asked for.
  var muted = CommentSet()
  /// Long comments shown whole, and others whose text was asked for.
  var expanded: Set<CommentID> = []

  /// Nothing folded or hidden.
  init() {}

  /// What was folded and hidden before.
  init(folds: CommentSet, keptTexts: CommentSet, hidden: CommentSet) {
    self.folds = folds
    self.keptTexts = keptTexts
    self.hidden = hidden
    noteLeftOut()
  }

  private mutating func noteLeftOut() {
    leftOut = hidden
    if let filtered { leftOut.formUnion(filtered.leftOut) }
  }

  /// Whether the text of `id` is shown, if `id` is.
  func showsText(of id: CommentID) -> Bool {
    (!folds.contains(id) || keptTexts.contains(id)) && !isContext(id) && !isMuted(id)
  }

  /// Whether `id` is one line because a rule mutes it.
  func isMuted(_ id: CommentID) -> Bool { muted.contains(id) && !expanded.contains(id) }

  /// Whether `id` is one line because only what is below it fits the filter.
  func isContext(_ id: CommentID) -> Bool {
    filtered?.isContext(id) == true && !expanded.contains(id)
  }

  /// Whether a filter leaves `id` out.
  func filtersOut(_ id: CommentID) -> Bool { filtered?.kept.contains(id) == false }

  /// The comment that stands for `id` on the screen: itself, or the fold it is in; `nil` if hidden.
  func representative(of id: CommentID, in reading: Reading) -> CommentID? {
    guard leftOut.outermost(about: id, in: reading) == nil else { return nil }
    return folds.outermost(about: id, in: reading) ?? id
  }

  // MARK: One comment

  /// Folds `id` as it was folded last: to one line, unless only its replies were.
  mutating func fold(_ id: CommentID) { folds.insert(id) }

  /// Folds `id` with its text, or its replies only.
  mutating func fold(_ id: CommentID, keepingText keepsText: Bool) {
    folds.insert(id)
    if keepsText { keptTexts.insert(id) } else { keptTexts.remove(id) }
  }

  /// Unfolds `id`.
  mutating func unfold(_ id: CommentID) {
    folds.remove(id)
    if isContext(id) || isMuted(id) { expanded.insert(id) }
  }

  /// Unfolds and unhides what `id` is in, so that it is shown.
  mutating func reveal(_ id: CommentID, in document: Document) {
    filtered?.include(id, in: document)
    hidden.remove(id)
    for ancestor in document.ancestors(of: id) {
      folds.remove(ancestor)
      hidden.remove(ancestor)
    }
  }

  // MARK: The filter

  /// Shows only what `fresh` leaves, unfolded; `nil` shows all again, folded as it was before.
  mutating func filter(by fresh: FilteredComments?) {
    unfiltered = lastingFolds
    filtered = fresh
    folds = fresh == nil ? unfiltered.folds : CommentSet()
    keptTexts = fresh == nil ? unfiltered.keptTexts : CommentSet()
    if fresh == nil { unfiltered = FoldsBeforeFilter() }
  }

  /// What is folded apart from the filter.
  var lastingFolds: FoldsBeforeFilter {
    filtered == nil ? FoldsBeforeFilter(folds: folds, keptTexts: keptTexts) : unfiltered
  }

  /// Goes on filtering, by `fresh`, which the same filter leaves of a changed document.
  mutating func filterAgain(by fresh: FilteredComments) { filtered = fresh }

  // MARK: Many

  /// Unfolds all comments, or those whose index is in `range`.
  mutating func unfoldAll(in range: Range<Int>? = nil) {
    if let range { folds.remove(in: range) } else { folds.removeAll() }
  }

  /// Shows `levels` levels of `reading` in full and folds the replies below; 0: folds whole threads.
  mutating func fold(below levels: Int, in reading: Reading) {
    folds =
      levels == 0 ? CommentSet(all: reading.document.comments.count) : reading.folds(below: levels)
    keptTexts = levels == 0 ? CommentSet() : folds
  }

  /// Does the same to those of `comments` alone.
  mutating func fold(_ comments: CommentSet, below levels: Int, in reading: Reading) {
    var fresh = Folding()
    fresh.fold(below: levels, in: reading)
    folds.formUnion(fresh.folds.intersection(comments))
    keptTexts.formUnion(fresh.keptTexts.intersection(comments))
  }

  /// The same for a document in which the comments stand where `map` says, but for the filter, which
  /// is to be applied anew.
  func moved(by map: CommentMap) -> Folding {
    var moved = Folding()
    moved.folds = map(folds)
    moved.keptTexts = map(keptTexts)
    moved.hidden = map(hidden)
    moved.muted = map(muted)
    moved.expanded = map(expanded)
    moved.unfiltered.folds = map(unfiltered.folds)
    moved.unfiltered.keptTexts = map(unfiltered.keptTexts)
    return moved
  }
}

/// What was folded before a filter was set.
struct FoldsBeforeFilter: Equatable, Sendable {
  /// Comments whose replies were not shown.
  var folds = CommentSet()
  /// Those of them whose text was.
  var keptTexts = CommentSet()
}
