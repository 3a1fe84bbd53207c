import CursesTerminal
import Glibc
import SystemServices
import Terminal

/// Messages for the user, apart from the output.
///
/// Nothing reaches the terminal as a command, whatever names or answers a message quotes.
enum StandardError {
  /// Writes a message about `problem`, on one line.
  static func report(_ problem: some CustomStringConvertible) {
    write(VisibleText.line(bytes: FilePath("skein: \(problem)").bytes, charset) + "\n")
  }

  private static var charset: VisibleText.Charset {
    isatty(STDERR_FILENO) == 1 ? .ofTerminal : .utf8
  }

  private static func write(_ line: String) {
    var line = line
    // There is nobody left to tell if this fails.
    line.withUTF8 { try? STDERR_FILENO.writeAll(UnsafeRawBufferPointer($0)) }
  }
}

extension VisibleText.Charset {
  /// What the terminal shows, by the environment.
  static var ofTerminal: Self { TerminalCharset.detect(variable: Environment.value) }
}
