import CProcess
import Glibc

/// A program to start: its name, which is looked up in `PATH`, and its arguments.
package struct Program: Hashable, Sendable {
  /// The name or the path of the program.
  package let name: String
  /// What follows the name on its command line.
  package let arguments: [String]

  /// The program `name` with `arguments`.
  package init(_ name: String, _ arguments: [String] = []) {
    self.name = name
    self.arguments = arguments
  }

  /// Starts the program without a terminal, in a session of its own; it may outlive this one.
  package func startDetached() throws(SystemError) {
    _ = try start(flags: CP_DETACHED)
  }

  /// Runs the program on the terminal `input` and `output` and waits until it ends.
  ///
  /// Returns the exit status as a shell does: 128 and more means that a signal ended it.
  package func runInForeground(input: Int32, output: Int32) throws(SystemError) -> Int32 {
    let status = withArguments { cp_run_in_foreground($0, [input, output, output, -1, -1]) }
    guard status >= 0 else { throw .last }
    return status
  }

  /// Runs the program with `text` on its standard input and waits until it ends.
  ///
  /// What it writes is discarded. Returns the exit status as a shell does; it is no error if the
  /// program ends before it has read all of `text`.
  package func run(input text: String) throws(SystemError) -> Int32 {
    let pipe = try Pipe()
    let process: pid_t
    do throws(SystemError) {
      process = try start(input: pipe.readEnd)
    } catch {
      pipe.close()
      throw error
    }
    close(pipe.readEnd)
    let found = signal(SIGPIPE, SIG_IGN)
    pipe.write(text)
    signal(SIGPIPE, found)
    close(pipe.writeEnd)
    return cp_wait(process)
  }

  /// Starts the program with a pipe for each of its descriptors 1, 2 and 3.
  ///
  /// It reads `input` from its standard input and `attachment` from descriptor 4; both are files in
  /// memory that no other program sees. It is killed at the latest when the calling thread ends.
  package func startPiped(
    input: [UInt8] = [],
    _ attachment: [UInt8]? = nil
  ) throws(SystemError) -> PipedProcess {
    var pipes: [Pipe] = []
    var files: [Int32] = []
    defer { files.forEach { close($0) } }
    do throws(SystemError) {
      files.append(try Self.memoryFile(input))
      if let attachment { files.append(try Self.memoryFile(attachment)) }
      for _ in 0..<3 { pipes.append(try Pipe()) }
      let process = try start(
        input: files[0],
        outputs: pipes.map(\.writeEnd),
        attachment: files.count > 1 ? files[1] : -1,
        flags: CP_ENDS_WITH_THREAD
      )
      for pipe in pipes { close(pipe.writeEnd) }
      return PipedProcess(process: process, outputs: pipes.map(\.readEnd))
    } catch {
      for pipe in pipes { pipe.close() }
      throw error
    }
  }

  private static func memoryFile(_ bytes: [UInt8]) throws(SystemError) -> Int32 {
    let file = cp_memory_file(bytes, bytes.count)
    guard file >= 0 else { throw .last }
    return file
  }

  /// Starts the program; descriptors that are not given lead to `/dev/null`.
  private func start(
    input: Int32 = -1,
    outputs: [Int32] = [-1, -1, -1],
    attachment: Int32 = -1,
    flags: Int = 0
  ) throws(SystemError) -> pid_t {
    let process = withArguments { cp_start($0, [input] + outputs + [attachment], Int32(flags)) }
    guard process > 0 else { throw .last }
    return process
  }

  private func withArguments<Result>(
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var words = ([name] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    return body(&words)
  }
}

/// A pipe that other programs do not inherit.
private struct Pipe {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws(SystemError) {
    var (readEnd, writeEnd) = (Int32(-1), Int32(-1))
    guard cp_pipe(&readEnd, &writeEnd) == 0 else { throw .last }
    (self.readEnd, self.writeEnd) = (readEnd, writeEnd)
  }

  func close() {
    Glibc.close(readEnd)
    Glibc.close(writeEnd)
  }

  /// Writes all of `text`, or what of it is read.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(writeEnd, rest.baseAddress, rest.count)
        if count < 0, errno != EINTR { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[max(0, count)...])
      }
    }
  }
}
