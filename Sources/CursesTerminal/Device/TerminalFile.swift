import CNcurses
import Glibc

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
    if let better = entry {
      let found = getenv("TERMINFO").flatMap { strdup($0) }
      setenv("TERMINFO", better.variable, 1)
      defer {
        if let found { setenv("TERMINFO", found, 1) } else { unsetenv("TERMINFO") }
        free(found)
      }
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
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(output, rest.baseAddress, rest.count)
        if count < 0, errno != EINTR { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[max(0, count)...])
      }
    }
  }
}
