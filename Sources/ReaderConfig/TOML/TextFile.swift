import Glibc

/// Reads small text files: settings and themes.
enum TextFile {
  /// Why a file could not be read.
  enum Failure: Error, Hashable, CustomStringConvertible {
    case missing
    case unreadable(reason: String)
    case tooLarge
    case notUTF8

    var description: String {
      switch self {
      case .missing: "no such file"
      case .unreadable(let reason): reason
      case .tooLarge: "larger than \(TextFile.limit / 1024) KiB; is this the right file?"
      case .notUTF8: "not UTF-8; save it as UTF-8"
      }
    }
  }

  /// The largest file that is read, in bytes.
  static let limit = 1 << 20

  /// Whether there is a file or a folder at `path`.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The text of the file at `path`.
  static func read(_ path: String) throws(Failure) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16384)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(errno) }
      if count == 0 { break }
      bytes += chunk[..<count]
      guard bytes.count <= limit else { throw .tooLarge }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    return text
  }

  private static func failure(_ code: Int32) -> Failure {
    code == ENOENT ? .missing : .unreadable(reason: String(cString: strerror(code)).lowercased())
  }

  /// The names of the files in the folder at `path`, sorted; none if it cannot be read.
  static func names(inFolder path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names.sorted()
  }
}
