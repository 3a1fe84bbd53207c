import SystemServices

/// How long a program that works for a request may run.
///
/// A program of the user's `PATH` need not be the one its name says, and keep to no time of its own.
struct Patience {
  /// The host that is asked, for the error.
  let host: String
  /// When the program is given up, in milliseconds of `Clock`.
  let end: Int
  let cancellation: Cancellation

  /// Gives up after some seconds from now, or when it is cancelled.
  init(seconds: Int, for host: String, _ cancellation: Cancellation) {
    self.host = host
    end = Clock.milliseconds + seconds * 1000
    self.cancellation = cancellation
  }

  /// Throws if the time is over or the work has been cancelled.
  func check() throws(FetchError) {
    if cancellation.isCancelled { throw .cancelled }
    guard Clock.milliseconds < end else { throw .timedOut(host) }
  }

  /// The exit status of a program whose output has ended; waits for it.
  func status(of process: inout PipedProcess) throws(FetchError) -> Int32 {
    while true {
      if let status = process.wait(within: 50) { return status }
      try check()
    }
  }
}
