/// Why the terminal cannot be used.
package enum TerminalError: Error, Hashable, Sendable {
  /// Neither the standard streams nor `/dev/tty` are a terminal.
  case noTerminal
  /// `TERM` is not set, so the terminal type is not known.
  case unnamed
  /// The system has no terminfo entry for the type in `TERM`.
  case unknown(name: String)
  /// A terminal of the type in `TERM` cannot move its cursor.
  case unsuitable(name: String)
  /// A system call failed; `code` is the value of `errno`.
  case system(call: String, code: Int32)
}

extension TerminalError: CustomStringConvertible {
  /// What is wrong and what to do about it, on one line without a full stop.
  package var description: String {
    switch self {
    case .noTerminal:
      "no terminal; start skein on a terminal, or redirect its output to a file or a pipe"
    case .unnamed:
      "TERM is not set; set it to the terminal type, for example TERM=xterm-256color"
    case .unknown(let name):
      "TERM=\(name): unknown terminal type; try TERM=xterm-256color"
    case .unsuitable(let name):
      "TERM=\(name): this terminal cannot move its cursor; set another TERM"
    case .system(let call, let code):
      "cannot use the terminal: \(call) failed with error \(code)"
    }
  }
}
