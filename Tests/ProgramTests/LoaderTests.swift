import Glibc
import ReaderUI
import Synchronization
import SystemServices
import Testing

@testable import skein

@Suite("Loading in the background")
struct LoaderTests {
  /// A door that jobs wait at.
  private final class Gate: Sendable {
    private let isOpen = Atomic(false)

    func open() { isOpen.store(true, ordering: .relaxed) }

    func wait() { while !isOpen.load(ordering: .relaxed) { usleep(1000) } }
  }

  /// Counts the calls that wake the event loop.
  private final class WakeUps: Sendable {
    private let calls = Mutex(0)

    func note() { calls.withLock { $0 += 1 } }

    var count: Int { calls.withLock { $0 } }
  }

  private typealias Texts = Loader<String>

  /// Waits for the next report, at most five seconds.
  private func nextReport(of loader: inout Texts) -> (Work, Texts.Report)? {
    for _ in 0..<5000 {
      if let report = loader.nextReport() { return report }
      usleep(1000)
    }
    return nil
  }

  private func text(_ report: (Work, Texts.Report)?) -> String {
    switch report?.1 {
    case .progress(let progress): "progress \(progress.label)"
    case .partial(let text): "partial \(text)"
    case .finished(let text): "finished \(text)"
    case nil: "nothing"
    }
  }

  @Test("Progress and results come in the order in which they were reported")
  func order() {
    let wakeUps = WakeUps()
    var loader = Texts { wakeUps.note() }
    loader.start(.loading) { job in
      job.report(Progress(label: "half", share: 0.5))
      job.report("first")
      return "last"
    }
    #expect(text(nextReport(of: &loader)) == "progress half")
    #expect(text(nextReport(of: &loader)) == "partial first")
    #expect(text(nextReport(of: &loader)) == "finished last")
    #expect(loader.nextReport() == nil)
    #expect(wakeUps.count == 3)
  }

  @Test("A cancelled job is told to end, reports nothing more, and its successor does not wait")
  func cancelling() {
    let gate = Gate()
    var loader = Texts {}
    loader.start(.completing) { job in
      while !job.cancellation.isCancelled { usleep(1000) }
      // It hangs, as a slow site or a slow disk does.
      gate.wait()
      job.report(Progress(label: "late", share: nil))
      return "old"
    }
    loader.cancel(.completing)
    loader.start(.completing) { _ in "new" }
    #expect(text(nextReport(of: &loader)) == "finished new")
    gate.open()
    usleep(50_000)
    #expect(loader.nextReport() == nil)
  }

  @Test("A new job cancels the one of its kind, and no other")
  func kinds() {
    let gate = Gate()
    var loader = Texts {}
    loader.start(.loading) { job in
      gate.wait()
      return job.cancellation.isCancelled ? "cancelled" : "more"
    }
    loader.start(.completing) { _ in
      gate.wait()
      return "never seen"
    }
    loader.start(.completing) { _ in "full text" }
    #expect(text(nextReport(of: &loader)) == "finished full text")
    gate.open()
    #expect(text(nextReport(of: &loader)) == "finished more")
  }

  @Test("A report that came in before its job was cancelled is dropped as well")
  func dropping() {
    var loader = Texts {}
    loader.start(.loading) { job in
      job.report("first")
      job.report("second")
      return "last"
    }
    #expect(text(nextReport(of: &loader)) == "partial first")
    usleep(50_000)
    loader.cancel(.loading)
    #expect(loader.nextReport() == nil)
    loader.start(.loading) { _ in "again" }
    #expect(text(nextReport(of: &loader)) == "finished again")
  }
}
