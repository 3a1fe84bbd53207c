import CProcess
import Glibc

/// A running curl: a process, and the pipes it writes to.
struct CurlProcess: ~Copyable {
  /// Where body, words about errors, and headers come in, in this order; -1 once one has ended.
  private(set) var outputs: [Int32]
  private let process: pid_t
  private var isOver = false

  private init(process: pid_t, outputs: [Int32]) {
    self.process = process
    self.outputs = outputs
  }

  /// Starts `program`; throws the system's error number.
  static func start(
    _ program: String,
    _ arguments: [String]
  ) throws(SystemFailure) -> CurlProcess {
    var readEnds: [Int32] = []
    var writeEnds: [Int32] = []
    defer { writeEnds.forEach { close($0) } }
    for _ in 0..<3 {
      var (readEnd, writeEnd) = (Int32(-1), Int32(-1))
      guard cp_pipe(&readEnd, &writeEnd) == 0 else {
        let failure = SystemFailure(number: errno)
        readEnds.forEach { close($0) }
        throw failure
      }
      readEnds.append(readEnd)
      writeEnds.append(writeEnd)
    }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    let process = cp_start(&words, writeEnds[0], writeEnds[1], writeEnds[2])
    guard process > 0 else {
      let failure = SystemFailure(number: errno)
      readEnds.forEach { close($0) }
      throw failure
    }
    return CurlProcess(process: process, outputs: readEnds)
  }

  deinit {
    outputs.filter { $0 >= 0 }.forEach { close($0) }
    guard !isOver else { return }
    kill(process, SIGKILL)
    while waitpid(process, nil, 0) < 0 && errno == EINTR {}
  }

  /// Whether all three outputs have ended.
  var hasEnded: Bool { outputs.allSatisfy { $0 < 0 } }

  /// Waits at most `limit` milliseconds for output; hands over what came, and by which output.
  mutating func read(within limit: Int32, _ take: (Int, UnsafeRawBufferPointer) -> Void) {
    var polled = outputs.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&polled, nfds_t(polled.count), limit) > 0 else { return }
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { chunk in
      for index in polled.indices where polled[index].revents != 0 {
        let count = Glibc.read(outputs[index], chunk.baseAddress, chunk.count)
        if count > 0 {
          take(index, UnsafeRawBufferPointer(rebasing: chunk[..<count]))
        } else if count == 0 || errno != EINTR {
          close(outputs[index])
          outputs[index] = -1
        }
      }
    }
  }

  /// Waits for the process to end; its exit status, as a shell gives it.
  mutating func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { break }
    }
    isOver = true
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}

/// A call of the system that failed.
struct SystemFailure: Error {
  let number: Int32

  /// The system's words for it.
  var text: String { String(cString: strerror(number)) }
}
