import DocumentMerging
import DocumentModel
import ReaderUI
import ReadingHistory
import SiteAccess
import Synchronization
import SystemServices

/// Remembers one document while it is read.
///
/// What was done to it is written within a second, but not more often than once a second; where one
/// stands, once the keys have rested for a second.
final class DocumentMemory {
  /// How long things wait to be written, in milliseconds.
  private static let delay = 1000

  private let memory: ReadingMemory
  private let location: String
  private let address: String?
  private let opened = Clock.now
  private let subject: Int
  private let record = Record()
  /// The state when it was written last.
  private var written: AppState?
  /// The state when only the beginning was shown.
  private var beginning: AppState?
  private var lastWriting: Int
  /// How many of the patterns that were searched for are kept already.
  private var knownPatterns = 0
  /// When there is something to write, in milliseconds; `nil`: nothing.
  private var due: Int?
  /// Whether the document was looked up.
  private var hasBegun = false
  /// Whether nothing is written of it any more.
  private var isForgotten = false

  /// A memory of the document at `location`; `address` is what the user told of its page.
  init(_ memory: ReadingMemory, location: String, address: String?) {
    self.memory = memory
    self.location = location
    self.address = address
    subject = memory.newSubject()
    lastWriting = Clock.milliseconds
  }

  // MARK: Opening

  /// Looks up a document, to be shown by the next `open`; may be called on any thread.
  var preparation: @Sendable (Document) -> Void {
    let (memory, record, address) = (memory, record, address)
    return { record.prepare(memory.recall($0, address: address)) }
  }

  /// Takes note of `state`, which shows the beginning of a document of which the rest is to come.
  func expectRest(_ state: AppState) { beginning = state }

  /// Whether the user has gone nowhere since the beginning was shown.
  func isUntouched(_ state: AppState) -> Bool {
    beginning.map { state.isAtSamePlace(as: $0) } ?? false
  }

  /// Brings `state`, which shows the whole document, to what is remembered; without the place if
  /// `keepsPlace`.
  func open(_ state: inout AppState, keepsPlace: Bool = false) {
    let recall = record.begin(with: state.document) {
      memory.recall(state.document, address: address)
    }
    hasBegun = true
    beginning = nil
    if !recall.typed.isEmpty { state.recall(searchedPatterns: recall.typed) }
    knownPatterns = state.searchedPatterns.count
    if let view = recall.view {
      state.restore(view, arrivals: recall.arrivals, keepsPlace: keepsPlace)
      state.goOn(
        recall.news,
        seen: recall.seen,
        removed: recall.removed,
        since: Moment(recall.lastOpened).since(Clock.now)
      )
    }
    due = Clock.milliseconds + Self.delay
  }

  // MARK: Pages

  /// Keeps a page that was fetched, to be read again without the net.
  func keep(_ page: WebPage) {
    guard !isForgotten else { return }
    memory.keep(page)
  }

  /// Finds the page that was kept when a document was fetched the last time, and says why that is
  /// shown in place of the page as it is by now; may be called on any thread.
  var keptPage: @Sendable (OpenDocument, String) -> KeptDocument? {
    let memory = memory
    return { memory.keptPage(of: $0, because: $1) }
  }

  // MARK: Forgetting

  /// Removes all that is remembered of the document; nothing more is written of it.
  func forget() {
    isForgotten = true
    due = nil
    let (memory, record) = (memory, record)
    memory.writer.submit(
      { store throws(DatabaseError) in
        try record.forget(in: store, memory)
      },
      about: subject
    )
  }

  // MARK: Writing

  /// How long until something is to be written, in milliseconds; `nil`: there is nothing.
  func interval(at now: Int) -> Int? {
    if let due { return max(0, due - now) }
    return memory.writer.isBehind ? 5 * Self.delay : nil
  }

  /// Takes note of what the user did.
  func note(_ state: AppState, at now: Int) {
    guard !isForgotten, hasBegun, let written else { return }
    if !state.keepsSame(as: written) || state.searchedPatterns.count != knownPatterns {
      due = min(due ?? .max, max(now, lastWriting + Self.delay))
    } else if !state.standsSame(as: written) {
      due = now + Self.delay
    }
  }

  /// Has what is due written.
  func writeIfDue(_ state: AppState, at now: Int) {
    if let due, due <= now {
      write(state)
    } else if due == nil {
      memory.writer.retry()
    }
  }

