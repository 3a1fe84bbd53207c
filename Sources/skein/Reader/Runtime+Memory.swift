import ReaderUI
import SiteAccess
import SystemServices

/// Remembering the document, and going on where it was left.
extension Runtime {
  /// Goes on with the document as it was left, once all of it is there.
  ///
  /// Of a list no more is remembered than what was read of its entries.
  func recall(keepingPlace: Bool = false) {
    guard let listing = state.list?.listing else {
      memory?.open(&state, keepsPlace: keepingPlace)
      return
    }
    if let history {
      if !source.isHome, let marked = history.marked(listing) { state.mark(asIn: marked) }
      for index in history.kept(in: listing) { state.mark(entry: index, isKept: true) }
    }
    memory = nil
  }

  /// Takes note of what was done since, and has written what is due.
  func remember() {
    guard let memory, !isFetching, !state.reading.isPartial else { return }
    let now = Clock.milliseconds
    memory.note(state, at: now)
    memory.writeIfDue(state, at: now)
  }

  /// Removes all that is remembered of the document.
  func forget() {
    guard let memory else { return state.say("nothing is remembered in this session") }
    memory.forget()
    state.visit.isRemembered = false
    state.say("forgotten; nothing more is remembered of this document in this session")
  }

  /// Keeps a page that was fetched.
  func keep(_ opened: OpenDocument) {
    if let page = opened.page, !page.isKept { memory?.keep(page) }
  }
}
