import DocumentExport
import Glibc
import SystemServices

/// Messages for the person at the terminal.
enum StandardError {
  /// Writes a line.
  static func write(_ message: String) {
    var line = message + "\n"
    line.withUTF8 { text in
      _ = Glibc.write(STDERR_FILENO, text.baseAddress, text.count)
    }
  }
}

/// A file descriptor that an export is written to.
///
/// A reader that goes away ends the writing without a word, as a pipe into `head` should.
final class OutputFile {
  private let descriptor: Int32
  private let closes: Bool
  /// The error number of the first write that failed, else 0.
  private(set) var failure: Int32 = 0

  /// Standard output, or the file at `path`, made or emptied; one that must be new is only made.
  init(path: String?, mustBeNew: Bool = false) throws {
    signal(SIGPIPE, SIG_IGN)
    guard let path, path != "-" else {
      descriptor = STDOUT_FILENO
      closes = false
      return
    }
    let mode = mustBeNew ? O_EXCL : O_TRUNC
    descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | mode, 0o666)
    closes = true
    guard descriptor >= 0 else {
      if mustBeNew, errno == EEXIST {
        throw Failure("\(path) exists already; choose another name")
      }
      throw Failure("\(path): cannot write: \(SystemError.last)")
    }
  }

  /// Writes what `body` puts into the sink, up to where it fails if it does; errors of the disk are
  /// thrown.
  func write(_ body: (inout ByteSink) throws -> Void) throws {
    var sink = ByteSink { self.writeAll($0) }
    defer { if closes { close(descriptor) } }
    do {
      try body(&sink)
    } catch {
      sink.flush()
      throw error
    }
    sink.flush()
    if failure != 0 && failure != EPIPE {
      throw Failure("cannot write: \(SystemError(number: failure))")
    }
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    while failure == 0, let base = rest.baseAddress, !rest.isEmpty {
      let written = Glibc.write(descriptor, base, rest.count)
      if written < 0 {
        if errno != EINTR { failure = errno }
        continue
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }
}
