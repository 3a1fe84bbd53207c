import DocumentMerging
import DocumentModel
import ReaderUI
import ReadingHistory
import Synchronization

/// What was read and written of a document, shared with the thread that writes.
final class DocumentRecord: Sendable {
  private struct State {
    /// What was looked up but not shown yet.
    var prepared: Recall?
    var names: DocumentNames?
    var base = RecordBase()
    /// The comments, and the document they are of.
    var roster: CommentRoster?
    var document: Document?
    /// The document that is in the library.
    var indexed: TextArena?
    /// What tells comments that are or were cut, and those whose full texts are kept.
    var (cut, completed): (Set<UInt64>, Set<UInt64>) = ([], [])
    /// Patterns that were searched for and are not written yet.
    var patterns: [String] = []
    /// Comments that were cut and came whole with more of the discussion.
    var mended: [CommentID] = []
    /// The source that is still to be kept.
    var source: OpenDocument?
  }

  private let state = Mutex(State())

  func prepare(_ recall: Recall) { state.withLock { $0.prepared = recall } }

  /// What was prepared, or what `look` finds.
  func begin(with document: Document, or look: () -> Recall) -> Recall {
    let recall = state.withLock { $0.prepared } ?? look()
    let document = recall.document ?? document
    state.withLock { state in
      state.prepared = nil
      state.names = recall.names
      state.base = recall.base
      state.roster = recall.roster
      state.document = document
      guard let roster = recall.roster else { return }
      state.cut = Self.cutComments(of: document, roster)
      state.completed = Set(recall.fullTexts.keys.map { roster.key(of: $0) })
    }
    return recall
  }

  /// By what the document is known, and which one it is if it is remembered; `nil` before it was
  /// looked up.
  var identity: (names: DocumentNames, document: Int64?)? {
    state.withLock { state in state.names.map { ($0, state.base.document) } }
  }

  /// Has `source` kept with the next that is written, if it is a file.
  func keep(_ source: OpenDocument) { state.withLock { $0.source = source } }

  /// Has `patterns`, which were searched for, written with the rest.
  func add(_ patterns: [String]) { state.withLock { $0.patterns += patterns } }

  /// Removes what was written from `store`, and from the library of `memory`; the document was read
  /// from `location`.
  func forget(
    in store: HistoryStore,
    _ memory: ReadingMemory,
    location: String
  ) throws(DatabaseError) {
    try state.withLock { state throws(DatabaseError) in
      guard let names = state.names else { return }
      var all = names.hashes
      // What holds an entry of a feed is the feed.
      let owner = PartLocation(location).flatMap { DocumentNames(address: $0.source) }
      all += owner?.hashes ?? []
      var known = state.base.document
      if known == nil { known = try store.find(names) }
      if let id = known {
        all += try store.names(of: id)
        try store.forget(id)
      }
      state.base = RecordBase()
      state.source = nil
      memory.forget(all)
    }
  }

  /// What there is for the library after something was written.
  struct ForLibrary {
    /// By what the document is known, the hash to be preferred first.
    let names: [Int64]
    /// Whether its text was not written before.
    let hasNewText: Bool
    /// The source that is to be kept, `nil` if that was done.
    let source: OpenDocument?
  }

  /// Writes how `app` is; returns what the library is to have of it, `nil` for nothing new.
  func write(
    _ app: AppState,
    location: String,
    opened: Int64,
    to store: HistoryStore
  ) throws(DatabaseError) -> ForLibrary? {
    try state.withLock { state throws(DatabaseError) -> ForLibrary? in
      guard let names = state.names else { return nil }
      let document = app.document
      let hasNewText = state.indexed?.isIdentical(to: document.text) != true
      let roster = Self.roster(of: document, &state)
      let saved = app.savedView
      var flags = app.flags(saved)
      for id in state.mended { flags[id.index].insert(.opened) }
      let whole = Self.completedComments(of: app.reading, roster, state)
      var record = ReadingRecord(
        names: names,
        title: document.title,
        location: location,
        format: document.source.format,
        opened: opened,
        roster: roster,
        flags: flags,
        view: RememberedView(saved, of: document),
        commentCount: app.reading.commentCount,
        place: app.placeNumber
      )
      record.fullTexts = KeptFullTexts.lines(of: whole, in: app.reading)
      record.patterns = state.patterns
      state.base = try store.write(record, since: state.base)
      state.patterns = []
      state.completed.formUnion(whole.map { roster.key(of: $0) })
      guard hasNewText || state.source != nil, let id = state.base.document else { return nil }
      let all = try store.names(of: id, first: names)
      defer { (state.indexed, state.source) = (document.text, nil) }
      return ForLibrary(names: all, hasNewText: hasNewText, source: state.source)
    }
  }

  /// The comments of `document`; another document than before takes its place in what is known.
  private static func roster(of document: Document, _ state: inout State) -> CommentRoster {
    if let roster = state.roster, state.document?.hasComments(of: document) == true {
      return roster
    }
    let roster = CommentRoster(of: document)
    if let old = state.roster {
      let matches = old.matches(with: roster)
      let flags = state.base.flags
      state.base.flags = matches.olderOf.map { older in
        older >= 0 && Int(older) < flags.count ? flags[Int(older)] : []
      }
      state.base.marks = []
      state.mended = document.commentIDs.filter { id in
        !document[id].isTruncated && document[id].state == .shown
          && state.cut.contains(roster.key(of: id))
      }
    }
    state.cut.formUnion(cutComments(of: document, roster))
    state.roster = roster
    state.document = document
    return roster
  }

  private static func cutComments(of document: Document, _ roster: CommentRoster) -> Set<UInt64> {
    Set(document.commentIDs.filter { document[$0].isTruncated }.map { roster.key(of: $0) })
  }

  /// The comments whose full texts were found and are not kept yet.
  private static func completedComments(
    of reading: Reading,
    _ roster: CommentRoster,
    _ state: State
  ) -> [CommentID] {
    (Array(reading.completions.keys) + state.mended).sorted().filter {
      !state.completed.contains(roster.key(of: $0))
    }
  }
}

extension Document {
  /// Whether both hold the same comments of the same text in the same order, as far as their place in
  /// memory tells; O(1).
  fileprivate func hasComments(of other: Document) -> Bool {
    text.isIdentical(to: other.text)
      && comments.withUnsafeBufferPointer { own in
        other.comments.withUnsafeBufferPointer {
          own.baseAddress == $0.baseAddress && own.count == $0.count
        }
      }
  }
}

extension CommentRoster {
  /// What tells the comment `id` from the others.
  fileprivate func key(of id: CommentID) -> UInt64 {
    let traits = traits[id.index]
    return traits.id ?? traits.undated ?? traits.moment ?? 0
  }
}

extension AppState {
  /// What is to be remembered of each comment.
  fileprivate func flags(_ saved: SavedView) -> [CommentFlags] {
    let sets: [(CommentSet, CommentFlags)] = [
      (visit.seen, .seen), (reading.news.new, .arrived), (saved.folded, .folded),
      (saved.keptTexts, .keepsText), (saved.hidden, .hidden), (saved.expanded, .expanded),
      (saved.opened, .opened),
      (reading.news.gone, .absent),
    ]
    return document.commentIDs.map { id in
      sets.reduce(into: CommentFlags()) { flags, set in
        if set.0.contains(id) { flags.insert(set.1) }
      }
    }
  }
}
