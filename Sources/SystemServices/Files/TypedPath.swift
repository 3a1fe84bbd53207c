/// Paths that are typed into the reader, where no shell expands them.
package enum TypedPath {
  /// `path` with the home folder in place of a `~` that is its first step, and values in place of
  /// `$NAME` and `${NAME}`; variables that are not set stay as they are typed, as do web addresses.
  package static func expanded(
    _ path: String,
    variable: (String) -> String? = { Environment.value(of: $0) }
  ) -> String {
    guard !path.contains("://") else { return path }
    var rest = path[...]
    var expanded = ""
    if path == "~" || path.hasPrefix("~/"), let home = variable("HOME") {
      expanded = home
      rest = rest.dropFirst()
    }
    while let dollar = rest.firstIndex(of: "$") {
      expanded += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      let isBraced = rest.first == "{"
      let name = rest.drop { $0 == "{" && isBraced }.prefix { $0.isASCII && isPart($0) }
      let end = name.endIndex
      let isClosed = !isBraced || end < rest.endIndex && rest[end] == "}"
      guard isClosed, !name.isEmpty, let value = variable(String(name)) else {
        expanded += "$"
        continue
      }
      expanded += value
      rest = rest[(isBraced ? rest.index(after: end) : end)...]
    }
    return expanded + rest
  }

  /// The variables in `path` that are not set, each as it is typed; O(length).
  package static func unset(
    in path: String,
    variable: (String) -> String? = { Environment.value(of: $0) }
  ) -> [String] {
    let parts = expanded(path, variable: variable).split(
      separator: "$",
      omittingEmptySubsequences: false
    )
    return parts.dropFirst().compactMap { part in
      let name = part.drop { $0 == "{" }.prefix { $0.isASCII && isPart($0) }
      let isName = name.first?.isNumber == false
      return isName && variable(String(name)) == nil ? "$" + name : nil
    }
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
