import Fetching
import Synchronization
import SystemServices

/// Sends requests to one site on behalf of one job.
package struct SiteConnection: Sendable {
  /// Does the fetching.
  let fetcher: Fetcher
  /// The site that all addresses must be on, also those it redirects to.
  let site: DocumentSite
  /// The job that the requests are part of.
  let job: SiteJob

  /// How many seconds a request may take.
  private static let timeLimit = 60

  /// The answer of `address`, whatever its status; sends `form` with POST if there is one.
  ///
  /// `address` may be relative to the page. Throws `notOffered` if it is not on the site.
  func send(
    _ address: String,
    form: [FormField]? = nil,
    accept: String? = nil
  ) throws(SiteError) -> FetchAnswer {
    let target = try site.address(address, isForm: form != nil)
    var request = FetchRequest(target, form: form)
    request.redirects = .onSite
    if let accept { request.accept = accept }
    request.totalTime = Self.timeLimit
    do throws(FetchError) {
      return try fetcher.fetch(request, cancellation: job.cancellation)
    } catch {
      throw .failed(error)
    }
  }

  /// The answer of `address` if its status is one of success.
  func fetch(
    _ address: String,
    form: [FormField]? = nil,
    accept: String? = nil
  ) throws(SiteError) -> FetchAnswer {
    let answer = try send(address, form: form, accept: accept)
    do throws(FetchError) {
      return try answer.successful()
    } catch {
      throw .failed(error)
    }
  }

  /// Calls `ask` for each item, several at the same time, and reports each as a step of the job.
  ///
  /// With `firstAlone` the others wait for what the first one finds out. Returns the answers in the
  /// order of the items, or throws the first error among them.
  func collect<Item: Sendable, Answer: Sendable>(
    _ items: [Item],
    firstAlone: Bool = false,
    _ ask: @escaping @Sendable (Item) throws(SiteError) -> Answer
  ) throws(SiteError) -> [Answer] {
    let steps = StepCounter(items.count, of: job)
    let step: @Sendable (Item) -> Result<Answer, SiteError> = { item in
      defer { steps.advance() }
      return Result { () throws(SiteError) in try ask(item) }
    }
    var answers: [Answer] = []
    if firstAlone, let first = items.first { answers.append(try step(first).get()) }
    let rest = Array(items.dropFirst(answers.count))
    for answer in BackgroundThread.map(rest, atMost: Fetcher.parallelRequests, step) {
      answers.append(try answer.get())
    }
    return answers
  }
}

/// A job that asks sites: it can be cancelled, and reports its progress.
package struct SiteJob: Sendable {
  /// Cancels the job.
  package let cancellation: Cancellation
  /// Receives the share that is done, 0 to 1, on any thread.
  let report: @Sendable (Double) -> Void

  /// A job that goes on until `cancellation`.
  package init(
    cancellation: Cancellation = Cancellation(),
    report: @escaping @Sendable (Double) -> Void = { _ in }
  ) {
    self.cancellation = cancellation
    self.report = report
  }
}

/// Counts the finished steps of a job, on any thread.
private final class StepCounter: Sendable {
  private let finished = Atomic(0)
  private let count: Int
  private let job: SiteJob

  init(_ count: Int, of job: SiteJob) {
    self.count = count
    self.job = job
  }

  func advance() {
    let (_, now) = finished.add(1, ordering: .relaxed)
    job.report(Double(now) / Double(max(count, 1)))
  }
}
