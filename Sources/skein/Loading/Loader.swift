import ReaderUI
import SystemServices

/// Loads in the background: at most one job of each kind of work at a time.
///
/// A new job cancels the one of its kind before it. What a job reports after it was cancelled is
/// dropped, so a job that fails or is cancelled can be started again at once; none waits for
/// another.
struct Loader<Output: Sendable> {
  /// What a job reports to the event loop.
  enum Report: Sendable {
    /// How far it is.
    case progress(Progress)
    /// A first result; more follows.
    case partial(Output)
    /// The last result; the job is over.
    case finished(Output)
  }

  fileprivate struct Message: Sendable {
    let job: Job
    let report: Report
  }

  /// One job, as the thread that does it sees it.
  struct Job: Sendable {
    /// Tells the job to end.
    let cancellation = Cancellation()
    fileprivate let work: Work
    fileprivate let channel: Channel<Message>

    /// Reports how far the job is.
    func report(_ progress: Progress) { send(.progress(progress)) }

    /// Reports a result before the job is over.
    func report(_ output: Output) { send(.partial(output)) }

    fileprivate func send(_ report: Report) {
      channel.send(Message(job: self, report: report))
    }
  }

  private let channel: Channel<Message>
  private var jobs: [Work: Job] = [:]
  /// Messages taken out of the channel but not returned yet, the oldest first.
  private var received: ArraySlice<Message> = []

  /// A loader without jobs; calls `wake` on a thread in the background after each report.
  init(wake: @escaping @Sendable () -> Void) { channel = Channel(wake: wake) }

  /// Starts `body` on a thread of its own; what it returns is the last report.
  mutating func start(_ work: Work, _ body: @escaping @Sendable (Job) -> Output) {
    cancel(work)
    let job = Job(work: work, channel: channel)
    jobs[work] = job
    BackgroundThread.start { job.send(.finished(body(job))) }
  }

  /// Cancels the job of this kind, if there is one; nothing more of it is received.
  mutating func cancel(_ work: Work) {
    jobs.removeValue(forKey: work)?.cancellation.cancel()
  }

  /// Tells the job of this kind to end with what it has, which is still received.
  func end(_ work: Work) { jobs[work]?.cancellation.cancel() }

  /// The oldest report of a job that was not cancelled; `nil` if there is none.
  mutating func nextReport() -> (work: Work, report: Report)? {
    if received.isEmpty { received = channel.receive()[...] }
    while let message = received.popFirst() {
      let work = message.job.work
      guard jobs[work]?.cancellation === message.job.cancellation else { continue }
      if case .finished = message.report { jobs[work] = nil }
      return (work, message.report)
    }
    return nil
  }
}
