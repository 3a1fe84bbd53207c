import ReaderUI
import SystemServices

/// Remembering the document, and going on where it was left.
extension Runtime {
  /// Goes on with the document as it was left, once all of it is there.
  ///
  /// Of a list nothing is remembered here.
  func recall(keepingPlace: Bool = false) {
    guard state.list == nil else { return memory = nil }
    memory?.open(&state, keepsPlace: keepingPlace)
  }

  /// Takes note of what was done since, and has written what is due.
  func remember() {
    guard let memory, !isFetching, !state.reading.isPartial else { return }
    let now = Clock.milliseconds
    memory.note(state, at: now)
    memory.writeIfDue(state, at: now)
  }
}
