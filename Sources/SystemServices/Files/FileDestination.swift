import Glibc

/// Where a file that is to be written belongs: what a path leads to when its links are followed.
package struct FileDestination: Hashable, Sendable {
  /// What is there before anything is written.
  package enum Occupant: Hashable, Sendable {
    case nothing
    /// A file, which can be replaced.
    case file(FileStatus)
    /// A pipe or a terminal, which is written to as it is.
    case stream
    /// What this program was started with under this number, as `/dev/stderr` and `/dev/fd/3` are;
    /// it is written to as the shell has opened it.
    case descriptor(Int32)
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
  /// Throws `EISDIR` for a folder, `ENOTSUP` for a disk or another device that is no terminal, a socket
  /// or a file the kernel makes up, and
  /// `EBADF` for a descriptor that this program was not started with.
  package init(_ path: String) throws(SystemError) {
    var next = path
    for _ in 0..<Self.linkLimit {
      let (parent, name) = Self.split(next)
      guard let folder = Self.resolved(parent) else { throw .last }
      guard !name.isEmpty, name != ".", name != ".." else { throw SystemError(number: EISDIR) }
      // What is below here stands for an open file, though it looks like a link to another.
      guard !folder.hasPrefix("/proc/") else {
        (self.path, self.folder) = (path, folder)
        occupant = try Self.occupant(of: name, inKernelFolder: folder)
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

  private static func occupant(
    of name: String,
    inKernelFolder folder: String
  ) throws(SystemError) -> Occupant {
    if folder == "/proc/\(getpid())/fd", let number = Int32(name) {
      let flags = fcntl(number, F_GETFD)
      guard flags >= 0, flags & FD_CLOEXEC == 0 else { throw SystemError(number: EBADF) }
      return .descriptor(number)
    }
    switch try FileStatus(at: "\(folder)/\(name)").kind {
    case .pipe, .null, .stream: return .stream
    case .folder: throw SystemError(number: EISDIR)
    case .regular, .socket, .disk, .device, .other: throw SystemError(number: ENOTSUP)
    }
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
    case .socket, .disk, .device, .other: throw SystemError(number: ENOTSUP)
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
