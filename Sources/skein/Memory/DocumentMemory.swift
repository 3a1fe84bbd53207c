import DocumentMerging
import DocumentModel
import ReaderUI
import ReadingHistory
import SiteAccess
import SystemServices

/// Remembers one document while it is read.
///
/// What was done to it is written within a second, but not more often than once a second. Where one
/// stands, and what one has seen, is written with that, when the document is left, and when no key was
/// pressed for a second: while somebody scrolls nothing is written.
final class DocumentMemory {
  /// How long things wait to be written, in milliseconds.
  private static let delay = 1000
  /// How long the keys rest before it is written where one stands, in milliseconds; and how many
  /// comments make that a millisecond longer, since writing takes longer with them.
  private static let rest = 1000
  private static let commentsPerMillisecond = 100

  private let memory: ReadingMemory
  private let location: String
  private let address: String?
  private let opened = Clock.now
  private let subject: Int
  private let record = DocumentRecord()
  /// The state when it was written last.
  private var written: AppState?
  /// The state when only the beginning was shown.
  private var beginning: AppState?
  private var lastWriting: Int
  /// How many of the patterns that were searched for are kept already.
  private var knownPatterns = 0
  /// When what was done is to be written, in milliseconds; `nil`: nothing was.
  private var due: Int?
  /// When it is to be written where one stands, in milliseconds; `nil`: that is known.
  private var restDue: Int?
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
    let location = location
    return { record.prepare(memory.recall($0, address: address, from: location)) }
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
      memory.recall(state.document, address: address, from: location)
    }
    hasBegun = true
    beginning = nil
    if let document = recall.document { state.replace(with: Reading(document)) }
    knownPatterns = state.searchedPatterns.count
    if let view = recall.view {
      state.takeKept(recall.fullTexts)
      state.restore(view, arrivals: recall.arrivals, keepsPlace: keepsPlace)
      state.goOn(
        recall.news,
        seen: recall.seen,
        removed: recall.removed,
        since: Moment(recall.lastOpened).since(Clock.now)
      )
      state.sortAgain(by: view.order)
      // What is new may be what it asks for.
      state.filterAgain(by: view.filter)
    }
    due = Clock.milliseconds + Self.delay
  }

  // MARK: Pages

  /// Keeps what `opened` was read from, to be read again without the net and to be compared: a page
  /// that was fetched at once, a file with what is written next.
  func keep(_ opened: OpenDocument) {
    guard !isForgotten else { return }
    if let page = opened.page {
      if !page.isKept { memory.keep(page) }
    } else {
      record.keep(opened)
    }
  }

  /// Finds the page that was kept when a document was fetched the last time, and says why that is
  /// shown in place of the page as it is by now; may be called on any thread.
  var keptPage: @Sendable (OpenDocument, String) -> KeptDocument? {
    let memory = memory
    return { memory.keptPage(of: $0, because: $1) }
  }

  /// Makes a list of the versions of the document that are kept, `nil` if there are none; may be called
  /// on any thread.
  ///
  /// The document is read from `source` and looked at as `state` says.
  func versions(of source: OpenDocument, _ state: AppState) -> @Sendable () -> OpenDocument? {
    if due != nil { write(state, at: Clock.milliseconds) }
    let (memory, record) = (memory, record)
    return {
      memory.finishWriting()
      guard let (names, document) = record.identity else { return nil }
      return memory.versions(of: source, names, document)?.list
    }
  }

  // MARK: Forgetting

  /// Removes all that is remembered of the document; nothing more is written of it.
  func forget() {
    isForgotten = true
    (due, restDue) = (nil, nil)
    let (memory, record, location) = (memory, record, location)
    memory.writer.submit(
      { store throws(DatabaseError) in
        try record.forget(in: store, memory, location: location)
      },
      about: subject
    )
  }

  // MARK: Writing

  /// Puts the patterns of earlier sessions in front of those that were searched for in this one, once
  /// they are known.
  func takePatterns(into state: inout AppState) {
    let earlier = memory.patterns.receive().flatMap { $0 }
    guard !earlier.isEmpty else { return }
    let own = state.searchedPatterns.count
    state.recall(searchedPatterns: earlier)
    knownPatterns += state.searchedPatterns.count - own
  }

  /// How long until something is to be written, in milliseconds; `nil`: there is nothing.
  func interval(at now: Int) -> Int? {
    if let next = [due, restDue].compactMap({ $0 }).min() { return max(0, next - now) }
    return memory.writer.isBehind ? 5 * Self.delay : nil
  }

  /// Takes note of what the user did until `now`, in milliseconds.
  func note(_ state: AppState, at now: Int) {
    guard !isForgotten, hasBegun, let written else { return }
    let isOther = !state.document.text.isIdentical(to: written.document.text)
    if isOther || !state.keepsSame(as: written) || state.searchedPatterns.count != knownPatterns {
      due = min(due ?? .max, max(now, lastWriting + Self.delay))
    } else if !state.standsSame(as: written) {
      restDue = now + Self.rest + state.document.comments.count / Self.commentsPerMillisecond
    }
  }

  /// Has what is due written.
  func writeIfDue(_ state: AppState, at now: Int) {
    if let next = [due, restDue].compactMap({ $0 }).min(), next <= now {
      write(state, at: now)
    } else if due == nil {
      memory.writer.retry()
    }
  }

  /// Has written what was not, as the document is left.
  func close(_ state: AppState) {
    guard due != nil || restDue != nil else { return }
    write(state, at: Clock.milliseconds)
  }

  private func write(_ state: AppState, at now: Int) {
    (due, restDue) = (nil, nil)
    guard !isForgotten, hasBegun, !state.reading.isPartial else { return }
    written = state
    lastWriting = now
    let patterns = Array(state.searchedPatterns.dropFirst(knownPatterns))
    knownPatterns += patterns.count
    record.add(patterns)
    let (memory, record, location, opened) = (memory, record, location, opened)
    memory.writer.submit(
      { store throws(DatabaseError) in
        let new = try record.write(state, location: location, opened: opened, to: store)
        guard let new else { return }
        if new.hasNewText { memory.index(state.reading, new.names, location: location) }
        if let source = new.source { memory.keep(file: source, new.names) }
      },
      about: subject
    )
  }
}
