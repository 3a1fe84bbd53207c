import CProcess
import Glibc

/// A running program and the pipes it writes to; killed when the value goes out of scope.
package struct PipedProcess: ~Copyable {
  /// The read ends of the pipes for descriptors 1, 2 and 3; -1 once the output has ended.
  private var outputs: [Int32]
  private let process: pid_t
  private var isOver = false

  init(process: pid_t, outputs: [Int32]) {
    self.process = process
    self.outputs = outputs
  }

  deinit {
    outputs.filter { $0 >= 0 }.forEach { close($0) }
    guard !isOver else { return }
    kill(process, SIGKILL)
    _ = cp_wait(process)
  }

  /// Whether all three outputs have ended.
  package var hasEnded: Bool { outputs.allSatisfy { $0 < 0 } }

  /// Waits at most `limit` milliseconds for output and hands over what came.
  ///
  /// `take` gets the index of the output, 0 to 2, and at most 64 KiB of it.
  package mutating func read(within limit: Int32, _ take: (Int, UnsafeRawBufferPointer) -> Void) {
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

  /// Waits at most `limit` milliseconds for the program to end; returns its exit status as a shell
  /// does, `nil` if it still runs.
  package mutating func wait(within limit: Int32) -> Int32? {
    let status = cp_wait_within(process, limit)
    guard status >= 0 || errno != ETIMEDOUT else { return nil }
    isOver = true
    return status
  }
}
