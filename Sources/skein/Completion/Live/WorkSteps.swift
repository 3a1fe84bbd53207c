import Synchronization

/// Counts the steps of a search for full texts, from any thread.
final class WorkSteps: Sendable {
  private let done = Atomic(0)
  private let count: Int
  private let work: CompletionWork

  /// So many steps to go.
  init(_ count: Int, _ work: CompletionWork) {
    self.count = count
    self.work = work
  }

  /// One more is done.
  func advance() {
    let (_, now) = done.add(1, ordering: .relaxed)
    work.report(Double(now) / Double(max(count, 1)))
  }
}
