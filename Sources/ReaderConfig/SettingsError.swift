/// Why the settings asked for cannot be used.
package enum SettingsError: Error, Hashable, CustomStringConvertible {
  /// There is no file at `path`.
  case missing(path: String)

  /// What is wrong and what to do about it.
  package var description: String {
    switch self {
    case .missing(let path): "\(path): no such settings file; leave --config out for the usual one"
    }
  }
}
