import Glibc

/// The environment of the process.
package enum Environment {
  /// The value of the variable `name`; `nil` if it is not set or empty.
  ///
  /// What in it is not UTF-8 is as `FilePath.text` has it.
  package static func value(of name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return FilePath(value).text
  }
}
