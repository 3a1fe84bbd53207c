import DocumentModel
import ReaderUI
import ReadingHistory
import SystemServices

/// Remembers how a list is looked at while it is read: its order, its filter, what was left out; of a
/// list that is no page also where the reader was.
///
/// A change is written within a second, but not more often than once a second.
final class ListMemory {
  /// How long changes wait to be written, in milliseconds.
  private static let delay = 1000

  private let memory: ReadingMemory
  private let location: String
  /// Whether the place is remembered: a page of the web has other entries at its top each time.
  private let keepsPlace: Bool
  private let subject: Int
  /// How the list was looked at when that was written last.
  private var written = RememberedList()
  private var lastWriting: Int
  /// When there is something to write, in milliseconds; `nil`: nothing.
  private var due: Int?

  /// A memory of the list at `location`.
  init(_ memory: ReadingMemory, location: String) {
    self.memory = memory
    self.location = location
    keepsPlace = !LinkAddress.isWeb(location)
    subject = memory.newSubject()
    lastWriting = Clock.milliseconds - Self.delay
  }

  /// Brings `state` to what is remembered of the list, and of its entries if it `marksEntries`.
  func open(_ state: inout AppState, marksEntries: Bool) {
    guard let listing = state.list?.listing else { return }
    let location = location
    let found = memory.look { store throws(DatabaseError) in
      (
        try store.list(at: location),
        marksEntries ? try listing.marked(by: store, at: location) : nil
      )
    }
    if let marked = found?.1 { state.mark(asIn: marked) }
    if let list = found?.0 {
      state.arrange(
        order: list.order,
        filter: list.filter,
        hidden: Set(list.hidden),
        focus: list.focus
      )
    }
    written = remembered(state) ?? written
  }

  /// How long until something is to be written, in milliseconds; `nil`: there is nothing.
  func interval(at now: Int) -> Int? { due.map { max(0, $0 - now) } }

  /// Takes note of how the list is looked at, and has written what is due.
  func note(_ state: AppState, at now: Int) {
    // A filter that is being typed is none yet.
    guard state.mode == .reading, let list = remembered(state), list != written else {
      due = nil
      return
    }
    let moment = due ?? max(now, lastWriting + Self.delay)
    due = moment
    if moment <= now { write(list) }
  }

  /// Has written what was not, as the list is left.
  func close(_ state: AppState) {
    guard let list = remembered(state), list != written else { return }
    write(list)
  }

  private func write(_ list: RememberedList) {
    due = nil
    written = list
    lastWriting = Clock.milliseconds
    let location = location
    memory.writer.submit(
      { store throws(DatabaseError) in try store.write(list, at: location) },
      about: subject
    )
  }

  /// How the list of `state` is looked at, `nil` if it shows none.
  private func remembered(_ state: AppState) -> RememberedList? {
    guard let list = state.list else { return nil }
    var remembered = RememberedList()
    remembered.order = list.order == .given ? "" : list.order.rawValue
    remembered.filter = list.filter
    remembered.hidden = list.hidden.sorted()
    if keepsPlace { remembered.focus = list.focus ?? "" }
    return remembered
  }
}
