import Glibc

/// What the system knows of a file besides its content.
package struct FileStatus: Hashable, Sendable {
  /// What kind of file it is.
  package enum Kind: Hashable, Sendable {
    case regular
    case folder
    /// A pipe, with a name or without.
    case pipe
    case socket
    /// The device that is always empty and takes everything.
    case null
    /// A device that is read and written byte by byte, such as a terminal.
    case stream
    /// A device that holds a disk or a part of one.
    case disk
    /// A link whose target is not looked at, or what this program knows nothing of.
    case other
  }

  /// What tells a file from all others of the machine; two paths to one file have the same.
  package struct Identity: Hashable, Sendable {
    fileprivate let device: dev_t
    fileprivate let number: ino_t
  }

  /// The kind of the file.
  package let kind: Kind
  /// The length in bytes; 0 if it is not known, as of pipes and of files the kernel makes up.
  package let size: Int
  /// Which file it is.
  package let identity: Identity
  /// The user the file belongs to.
  package let owner: uid_t
  /// The group the file belongs to.
  package let group: gid_t
  /// The twelve bits of permission.
  package let permissions: mode_t

  /// The status of an open file.
  package init(of descriptor: Int32) throws(SystemError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    self.init(status)
  }

  /// The status of the file at `path`, and if `followsLinks` of what a link there leads to.
  package init(at path: String, followsLinks: Bool = true) throws(SystemError) {
    var status = stat()
    let result = path.withFileName { followsLinks ? stat($0, &status) : lstat($0, &status) }
    guard result == 0 else { throw .last }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      // The number of this device is fixed (Linux Allocated Devices).
      case S_IFCHR: status.st_rdev == 1 << 8 | 3 ? .null : .stream
      case S_IFBLK: .disk
      default: .other
      }
    size = kind == .regular ? Int(status.st_size) : 0
    identity = Identity(device: status.st_dev, number: status.st_ino)
    owner = status.st_uid
    group = status.st_gid
    permissions = status.st_mode & 0o7777
  }
}