  /// Has written what was not, as the document is left.
  func close(_ state: AppState) {
    guard due != nil else { return }
    write(state)
  }

  private func write(_ state: AppState) {
    due = nil
    guard !isForgotten, hasBegun, !state.reading.isPartial else { return }
    written = state
    lastWriting = Clock.milliseconds
    let patterns = Array(state.searchedPatterns.dropFirst(knownPatterns))
    knownPatterns += patterns.count
    if !patterns.isEmpty {
      memory.writer.submit(
        { store throws(DatabaseError) in
          try store.add(patterns, typedFor: "search")
        },
        about: memory.newSubject()
      )
    }
    let (memory, record, location, opened) = (memory, record, location, opened)
    memory.writer.submit(
      { store throws(DatabaseError) in
        if let names = try record.write(state, location: location, opened: opened, to: store) {
          memory.index(state.document, names, location: location)
        }
      },
      about: subject
    )
  }
}

/// What was read and written of a document, shared with the thread that writes.
private final class Record: Sendable {
  private struct State {
    /// What was looked up but not shown yet.
    var prepared: Recall?
    var names: DocumentNames?
    var base = RecordBase()
    /// The comments, and the document they are of.
    var roster: CommentRoster?
    var document: TextArena?
    /// The document that is in the library.
    var indexed: TextArena?
  }

  private let state = Mutex(State())

  func prepare(_ recall: Recall) { state.withLock { $0.prepared = recall } }

  /// What was prepared, or what `look` finds.
  func begin(with document: Document, or look: () -> Recall) -> Recall {
    let recall = state.withLock { $0.prepared } ?? look()
    state.withLock { state in
      state.prepared = nil
      state.names = recall.names
      state.base = recall.base
      state.roster = recall.roster
      state.document = document.text
    }
    return recall
  }

  /// Removes what was written from `store`, and from the library of `memory`.
  func forget(in store: HistoryStore, _ memory: ReadingMemory) throws(DatabaseError) {
    try state.withLock { state throws(DatabaseError) in
      guard let names = state.names else { return }
      var all = names.contentHashes + [names.addressHash].compactMap { $0 }
      var known = state.base.document
      if known == nil { known = try store.find(names) }
      if let id = known {
        all += try store.names(of: id)
        try store.forget(id)
      }
      state.base = RecordBase()
      memory.forget(all)
    }
  }

  /// Writes how `app` is; returns by what its document is known if its text was not written before.
  func write(
    _ app: AppState,
    location: String,
    opened: Int64,
    to store: HistoryStore
  ) throws(DatabaseError) -> DocumentNames? {
    try state.withLock { state throws(DatabaseError) in
      guard let names = state.names else { return nil }
      let document = app.document
      let isNew = state.indexed?.isIdentical(to: document.text) != true
      let roster = Self.roster(of: document, &state)
      let saved = app.savedView
      let record = ReadingRecord(
        names: names,
        title: document.title,
        location: location,
        format: document.source.format,
        opened: opened,
        roster: roster,
        flags: app.flags(saved),
        view: RememberedView(saved, of: document),
        commentCount: app.reading.commentCount,
        place: app.placeNumber
      )
      state.base = try store.write(record, since: state.base)
      state.indexed = document.text
      return isNew ? names : nil
    }
  }

  /// The comments of `document`; another document than before takes its place in what is known.
  private static func roster(of document: Document, _ state: inout State) -> CommentRoster {
    if let roster = state.roster, state.document?.isIdentical(to: document.text) == true {
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
    }
    state.roster = roster
    state.document = document.text
    return roster
  }
}

extension AppState {
  /// What is to be remembered of each comment.
  fileprivate func flags(_ saved: SavedView) -> [CommentFlags] {
    let sets: [(CommentSet, CommentFlags)] = [
      (visit.seen, .seen), (reading.news.new, .arrived), (saved.folded, .folded),
      (saved.keptTexts, .keepsText), (saved.hidden, .hidden), (saved.expanded, .expanded),
      (saved.opened, .opened),
    ]
    return document.commentIDs.map { id in
      sets.reduce(into: CommentFlags()) { flags, set in
        if set.0.contains(id) { flags.insert(set.1) }
      }
    }
  }
}
