import Glibc

/// Measures how much work things are.
///
/// Counts the time a processor spends, not that of the clock on the wall, so that other programs
/// on the machine matter little. What runs here runs on one thread.
enum Stopwatch {
  /// Milliseconds of work since the program started.
  static var now: Double {
    var moment = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &moment)
    return Double(moment.tv_sec) * 1000 + Double(moment.tv_nsec) / 1e6
  }

  /// Milliseconds of work that programs started from here did, once they are over.
  static var nowOfOthers: Double {
    var usage = rusage()
    getrusage(-1, &usage)
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    return Double(seconds) * 1000 + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3
  }

  /// The median of the milliseconds `body` takes in `rounds` rounds.
  static func median(of rounds: Int, _ body: () -> Void) -> Double {
    median(
      (0..<rounds).map { _ in
        let start = now
        body()
        return now - start
      }
    )
  }

  /// The middle one of `values`.
  static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  /// The most memory the program has had so far, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    getrusage(0, &usage)
    return usage.ru_maxrss * 1024
  }
}
