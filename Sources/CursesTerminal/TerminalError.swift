/// Why a terminal cannot be used for reading.
package enum TerminalError: Error, Hashable, Sendable {
  /// Neither the standard streams nor `/dev/tty` lead to a terminal.
  case noTerminal
  /// `TERM` is not set, so nothing is known about the terminal.
  case unnamed
  /// The system has no description of the terminal `TERM` names.
  case unknown(name: String)
  /// The terminal `TERM` names cannot place its cursor.
  case unsuitable(name: String)
  /// The system refused a file the driver needs; the number is its `errno`.
  case system(call: String, code: Int32)
}

extension TerminalError: CustomStringConvertible {
  /// What is wrong and what can be done about it, as one line without a full stop.
  package var description: String {
    switch self {
    case .noTerminal:
      "no terminal to read on: start it from one, or send the text to a file or pipe"
    case .unnamed:
      "TERM is not set: set it to the terminal's name, for example TERM=xterm-256color"
    case .unknown(let name):
      "TERM=\(name): this system has no description of that terminal; try TERM=xterm-256color"
    case .unsuitable(let name):
      "TERM=\(name): that terminal cannot place its cursor; try another TERM, or use a pipe"
    case .system(let call, let code):
      "the terminal cannot be used: \(call) failed with error \(code)"
    }
  }
}
