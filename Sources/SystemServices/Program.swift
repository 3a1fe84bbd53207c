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
  /// It has no terminal, and what it writes is discarded. Returns the exit status as a shell does; it
  /// is no error if the program ends before it has read all of `text`. After `limit` milliseconds it
  /// is killed with all that it has started, and the error is `ETIMEDOUT`.
  package func run(input text: String, within limit: Int) throws(SystemError) -> Int32 {
    let deadline = Clock.milliseconds + limit
    let pipe = try Pipe()
    let process: pid_t
    do throws(SystemError) {
      process = try start(input: pipe.readEnd, flags: CP_NEW_SESSION)
    } catch {
      pipe.close()
      throw error
    }
    close(pipe.readEnd)
    pipe.write(text, until: deadline)
    close(pipe.writeEnd)
    let status = cp_wait_within(process, Int32(clamping: deadline - Clock.milliseconds))
    guard status < 0 else { return status }
    let error = SystemError.last
    kill(-process, SIGKILL)
    _ = cp_wait(process)
    throw error
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

  /// Writes all of `text`, or what of it is read until `deadline` in milliseconds of `Clock`.
  func write(_ text: String, until deadline: Int) {
    _ = fcntl(writeEnd, F_SETFL, O_NONBLOCK)
    withoutBrokenPipes {
      var text = text
      text.withUTF8 { bytes in
        var rest = UnsafeRawBufferPointer(bytes)
        while !rest.isEmpty {
          var file = pollfd(fd: writeEnd, events: Int16(POLLOUT), revents: 0)
          let left = deadline - Clock.milliseconds
          guard left > 0, poll(&file, 1, Int32(clamping: left)) != 0 else { return }
          let count = Glibc.write(writeEnd, rest.baseAddress, rest.count)
          if count < 0, errno != EINTR, errno != EAGAIN { return }
          rest = UnsafeRawBufferPointer(rebasing: rest[max(0, count)...])
        }
      }
    }
  }

  /// Runs `body` so that a pipe that nobody reads is an error of `write`, and no signal.
  private func withoutBrokenPipes(_ body: () -> Void) {
    var (blocked, found, none) = (sigset_t(), sigset_t(), timespec())
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &blocked, &found)
    body()
    sigtimedwait(&blocked, nil, &none)
    pthread_sigmask(SIG_SETMASK, &found, nil)
  }
}
