import Glibc

/// The variables the program was started with.
enum Environment {
  /// The value of the variable `name`; `nil` if it is not set.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
