import Glibc
import SystemServices

/// Reads small text files: settings and themes.
enum TextFile {
  /// Why a file could not be read.
  enum Failure: Error, Hashable, CustomStringConvertible {
    case missing
    case unreadable(reason: String)
    case tooLarge
    case notUTF8
    /// Another user owns the file.
    case foreign
    case writableByAll

    var description: String {
      switch self {
      case .missing: "no such file"
      case .unreadable(let reason): reason
      case .tooLarge: "larger than \(TextFile.limit / 1024) KiB; is this the right file?"
      case .notUTF8: "not UTF-8; save it as UTF-8"
      case .foreign:
        "belongs to another user, who could run programs as you; use a copy of your own"
      case .writableByAll: "every user can write to it, and so run programs as you; use chmod o-w"
      }
    }

    fileprivate init(_ error: InputError) {
      switch error {
      case .cannotOpen(let error) where error.number == ENOENT: self = .missing
      case .cannotOpen(let error), .cannotRead(let error):
        self = .unreadable(reason: error.description.lowercased())
      case .tooLarge: self = .tooLarge
      case .unsuitable, .unpacksToMore, .cancelled: self = .unreadable(reason: error.reason)
      }
    }
  }

  /// The largest file that is read, in bytes.
  static let limit = 1 << 20

  /// Whether there is a file or a folder at `path`.
  static func exists(_ path: String) -> Bool {
    path.withFileName { access($0, F_OK) } == 0
  }

  /// The text of the file at `path`; nothing but regular files and the null device is read.
  ///
  /// With `isTrusted` it throws if others than the user and the administrator could have written it.
  static func read(_ path: String, isTrusted: Bool = false) throws(Failure) -> String {
    let status: FileStatus
    let bytes: [UInt8]
    do throws(InputError) {
      let file = try InputFile(at: path, of: [.regular, .null])
      let buffer = try InputBuffer(file, limit: limit)
      try buffer.fill(upTo: .max)
      (status, bytes) = (file.status, Array(buffer.bytes))
    } catch {
      throw Failure(error)
    }
    if isTrusted, status.kind == .regular {
      guard [geteuid(), 0].contains(status.owner) else { throw .foreign }
      guard status.permissions & S_IWOTH == 0 else { throw .writableByAll }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    return text
  }

  /// The names of the files in the folder at `path`, sorted; none if it cannot be read.
  static func names(inFolder path: String) -> [String] {
    guard let folder = path.withFileName({ opendir($0) }) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(FilePath(ofEntry: &entry.pointee).text)
    }
    return names.sorted()
  }
}
