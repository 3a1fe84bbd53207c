import DocumentModel
import TextSearch

/// The search, and what is kept of those before.
public struct SearchView: Equatable, Sendable {
  /// The search going on, `nil` if there is none.
  public internal(set) var active: ActiveSearch?
  /// The search that was ended last, to go on from its hit.
  var ended: ActiveSearch?
  /// Whether the last search took its text as it stands.
  var wasLiteral = false
  /// Whether what is typed is no expression yet.
  var isIncomplete = false
  /// The view when the prompt for a pattern opened.
  var origin: ViewState?
  /// The view when the prompt for a filter opened.
  var filterOrigin: ViewState?
  /// The comments that a filter leaves, which alone are searched; `nil`: all.
  private(set) var kept: CommentSet?

  /// Which hit of how many is shown, `nil` without a search.
  ///
  /// `+`: more may be found; `incomplete`: the pattern was given up on some texts.
  var summary: String? {
    guard let active else { return nil }
    let count = "\(active.found.hits.count)" + (active.found.isDone ? "" : "+")
    let gaps = active.found.unsearchedTexts > 0 ? " incomplete" : ""
    return "search \(active.current.map { String($0 + 1) } ?? "-")/\(count)\(gaps)"
  }

  /// Searches `reading` anew for the same, after its text has changed.
  mutating func restart(in reading: Reading) {
    ended = nil
    guard let old = active else { return }
    var fresh = ActiveSearch(old.text, isLiteral: old.isLiteral, in: reading, among: kept)
    fresh.highlights = old.highlights
    fresh.wanted = old.wanted
    fresh.opened = old.opened
    fresh.unhidden = old.unhidden
    active = fresh
  }

  /// Searches only `kept` from now on, all comments for `nil`.
  mutating func confine(to kept: CommentSet?, in reading: Reading) {
    guard kept != self.kept else { return }
    self.kept = kept
    restart(in: reading)
  }

  /// Moves what speaks of comments and blocks to where another document has them.
  mutating func move(by map: CommentMap, count: Int, items: ArticleMap) {
    origin = origin?.moved(by: map, count: count, items: items)
    filterOrigin = filterOrigin?.moved(by: map, count: count, items: items)
    guard var moved = active else { return }
    moved.opened = map(moved.opened)
    moved.unhidden = map(moved.unhidden)
    active = moved
  }
}

/// A search going on.
public struct ActiveSearch: Sendable {
  /// What tells a search from others, for the same text as well.
  public final class Identity: Sendable {
    /// A search that differs from all others.
    public init() {}
  }

  /// Which search it is.
  public let identity = Identity()
  /// Whether its text is taken as it stands.
  public let isLiteral: Bool
  /// The hits found so far.
  public internal(set) var found: DocumentSearch
  /// The hit moved to, an index into the hits.
  public internal(set) var current: Int?
  /// Whether hits are marked on the screen.
  public internal(set) var highlights = true
  /// Folds opened to show hits, to be closed again at the end.
  var opened: Set<CommentID> = []
  /// Hidden comments brought back to show hits, to be hidden again at the end.
  var unhidden: Set<CommentID> = []
  /// Where the reader was put to see `current`; of an ended search, where it left them.
  var shownAt: Location?
  /// The hit to go to as soon as it is found.
  var wanted: Wanted?

  /// A hit not found yet.
  enum Wanted: Hashable, Sendable {
    /// The first from here on.
    case from(SearchPlace)
    /// The last before here.
    case before(SearchPlace)
  }

  /// A search of `reading` for `text`; of its comments only `kept` are searched, all for `nil`.
  init(_ text: String, isLiteral: Bool, in reading: Reading, among kept: CommentSet? = nil) {
    self.isLiteral = isLiteral
    found = DocumentSearch(
      text,
      isLiteral: isLiteral,
      in: reading.document,
      completed: reading.completedTexts,
      scalars: reading.scalars
    )
    if let kept { found.isKept = { kept.contains($0) } }
  }

  /// What was typed.
  public var text: String { found.text }
}

extension ActiveSearch: Equatable {
  /// Whether both look for the same, found the same so far and show the same of it.
  public static func == (left: ActiveSearch, right: ActiveSearch) -> Bool {
    left.text == right.text && left.isLiteral == right.isLiteral
      && left.found.hits == right.found.hits && left.found.isDone == right.found.isDone
      && left.current == right.current && left.highlights == right.highlights
      && left.opened == right.opened && left.unhidden == right.unhidden
      && left.shownAt == right.shownAt && left.wanted == right.wanted
  }
}

extension Folding {
  /// Folds and hides again what `search` has opened to show its hits.
  mutating func close(_ search: ActiveSearch) {
    for id in search.opened { fold(id) }
    for id in search.unhidden { hidden.insert(id) }
  }
}

extension Reading {
  /// Full texts that are shown in place of cut ones.
  var completedTexts: [CompletedText] {
    completions.filter(\.value.isOpen).sorted { $0.key < $1.key }.map { id, completion in
      CompletedText(comment: id, document: completion.document, blocks: completion.blocks)
    }
  }
}
