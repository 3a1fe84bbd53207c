import Glibc

/// Names of files, to complete what is typed.
enum FileNames {
  /// The paths that begin with `start`, sorted, folders with a slash behind them; at most 500.
  ///
  /// Hidden files only if their dot was typed.
  static func starting(with start: String) -> [String] {
    let folderEnd = start.lastIndex(of: "/").map(start.index(after:)) ?? start.startIndex
    let (folder, name) = (String(start[..<folderEnd]), start[folderEnd...])
    guard let listing = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(listing) }
    var paths: [String] = []
    while paths.count < 500, let entry = readdir(listing) {
      let found = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard found.hasPrefix(name), found != ".", found != "..",
        !found.hasPrefix(".") || name.hasPrefix(".")
      else { continue }
      var status = stat()
      let isFolder = stat(folder + found, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      paths.append(folder + found + (isFolder ? "/" : ""))
    }
    return paths.sorted()
  }
}
