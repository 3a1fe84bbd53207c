import Glibc

/// The clocks of the machine.
package enum Clock {
  /// Seconds since 1970-01-01T00:00Z.
  package static var now: Int64 { Int64(time(nil)) }

  /// Milliseconds on a clock that is never set, since an arbitrary start.
  package static var milliseconds: Int {
    var moment = timespec()
    clock_gettime(CLOCK_MONOTONIC, &moment)
    return moment.tv_sec * 1000 + moment.tv_nsec / 1_000_000
  }
}
