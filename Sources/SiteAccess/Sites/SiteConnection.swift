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

  /// After how many failures of a job no more is asked for.
  private static let patience = 4
  /// How many seconds a request may take.
  private static let timeLimit = 60

  /// The page at `address`, which may be relative to the page of the site.
  func page(_ address: String) throws(SiteError) -> WebPage {
    let request = try request(address, form: nil)
    do throws(FetchError) {
      return try WebPage.fetch(request, by: fetch)
    } catch {
      throw .failed(error)
    }
  }

  /// The answer to `request`; waits as long as the site asks for, if that is not long.
  private func fetch(_ request: FetchRequest) throws(FetchError) -> FetchAnswer {
    try fetcher.fetchPatiently(request, cancellation: job.cancellation)
  }

  private func request(_ address: String, form: [FormField]?) throws(SiteError) -> FetchRequest {
    var request = FetchRequest(try site.address(address, isForm: form != nil), form: form)
    request.redirects = .onSite
    request.totalTime = Self.timeLimit
    return request
  }

  /// The answer of an interface at `address`, whatever its status; sends `form` with POST if there
  /// is one.
  ///
  /// `address` may be relative to the page. Throws `notOffered` if it is not on the site, `unusable`
  /// if the site sends a page in its place, such as one to log in.
  func ask(
    _ address: String,
    form: [FormField]? = nil,
    accept: String
  ) throws(SiteError) -> FetchAnswer {
    var request = try request(address, form: form)
    request.accept = accept
    let answer: FetchAnswer
    do throws(FetchError) {
      answer = try fetch(request)
    } catch {
      throw .failed(error)
    }
    let check = AnswerCheck(ofInterface: answer, asked: request.address)
    if 200...299 ~= answer.status, let reason = check.doubt { throw .unusable(reason) }
    return answer
  }

  /// Calls `ask` for each item, several at the same time, and reports each as a step of the job.
  ///
  /// With `firstAlone` the others wait for what the first one finds out, and are not asked for if that
  /// fails. After a few failures no more is asked for. Throws the first failure if there is no answer
  /// at all.
  func collect<Item: Sendable, Answer: Sendable>(
    _ items: [Item],
    firstAlone: Bool = false,
    _ ask: @escaping @Sendable (Item) throws(SiteError) -> Answer
  ) throws(SiteError) -> Collected<Answer> {
    let steps = StepCounter(items.count, of: job)
    let step: @Sendable (Item) -> Result<Answer, SiteError>? = { item in
      guard steps.failures < Self.patience else { return nil }
      let answer = Result { () throws(SiteError) in try ask(item) }
      steps.advance(hasFailed: answer.isFailure)
      return answer
    }
    var collected = Collected<Answer>(values: [])
    if firstAlone, let first = items.first, let answer = step(first) {
      collected.values.append(try answer.get())
    }
    let rest = Array(items.dropFirst(collected.values.count))
    for answer in BackgroundThread.map(rest, atMost: Fetcher.parallelRequests, step) {
      switch answer {
      case .success(let value): collected.values.append(value)
      case .failure(let error): collected.failure = collected.failure ?? error
      case nil: break
      }
    }
    if let failure = collected.failure, collected.values.isEmpty { throw failure }
    return collected
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
  private let failed = Atomic(0)
  private let count: Int
  private let job: SiteJob

  init(_ count: Int, of job: SiteJob) {
    self.count = count
    self.job = job
  }

  /// How many steps have failed.
  var failures: Int { failed.load(ordering: .relaxed) }

  func advance(hasFailed: Bool) {
    if hasFailed { failed.add(1, ordering: .relaxed) }
    let (_, now) = finished.add(1, ordering: .relaxed)
    job.report(Double(now) / Double(max(count, 1)))
  }
}

extension Result {
  fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}
