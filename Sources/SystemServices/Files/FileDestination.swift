import Glibc

/// Where a file that is to be written belongs: what a path leads to when its links are followed.
package struct FileDestination: Hashable, Sendable {
  /// What is there before anything is written.
  package enum Occupant: Hashable, Sendable {
    case nothing
    /// A file, which can be replaced.
    case file(FileStatus)
    /// A pipe, a terminal or an open file, which is written to as it is.
    case stream
  }

  /// Links that lead to links are followed so far, as the kernel does.
  private static let linkLimit = 40

  /// The path, absolute and without links; that of a stream as it was given.
  package let path: String
  /// What is at the path.
  package let occupant: Occupant
  /// The folder the file is in.
  let folder: String

  /// Follows `path`; the file need not exist, but its folder must.
  ///
  /// Throws `EISDIR` for a folder and `ENOTSUP` for a disk or a socket.
  package init(_ path: String) throws(SystemError) {
    var next = path
    for _ in 0..<Self.linkLimit {
      let (parent, name) = Self.split(next)
      guard let folder = Self.resolved(parent) else { throw .last }
      guard !name.isEmpty, name != ".", name != ".." else { throw SystemError(number: EISDIR) }
      // What is below here stands for an open file, though it looks like a link to another.
      guard !folder.hasPrefix("/proc/") else {
        (self.path, self.folder, occupant) = (path, folder, .stream)
        return
      }
      let place = folder == "/" ? "/" + name : folder + "/" + name
      guard let target = Self.target(ofLink: place) else {
        (self.path, self.folder) = (place, folder)
        occupant = try Self.occupant(of: place)
        return
      }
      next = target.hasPrefix("/") ? target : folder + "/" + target
    }
    throw SystemError(number: ELOOP)
  }

  private static func occupant(of place: String) throws(SystemError) -> Occupant {
    let status: FileStatus
    do throws(SystemError) {
      status = try FileStatus(at: place, followsLinks: false)
    } catch {
      guard error.number == ENOENT else { throw error }
      return .nothing
    }
    switch status.kind {
    case .regular: return .file(status)
    case .folder: throw SystemError(number: EISDIR)
    case .pipe, .null, .stream: return .stream
    case .socket, .disk, .other: throw SystemError(number: ENOTSUP)
    }
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    return (parent, String(path[path.index(after: slash)...]))
  }

  private static func resolved(_ folder: String) -> String? {
    guard let found = folder.withFileName({ realpath($0, nil) }) else { return nil }
    defer { free(found) }
    return FilePath(found).text
  }

  private static func target(ofLink path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let count = path.withFileName { readlink($0, base, buffer.count - 1) }
      guard count > 0 else { return nil }
      base[count] = 0
      return FilePath(base).text
    }
  }
}
