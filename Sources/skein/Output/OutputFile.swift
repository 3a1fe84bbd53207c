import DocumentExport
import Glibc
import SystemServices

/// Messages for the user, apart from the output.
enum StandardError {
  /// Writes a line.
  static func write(_ message: String) {
    var line = message + "\n"
    line.withUTF8 { text in
      _ = Glibc.write(STDERR_FILENO, text.baseAddress, text.count)
    }
  }
}

/// A file or standard output, for writing.
///
/// If the reading end of a pipe is closed, as by `head`, writing ends without an error.
final class OutputFile {
  private let descriptor: Int32
  private let closes: Bool
  /// The error number of the first write that failed, else 0.
  private(set) var failure: Int32 = 0

  /// Opens standard output, or creates or empties the file at `path`.
  ///
  /// With `mustBeNew` it throws if the file exists.
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
        throw Failure("\(path): already exists; choose another name")
      }
      throw Failure("\(path): cannot write: \(SystemError.last)")
    }
  }

  /// Writes what `body` puts into the sink, also if it throws; throws if writing fails.
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
