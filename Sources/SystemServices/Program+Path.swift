import Glibc

extension Program {
  /// Where the program is: a file that may be run, found in `PATH` unless the name has a slash.
  ///
  /// `nil` if there is none.
  package var path: String? {
    guard !name.contains(where: { $0 == "/" }) else {
      return Self.isProgram(name) ? name : nil
    }
    let folders = (Environment.value(of: "PATH") ?? "/usr/bin:/bin")
      .split(separator: ":" as Character, omittingEmptySubsequences: false)
    return folders.lazy.map { ($0.isEmpty ? "." : String($0)) + "/" + name }.first(
      where: Self.isProgram
    )
  }

  private static func isProgram(_ path: String) -> Bool {
    path.withFileName { name in
      var status = stat()
      return stat(name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        && access(name, X_OK) == 0
    }
  }
}
