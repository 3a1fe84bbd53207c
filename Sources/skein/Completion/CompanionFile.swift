import Glibc

/// The fuller copy of a document that lies beside its file.
enum CompanionFile {
  /// Names of files that may be fuller copies of the one at `path`, the likeliest first.
  ///
  /// For `page.txt` these are `page.full.txt`, then `page.full` and `page-full` with each ending
  /// skein reads: `txt`, `html`, `htm`, `json`, `xml`. Nothing for addresses, and for files that
  /// are called so themselves.
  static func names(beside path: String) -> [String] {
    guard !path.contains("://"), path != "-" else { return [] }
    let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let name = path[start...]
    let dot = name.dropFirst().lastIndex(of: ".") ?? name.endIndex
    let stem = path[..<dot]
    guard !name.isEmpty, !stem.hasSuffix(".full"), !stem.hasSuffix("-full") else { return [] }
    var endings = ["txt", "html", "htm", "json", "xml"]
    let own = String(name[dot...].dropFirst())
    endings.removeAll { $0 == own }
    endings.insert(own, at: 0)
    return [".full", "-full"].flatMap { mark in
      endings.map { $0.isEmpty ? stem + mark : stem + mark + "." + $0 }
    }
  }

  /// The first of `names(beside:)` that can be read, `nil` if none can.
  static func find(beside path: String) -> String? {
    names(beside: path).first { access($0, R_OK) == 0 }
  }
}
