import Glibc

/// A system call that failed.
package struct SystemError: Error, Hashable, CustomStringConvertible {
  /// The value of `errno`.
  package let number: Int32

  /// The error `number` stands for.
  package init(number: Int32) { self.number = number }

  /// The error of the system call that failed last on this thread.
  package static var last: SystemError { SystemError(number: errno) }

  /// The system's own words, in English.
  package var description: String { String(cString: strerror(number)) }
}
