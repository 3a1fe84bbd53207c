import Glibc
import SystemServices

/// Names of files that mean the same from every folder.
enum AbsolutePath {
  /// The path of the file `name` from the root, without links in it; `name` itself if there is none.
  static func of(_ name: String) -> String {
    guard let path = name.withFileName({ realpath($0, nil) }) else { return name }
    defer { free(path) }
    return FilePath(path).text
  }
}
