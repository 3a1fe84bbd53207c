import Glibc
import Synchronization

/// Asks work on other threads to end.
package final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// Work that may go on.
  package init() {}

  /// Asks all work that was given this value to end; may be called on any thread.
  package func cancel() { flag.store(true, ordering: .relaxed) }

  /// Waits for some milliseconds; returns early, and false, if the work is to end.
  package func holds(off milliseconds: Int) -> Bool {
    let end = Clock.milliseconds + milliseconds
    while !isCancelled {
      let left = end - Clock.milliseconds
      guard left > 0 else { return true }
      usleep(UInt32(min(left, 50)) * 1000)
    }
    return false
  }

  /// Whether the work is to end.
  package var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
