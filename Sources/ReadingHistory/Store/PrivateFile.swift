import Glibc
import SystemServices

/// Files and folders that are for their owner alone.
enum PrivateFile {
  /// Makes an empty file at `path`, and the folders it is in, unless they are there.
  static func create(at path: String) throws(DatabaseError) {
    let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    try createFolder(at: String(folder))
    let descriptor = path.withFileName {
      open($0, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, 0o600)
    }
    guard descriptor >= 0 else { throw DatabaseError(.last) }
    close(descriptor)
  }

  /// Makes the folder at `path`, and those it is in, unless they are there.
  static func createFolder(at path: String) throws(DatabaseError) {
    var status = stat()
    guard !path.isEmpty, path.withFileName({ stat($0, &status) }) != 0 else { return }
    try createFolder(at: String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)))
    guard path.withFileName({ mkdir($0, 0o700) }) == 0 || errno == EEXIST else {
      throw DatabaseError(.last)
    }
  }
}
