import CNcurses
import Glibc

/// The open terminal: where keys are read and the screen is written.
struct TerminalFile {
  /// Where keys come from.
  let input: Int32
  /// Where the screen goes.
  let output: Int32
  /// The same as a stream, which `newterm` asks for.
  let inputStream: UnsafeMutablePointer<FILE>
  /// The same as a stream, which `newterm` asks for.
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

  /// Has ncurses open the terminal `name`, by `entry` if it takes that; else `entry` becomes `nil`.
  func openScreen(name: String, entry: inout DirectColorEntry?) -> OpaquePointer? {
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

  /// Closes the streams, not the descriptors they were made from.
  func close() {
    fclose(inputStream)
    fclose(outputStream)
  }

  /// Sends `text` past ncurses, after what ncurses has sent.
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
