import Glibc
import Terminal

/// Wakes a screen that waits for input; may be used on any thread.
///
/// Works through a pipe. Several signals before the screen reads it make one `InputEvent.wakeUp`.
package final class WakeUp: Sendable {
  /// The end of the pipe that the screen polls.
  let readEnd: Int32
  private let writeEnd: Int32

  /// Opens the pipe.
  package init() throws(TerminalError) {
    (readEnd, writeEnd) = try openPipe()
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Makes the screen report `InputEvent.wakeUp`; never blocks.
  package func signal() {
    var byte: UInt8 = 1
    // If the pipe is full, the screen is being woken already.
    _ = write(writeEnd, &byte, 1)
  }
}

/// A pipe whose ends do not block and are not inherited by other programs.
func openPipe() throws(TerminalError) -> (readEnd: Int32, writeEnd: Int32) {
  var ends: (Int32, Int32) = (-1, -1)
  let result = withUnsafeMutableBytes(of: &ends) {
    pipe($0.baseAddress?.assumingMemoryBound(to: Int32.self))
  }
  guard result == 0 else { throw .system(call: "pipe", code: errno) }
  for end in [ends.0, ends.1] {
    _ = fcntl(end, F_SETFL, O_NONBLOCK)
    _ = fcntl(end, F_SETFD, FD_CLOEXEC)
  }
  return (ends.0, ends.1)
}

/// Reads all that is available from a descriptor that does not block.
func drain(_ descriptor: Int32) -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
  while true {
    let count = withUnsafeMutableBytes(of: &chunk) { buffer in
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count > 0 { bytes += buffer[..<count] }
      return count
    }
    guard count > 0 else { return bytes }
  }
}
