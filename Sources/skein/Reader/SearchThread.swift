import ReaderUI
import SystemServices
import Synchronization
import TextSearch

/// Runs searches on a thread in the background, so that no pattern keeps a key waiting.
///
/// One search runs at a time: a new one begins when the one before it has noticed that it is not
/// wanted any more, which takes a second at most.
final class SearchThread: Sendable {
  /// How long a search goes on before it is shown how far it is, in milliseconds: at first, and then.
  private static let (firstStretch, stretch) = (10, 40)

  private struct State {
    /// The search that is to run, or runs; `nil` if none does.
    var identity: ActiveSearch.Identity?
    /// How it stands before it has begun.
    var waiting: DocumentSearch?
    /// How it stands, if that has changed since `newest` was called.
    var newest: DocumentSearch?
    var hasThread = false
  }

  private let state = Mutex(State())
  private let wake: @Sendable () -> Void

  /// A thread that calls `wake` after each change of what `newest` returns.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Runs `search` in place of the one before; returns whether it has begun, and did not run already.
  func run(_ search: DocumentSearch, as identity: ActiveSearch.Identity) -> Bool {
    let (isNew, needsThread) = state.withLock { state in
      guard state.identity !== identity else { return (false, false) }
      let hadThread = state.hasThread
      state = State(identity: identity, waiting: search, newest: nil, hasThread: true)
      return (true, !hadThread)
    }
    if needsThread { BackgroundThread.start { self.work() } }
    return isNew
  }

  /// Ends the search that runs, if there is one.
  func stop() {
    state.withLock { $0 = State(identity: nil, waiting: nil, newest: nil, hasThread: $0.hasThread) }
  }

  /// How the search stands; `nil` if nothing has changed since the last call, or another one runs.
  func newest(of identity: ActiveSearch.Identity) -> DocumentSearch? {
    state.withLock { state in
      guard state.identity === identity else { return nil }
      defer { state.newest = nil }
      return state.newest
    }
  }

  private func work() {
    while let (identity, search) = next() { run(search, for: identity) }
  }

  private func next() -> (ActiveSearch.Identity, DocumentSearch)? {
    state.withLock { state in
      guard let identity = state.identity, let search = state.waiting else {
        state.hasThread = false
        return nil
      }
      state.waiting = nil
      return (identity, search)
    }
  }

  private func run(_ search: DocumentSearch, for identity: ActiveSearch.Identity) {
    var search = search
    var (isDone, patience) = (false, Self.firstStretch)
    while !isDone, isWanted(identity) {
      let end = Clock.milliseconds + patience
      repeat {
        isDone = search.advance { self.isWanted(identity) }
      } while !isDone && Clock.milliseconds < end
      patience = Self.stretch
      let isWanted = state.withLock { state in
        guard state.identity === identity else { return false }
        state.newest = search
        return true
      }
      if isWanted { wake() }
    }
  }

  private func isWanted(_ identity: ActiveSearch.Identity) -> Bool {
    state.withLock { $0.identity === identity }
  }
}
