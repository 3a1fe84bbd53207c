/// Why a theme cannot be used at all.
package enum ThemeError: Error, Hashable, CustomStringConvertible {
  /// There is no theme `name`; `hint` says what to do.
  case unknown(name: String, hint: String)
  /// The file cannot be read.
  case unreadable(path: String, reason: String)
  /// The file is not TOML.
  case syntax(path: String, line: Int, column: Int, reason: String)
  /// The theme `name`, which is inherited at `place`, a file and line, does not exist.
  case missingParent(place: String, name: String, hint: String)
  /// The themes `names` inherit each other in a cycle.
  case cycle(place: String, names: [String])

  /// What is wrong, where, and what to do about it.
  package var description: String {
    switch self {
    case .unknown(let name, let hint):
      "unknown theme \"\(name)\"\(Self.orList(hint))"
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .syntax(let path, let line, let column, let reason):
      "\(path):\(line):\(column): \(reason)"
    case .missingParent(let place, let name, let hint):
      "\(place): inherits an unknown theme \"\(name)\"\(Self.orList(hint))"
    case .cycle(let place, let names):
      "\(place): themes inherit each other (\(names.joined(separator: " → ")));"
        + " remove one `inherits`"
    }
  }

  /// The hint, or how to list all names if it is empty.
  private static func orList(_ hint: String) -> String {
    hint.isEmpty ? "; `skein themes` lists them" : hint
  }
}
