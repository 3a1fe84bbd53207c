import CBuild

/// Which skein this is.
enum Version {
  /// The number of the release.
  static let number = "0.1.0"

  /// What `--version` tells: the number and, of a package, the commit it was built from.
  static var text: String {
    let commit = String(cString: cb_commit())
    return commit.isEmpty ? number : "\(number) (\(commit))"
  }
}
