import Foundation
import TerminalEmulator
import Testing

/// One run of the program on a terminal that records every byte it is sent.
struct RecordedRun {
  /// What was written that no terminal may be sent; see `WrittenBytes`.
  let strays: [String]
  /// Everything written.
  let output: String
  /// The exit code; nil if the program has not ended.
  let status: Int32?

  /// Runs the program on `arguments`; types `keys` once its first screen is there.
  ///
  /// `settings` are added to its environment. Without UTF-8 the terminal takes C1 as commands.
  init(
    _ arguments: [[UInt8]],
    keys: String = "",
    isUTF8: Bool = true,
    settings: [String: String] = [:]
  ) throws {
    let program = try #require(ProgramRun.program, "skein is not beside the tests").path
    let terminal = try #require(
      VirtualTerminal(
        columns: 80,
        rows: 24,
        isUTF8: isUTF8,
        running: [Array(program.utf8)] + arguments,
        settings: [
          "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "TERM": "xterm-256color",
          "LC_ALL": isUTF8 ? "C.UTF-8" : "C", "COLORFGBG": "15;0", "SWIFT_BACKTRACE": "enable=no",
        ].merging(settings) { $1 }
      )
    )
    if !keys.isEmpty, terminal.wait(until: { terminal.isTaken }) { terminal.type(keys) }
    status = terminal.exitStatus()
    output = terminal.log
    strays = WrittenBytes(terminal.written, isUTF8: isUTF8).strays
  }
}
