import CProcess
import Glibc

/// A file that is written beside its destination and takes the place there once it is whole.
///
/// Nobody sees it before `commit`, which replaces an older file in one step: after a failure, a
/// signal or a power cut the destination holds all of the old content or all of the new. A file that
/// is not committed is removed with the value, and by any signal that ends the program and can be
/// caught. The permissions of the older file are kept, and its owner and group where the system
/// allows; other names of it (hard links) keep the old content.
package final class FileReplacement {
  private let destination: FileDestination
  private let temporary: String
  private var descriptor: Int32
  private var ticket: Int32

  /// Creates an empty file in the folder of `destination`, which must not be a stream.
  ///
  /// Throws `EEXIST` if there is a file already, unless it `overwrites`, and `EACCES` if that file
  /// may not be written.
  package init(at destination: FileDestination, overwrites: Bool) throws(SystemError) {
    self.destination = destination
    var permissions: mode_t = 0o666
    switch destination.occupant {
    case .nothing: break
    case .stream, .descriptor: throw SystemError(number: EINVAL)
    case .file:
      guard overwrites else { throw SystemError(number: EEXIST) }
      let access = destination.path.withFileName { faccessat(AT_FDCWD, $0, W_OK, AT_EACCESS) }
      guard access == 0 else { throw .last }
      permissions = 0o600
    }
    repeat {
      let tag = String(UInt64.random(in: 0...UInt64.max), radix: 36)
      let path = destination.folder + "/.skein-" + tag
      ticket = path.withFileName { cp_unfinished_add($0) }
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
      descriptor = path.withFileName { open($0, flags, permissions) }
      if descriptor >= 0 {
        temporary = path
        return
      }
      let error = SystemError.last
      cp_unfinished_remove(ticket)
      guard error.number == EEXIST else { throw error }
    } while true
  }

  deinit { discard() }

  /// Writes all of `bytes` at the end.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    try descriptor.writeAll(bytes)
  }

  /// Puts the file in its place, on the disk; nothing can be written any more.
  ///
  /// Throws `EEXIST` if a file has appeared where none was.
  package func commit() throws(SystemError) {
    guard descriptor >= 0 else { throw SystemError(number: EBADF) }
    if case .file(let older) = destination.occupant { try adopt(older) }
    guard fsync(descriptor) == 0 else { throw .last }
    let closing = close(descriptor)
    descriptor = -1
    guard closing == 0 else { throw .last }
    try move()
    cp_unfinished_remove(ticket)
    ticket = -1
    syncFolder()
  }

  /// Removes the file if it has not taken its place.
  private func discard() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    guard ticket != -1 else { return }
    _ = temporary.withFileName { unlink($0) }
    cp_unfinished_remove(ticket)
    ticket = -1
  }

  private func adopt(_ older: FileStatus) throws(SystemError) {
    let own = try FileStatus(of: descriptor)
    var isOwnerKept = own.owner == older.owner && own.group == older.group
    if !isOwnerKept {
      isOwnerKept = fchown(descriptor, older.owner, older.group) == 0
      // Without privileges the group alone may be kept.
      if !isOwnerKept { _ = fchown(descriptor, uid_t.max, older.group) }
    }
    let permissions = isOwnerKept ? older.permissions : older.permissions & 0o777
    guard fchmod(descriptor, permissions) == 0 else { throw .last }
  }

  private func move() throws(SystemError) {
    if destination.occupant == .nothing {
      // Unlike `rename`, this never replaces a file.
      let linked = temporary.withFileName { old in
        destination.path.withFileName { link(old, $0) }
      }
      if linked == 0 {
        _ = temporary.withFileName { unlink($0) }
        return
      }
      let error = SystemError.last
      guard [EPERM, ENOTSUP, ENOSYS].contains(error.number) else { throw error }
      guard destination.path.withFileName({ access($0, F_OK) }) != 0 else {
        throw SystemError(number: EEXIST)
      }
    }
    let renamed = temporary.withFileName { old in
      destination.path.withFileName { rename(old, $0) }
    }
    guard renamed == 0 else { throw .last }
  }

  /// Makes the new name last; some file systems cannot, and the file is in its place anyway.
  private func syncFolder() {
    let folder = destination.folder.withFileName {
      open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}

extension Int32 {
  /// Writes all of `bytes` to this descriptor; waits until that is done, even if it does not block.
  package func writeAll(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let count = Glibc.write(self, base, rest.count)
      if count < 0 {
        guard errno == EINTR || errno == EAGAIN else { throw .last }
        var file = pollfd(fd: self, events: Int16(POLLOUT), revents: 0)
        if errno == EAGAIN { poll(&file, 1, -1) }
        continue
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}
