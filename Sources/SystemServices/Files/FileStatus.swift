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
    /// A device that takes text byte by byte: a terminal, or `/dev/full`.
    case stream
    /// A device that holds a disk or a part of one.
    case disk
    /// Any other device. To open it may do something already, and nobody may ever take what is
    /// written to it, as with a new terminal from `/dev/ptmx`.
    case device
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
  /// When its content was changed last, in seconds since 1970.
  package let modified: Int64
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
      case S_IFCHR: Self.kind(ofDevice: status.st_rdev)
      case S_IFBLK: .disk
      default: .other
      }
    size = kind == .regular ? Int(status.st_size) : 0
    modified = Int64(status.st_mtim.tv_sec)
    identity = Identity(device: status.st_dev, number: status.st_ino)
    owner = status.st_uid
    group = status.st_gid
    permissions = status.st_mode & 0o7777
  }

  /// The kind of a device of characters; the numbers are fixed (Linux Allocated Devices).
  private static func kind(ofDevice device: dev_t) -> Kind {
    let major = device >> 8 & 0xFFF | device >> 32 & ~0xFFF
    let minor = device & 0xFF | device >> 12 & ~0xFF
    return switch (major, minor) {
    case (1, 3): .null
    case (1, 7): .stream
    case (5, 2): .device
    // Consoles and serial lines, `/dev/tty`, pseudo-terminals; serial lines by USB, of a modem, on a
    // chip; those of a virtual machine.
    case (4...5, _), (136...143, _), (188, _), (166, _), (204, _), (229, _): .stream
    default: .device
    }
  }
}
