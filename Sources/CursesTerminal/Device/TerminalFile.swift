import CNcurses
import Glibc
import SystemServices

/// The open terminal device: keys are read from it, the screen is written to it.
struct TerminalFile {
  /// The descriptor keys are read from.
  let input: Int32
  /// The descriptor the screen is written to.
  let output: Int32
  /// `input` as a stream, for `newterm`.
  let inputStream: UnsafeMutablePointer<FILE>
  /// `output` as a stream, for `newterm`.
  let outputStream: UnsafeMutablePointer<FILE>

  /// The standard streams if both are a terminal, else `/dev/tty`; or the one given.
  init(descriptor: Int32?) throws(TerminalError) {
    if let descriptor {
      try self.init(input: descriptor, output: descriptor)
    } else if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      try self.init(input: STDIN_FILENO, output: STDOUT_FILENO)
    } else {
      let opened = open("/dev/tty", O_RDWR | O_CLOEXEC)
      guard opened >= 0 else { throw .noTerminal }
      defer { Glibc.close(opened) }
      try self.init(input: opened, output: opened)
    }
  }

  private init(input: Int32, output: Int32) throws(TerminalError) {
    guard let inputStream = cn_open_stream(input, "r") else {
      throw .system(call: "fdopen", code: errno)
    }
    guard let outputStream = cn_open_stream(output, "w") else {
      throw .system(call: "fdopen", code: errno)
    }
    self.inputStream = inputStream
    self.outputStream = outputStream
    self.input = fileno(inputStream)
    self.output = fileno(outputStream)
  }

  /// Has ncurses open the terminal type `name`, with `entry` if it accepts that.
  ///
  /// If not, `entry` becomes `nil`. Returns `nil` if ncurses does not know the terminal.
  func openScreen(name: String, entry: inout TruecolorTerminfo?) -> OpaquePointer? {
    var (rows, columns): (Int32, Int32) = (0, 0)
    let isKnown = cn_window_size(output, &rows, &columns)
    // ncurses reads the size from the environment, not from the system, which may report any; a
    // size that is not known is that of the terminal type.
    use_env(isKnown)
    use_tioctl(false)
    let size = WindowSizeVariables(rows: isKnown ? rows : nil, columns: isKnown ? columns : nil)
    defer { size.undo() }
    if let better = entry {
      let terminfo = EnvironmentChange("TERMINFO", to: better.variable)
      defer { terminfo.undo() }
      if let screen = newterm(name, outputStream, inputStream) { return screen }
    }
    entry = nil
    return newterm(name, outputStream, inputStream)
  }

  /// Closes the streams, but not the descriptors they were opened from.
  func close() {
    fclose(inputStream)
    fclose(outputStream)
  }

  /// Sends `text` to the terminal directly, after what ncurses has sent.
  func write(_ text: String) {
    var text = text
    // A terminal that is gone is reported by the next event.
    text.withUTF8 { try? output.writeAll(UnsafeRawBufferPointer($0)) }
  }
}

/// The variables from which ncurses takes the size of the window, set until `undo`.
///
/// ncurses reads them when it opens the terminal and when it takes it back after `endwin`; without
/// them it believes whatever size the system reports.
struct WindowSizeVariables {
  private let changes: [EnvironmentChange]

  /// Sets the variables; removes those whose value is `nil`.
  init(rows: Int32?, columns: Int32?) {
    changes = [
      EnvironmentChange("LINES", to: rows.map { String($0) }),
      EnvironmentChange("COLUMNS", to: columns.map { String($0) }),
    ]
  }

  /// Sets the variables to what they were before.
  func undo() { changes.forEach { $0.undo() } }
}

/// A change of an environment variable that can be undone.
private struct EnvironmentChange {
  private let name: String
  private let found: String?

  /// Sets the variable `name` to `value`; removes it for `nil`.
  init(_ name: String, to value: String?) {
    self.name = name
    found = getenv(name).map { String(cString: $0) }
    Self.set(name, to: value)
  }

  /// Sets the variable to what it was before.
  func undo() { Self.set(name, to: found) }

  private static func set(_ name: String, to value: String?) {
    if let value { setenv(name, value, 1) } else { unsetenv(name) }
  }
}
