import Synchronization

/// Asks work on other threads to end.
package final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// Work that may go on.
  package init() {}

  /// Asks all work that was given this value to end; may be called on any thread.
  package func cancel() { flag.store(true, ordering: .relaxed) }

  /// Whether the work is to end.
  package var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
