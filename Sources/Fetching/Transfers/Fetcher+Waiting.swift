import SystemServices

extension Fetcher {
  /// How many seconds a site is waited for that asks for a moment, and how often.
  private static let (longestWait, mostWaits) = (20, 3)

  /// Fetches as `fetch` does; where a site is overloaded and names a time to come back, waits for it,
  /// if that is not long.
  ///
  /// `progress` is told each second how long the wait still is.
  package func fetchPatiently(
    _ request: FetchRequest,
    cancellation: Cancellation = Cancellation(),
    progress: (FetchProgress) -> Void = { _ in }
  ) throws(FetchError) -> FetchAnswer {
    var answer = try fetch(request, cancellation: cancellation, progress: progress)
    for _ in 0..<Self.mostWaits {
      guard let seconds = answer.retryAfter, seconds <= Self.longestWait else { break }
      for left in stride(from: seconds, to: 0, by: -1) {
        progress(FetchProgress(received: 0, expected: nil, waiting: left))
        guard cancellation.holds(off: 1000) else { throw .cancelled }
      }
      answer = try fetch(request, cancellation: cancellation, progress: progress)
    }
    return answer
  }
}
