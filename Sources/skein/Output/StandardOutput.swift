import DocumentExport
import Glibc
import SystemServices
import Terminal

/// What the program was asked for, on standard output.
enum StandardOutput {
  /// Whether it leads to a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes what `body` puts into the sink; throws if that fails, or if the output is one of `sources`.
  static func write(
    sources: [String] = [],
    _ body: (inout ByteSink) throws -> Void
  ) throws {
    try OutputFile(path: nil, sources: sources).write(body)
  }

  /// Writes `text` and a line break.
  static func write(line text: String) throws {
    try write { sink in
      sink.write(text)
      sink.write("\n")
    }
  }

  /// Writes lines, each with a line break.
  static func write(_ lines: [OutputLine]) throws {
    try OutputFile(path: nil).write(lines)
  }

  /// A source's name as results begin with: on a terminal as `VisibleText`, else its own bytes.
  static func bytes(ofName name: String) -> [UInt8] {
    isTerminal ? Array(visible(name).utf8) : FilePath(name).bytes
  }

  /// `text` as `VisibleText` of one line.
  static func visible(_ text: String) -> String {
    VisibleText.line(bytes: FilePath(text).bytes, isTerminal ? .ofTerminal : .utf8)
  }
}
