import ReaderUI
import SiteAccess
import SystemServices

/// Remembering the document, and going on where it was left.
extension Runtime {
  /// Goes on with the document as it was left, once all of it is there.
  ///
  /// Of a list it is remembered how it was looked at and what was read of its entries.
  func recall(keepingPlace: Bool = false) {
    guard let listing = state.list?.listing else {
      memory?.open(&state, keepsPlace: keepingPlace)
      return
    }
    memory = nil
    guard let session else { return }
    for index in session.kept(in: listing) { state.mark(entry: index, isKept: true) }
    guard let location = source.rememberedLocation ?? source.homeLocation else { return }
    let memory = ListMemory(session, location: location)
    memory.open(&state, marksEntries: !source.isHome)
    listMemory = memory
  }

  /// Looks up the first document of the session once its beginning is on the screen: opening a database
  /// takes longer than drawing that.
  func recallAfterFirstScreen() {
    guard recallsLate else { return }
    recallsLate = false
    if session?.hasHistory == true { draw() }
    recall()
  }

  /// Takes note of what was done since, and has written what is due; `isIdle`: nothing was.
  func remember(isIdle: Bool = false) {
    let now = Clock.milliseconds
    listMemory?.note(state, at: now)
    guard let memory, !isFetching, !state.reading.isPartial else { return }
    if !isIdle { memory.note(state, at: now) }
    memory.writeIfDue(state, at: now)
  }

  /// Has written what was not, as the page is left.
  func closeMemory() {
    memory?.close(state)
    listMemory?.close(state)
  }

  /// Removes all that is remembered of the document.
  func forget() {
    guard let memory else { return state.say("nothing is remembered of this") }
    memory.forget()
    state.visit.isRemembered = false
    state.say("forgotten; nothing more is remembered of this document in this session")
  }

  /// Keeps what was read, or has to be read again: a page that was fetched, a file.
  func keep(_ opened: OpenDocument) {
    if let memory {
      memory.keep(opened)
    } else if state.list != nil, let page = opened.page, !page.isKept {
      session?.keep(page)
    }
  }
}
