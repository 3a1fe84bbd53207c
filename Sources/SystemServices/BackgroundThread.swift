import Glibc
import Synchronization

/// Threads of their own for work that waits for files, the network or other programs.
///
/// Such work must not block the threads of Swift's concurrency, of which there are only a few. Signals
/// are left to the main thread, except those that the thread's own instructions cause.
package enum BackgroundThread {
  /// Runs `work` on a new thread; on the calling one if the system allows no more threads.
  package static func start(_ work: @escaping @Sendable () -> Void) {
    guard let thread = create(work) else { return work() }
    pthread_detach(thread)
  }

  /// Calls `body` for each item, at most `limit` at the same time, and waits for all of them.
  ///
  /// The results have the order of the items.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    atMost limit: Int,
    _ body: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    let queue = WorkQueue<Result>(count: items.count)
    let work: @Sendable () -> Void = {
      while let index = queue.next() { queue.finish(index, body(items[index])) }
    }
    let threads = (1..<max(1, min(limit, items.count))).compactMap { _ in create(work) }
    work()
    for thread in threads { pthread_join(thread, nil) }
    return queue.results
  }

  private static func create(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
    let box = Unmanaged.passRetained(ThreadWork(run: work))
    var thread = pthread_t()
    var (blocked, found) = (sigset_t(), sigset_t())
    sigfillset(&blocked)
    for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS] {
      sigdelset(&blocked, fault)
    }
    // A thread starts with the signals blocked that its creator has.
    pthread_sigmask(SIG_SETMASK, &blocked, &found)
    defer { pthread_sigmask(SIG_SETMASK, &found, nil) }
    let error = pthread_create(
      &thread,
      nil,
      { context in
        let stack = SignalStack()
        if let context { Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().run() }
        stack.remove()
        return nil
      },
      box.toOpaque()
    )
    guard error != 0 else { return thread }
    box.release()
    return nil
  }
}

/// The work of a thread, to be passed through C.
private final class ThreadWork {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) { self.run = run }
}

/// The stack on which the calling thread handles signals, needed once its own has overflowed.
private struct SignalStack {
  private static let size = 1 << 16

  private let memory: UnsafeMutableRawPointer

  init() {
    memory = .allocate(byteCount: Self.size, alignment: 16)
    var stack = stack_t(ss_sp: memory, ss_flags: 0, ss_size: Self.size)
    sigaltstack(&stack, nil)
  }

  func remove() {
    var none = stack_t(ss_sp: nil, ss_flags: Int32(SS_DISABLE), ss_size: 0)
    sigaltstack(&none, nil)
    memory.deallocate()
  }
}

/// Items that several threads take from, and their results.
private final class WorkQueue<Result: Sendable>: Sendable {
  private let state: Mutex<(next: Int, results: [Result?])>

  init(count: Int) { state = Mutex((0, [Result?](repeating: nil, count: count))) }

  /// The index of the next item that no thread has taken, `nil` if there is none.
  func next() -> Int? {
    state.withLock { state in
      guard state.next < state.results.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  func finish(_ index: Int, _ result: Result) { state.withLock { $0.results[index] = result } }

  /// The results of the finished items.
  var results: [Result] { state.withLock { $0.results.compactMap { $0 } } }
}
