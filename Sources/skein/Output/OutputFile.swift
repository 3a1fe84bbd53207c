import DocumentExport
import Glibc
import SystemServices
import Terminal

/// A file or standard output, for writing.
///
/// A file takes its place only when all of it has been written. A terminal receives `VisibleText`,
/// files and pipes what is written. If the reading end of a pipe is closed, as by `head`, writing ends
/// without an error.
final class OutputFile {
  /// What becomes of a file that is there already.
  enum Rule {
    /// It is replaced.
    case replaces
    /// It stays, and nothing is written; the advice says how else to write.
    case keeps(advice: String)
  }

  private enum Place {
    /// An open descriptor, and whether it is closed at the end.
    case stream(Int32, isOwn: Bool)
    case file(FileReplacement)
  }

  private let place: Place
  private let name: String
  /// Makes visible what goes to a terminal.
  private lazy var encoder = isTerminal ? VisibleTextEncoder(.lines, .ofTerminal) : nil
  /// The error of the first write that failed.
  private var failure: SystemError?

  /// Opens standard output if `path` is `nil` or `-`, else the file at `path`.
  ///
  /// Throws if the output is one of `sources`, which are paths, addresses or `-`.
  init(path: String?, ifThere rule: Rule = .replaces, sources: [String] = []) throws {
    // The writes that fail say so themselves.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let output = try? FileStatus(of: STDOUT_FILENO)
    guard let path, path != "-" else {
      (place, name) = (.stream(STDOUT_FILENO, isOwn: false), "standard output")
      try Self.check(output, isNoneOf: sources)
      return
    }
    name = path
    let found = try? FileStatus(at: path)
    try Self.check(found, isNoneOf: sources)
    if let found, found.identity == output?.identity {
      place = .stream(STDOUT_FILENO, isOwn: false)
      return
    }
    do throws(SystemError) {
      place = try Self.open(path, ifThere: rule)
    } catch {
      if case .keeps(let advice) = rule, error.number == EEXIST {
        throw Failure("\(path): already exists; \(advice)")
      }
      let reason = error.number == ENOTSUP ? "not a file, a pipe or a terminal" : "\(error)"
      throw Failure("\(path): cannot write: \(reason)")
    }
  }

  private static func open(_ path: String, ifThere rule: Rule) throws(SystemError) -> Place {
    let destination = try FileDestination(path)
    let descriptor: Int32
    switch destination.occupant {
    case .nothing, .file:
      let overwrites = if case .replaces = rule { true } else { false }
      return .file(try FileReplacement(at: destination, overwrites: overwrites))
    case .stream:
      descriptor = path.withFileName { Glibc.open($0, O_WRONLY | O_CLOEXEC | O_NOCTTY) }
    // Opened by its name, a file would be written from its start, even if it is open to append.
    case .descriptor(let number): descriptor = fcntl(number, F_DUPFD_CLOEXEC, 0)
    }
    guard descriptor >= 0 else { throw .last }
    return .stream(descriptor, isOwn: true)
  }

  private static func check(_ output: FileStatus?, isNoneOf sources: [String]) throws {
    guard let output, output.kind == .regular else { return }
    for source in sources {
      let status = try? source == "-" ? FileStatus(of: STDIN_FILENO) : FileStatus(at: source)
      guard status?.identity != output.identity else {
        let name = source == "-" ? "standard input" : source
        throw Failure("\(name): is a source and cannot be the output as well; name another file")
      }
    }
  }

  /// Writes what `body` puts into the sink; throws if `body` does or if writing fails.
  ///
  /// Then a file is as it was before; a stream has received what came until then.
  func write(_ body: (inout ByteSink) throws -> Void) throws {
    defer { if case .stream(let descriptor, isOwn: true) = place { close(descriptor) } }
    var sink = ByteSink { self.writeAll($0) }
    do {
      try body(&sink)
    } catch {
      sink.flush()
      throw error
    }
    sink.flush()
    encoder?.finish().withUnsafeBytes(send)
    do throws(SystemError) {
      if let failure, failure.number != EPIPE { throw failure }
      if case .file(let file) = place { try file.commit() }
    } catch {
      throw Failure("\(name): cannot write: \(error)")
    }
  }

  /// Writes lines, which are visible already.
  func write(_ lines: [OutputLine]) throws {
    encoder = nil
    try write { sink in
      for line in lines {
        line.bytes.withUnsafeBytes { sink.write($0) }
        sink.write("\n")
      }
    }
  }

  /// How many columns its lines have.
  var columns: Int {
    switch place {
    case .stream(let descriptor, _): OutputWidth.columns(for: descriptor)
    case .file: TextExport.usualWidth
    }
  }

  /// Whether it leads to a terminal.
  var isTerminal: Bool {
    if case .stream(let descriptor, _) = place { isatty(descriptor) == 1 } else { false }
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer) {
    guard let visible = encoder?.encode(bytes) else { return send(bytes) }
    visible.withUnsafeBytes(send)
  }

  private func send(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil else { return }
    do throws(SystemError) {
      switch place {
      case .stream(let descriptor, _): try descriptor.writeAll(bytes)
      case .file(let file): try file.write(bytes)
      }
    } catch {
      failure = error
    }
  }
}
