import Glibc

/// An open file to read.
///
/// Neither opening nor reading waits for anything that could not be cancelled, such as a pipe that
/// nobody writes to yet. Nothing is mapped, so a file that shrinks cannot end the program.
package final class InputFile: Sendable {
  /// The most that is read of a file whose size is not known, such as a pipe, in bytes.
  package static let pipeLimit = 256 << 20

  /// How often a wait looks whether it has been cancelled, in milliseconds.
  private static let patience: Int32 = 50

  /// What the file was when it was opened.
  package let status: FileStatus
  private let descriptor: Int32
  private let isOwn: Bool

  /// Opens the file at `path`; one that is not of `kinds` is not even opened.
  package init(
    at path: String,
    of kinds: Set<FileStatus.Kind> = [.regular, .pipe, .null]
  ) throws(InputError) {
    try Self.check(Self.status(at: path), isOf: kinds)
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    descriptor = path.withFileName { open($0, flags) }
    guard descriptor >= 0 else { throw .cannotOpen(.last) }
    isOwn = true
    status = try Self.status(of: descriptor)
    // Another file may have taken the place meanwhile.
    try Self.check(status, isOf: kinds)
  }

  /// Standard input: a file, a pipe, a socket, or the keyboard.
  package init(standardInput: ()) throws(InputError) {
    (descriptor, isOwn) = (STDIN_FILENO, false)
    status = try Self.status(of: descriptor)
    let isKeyboard = status.kind == .stream && isatty(descriptor) == 1
    try Self.check(status, isOf: [.regular, .pipe, .socket, .null, isKeyboard ? .stream : .null])
  }

  deinit { if isOwn { close(descriptor) } }

  /// Reads at most as many bytes as `buffer` holds, from where the last reading ended; returns how
  /// many, 0 at the end.
  package func read(
    into buffer: UnsafeMutableRawBufferPointer,
    cancellation: Cancellation?
  ) throws(InputError) -> Int {
    while true {
      if status.kind != .regular { try wait(cancellation) }
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR || errno == EAGAIN else { throw .cannotRead(.last) }
    }
  }

  /// Waits until there is something to read, or the end.
  private func wait(_ cancellation: Cancellation?) throws(InputError) {
    var file = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      if let cancellation, cancellation.isCancelled { throw .cancelled }
      if poll(&file, 1, cancellation == nil ? -1 : Self.patience) > 0 { return }
    }
  }

  private static func status(at path: String) throws(InputError) -> FileStatus {
    do { return try FileStatus(at: path) } catch { throw .cannotOpen(error) }
  }

  private static func status(of descriptor: Int32) throws(InputError) -> FileStatus {
    do { return try FileStatus(of: descriptor) } catch { throw .cannotRead(error) }
  }

  private static func check(
    _ status: FileStatus,
    isOf kinds: Set<FileStatus.Kind>
  ) throws(InputError) {
    guard kinds.contains(status.kind) else { throw .unsuitable(status.kind) }
  }
}
