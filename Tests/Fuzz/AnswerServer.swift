import Glibc
import Synchronization

/// A server on the loopback that gives any request the same answer, byte for byte.
final class AnswerServer: Sendable {
  /// The one server; `nil` if there can be none.
  static let shared = AnswerServer()

  /// Where it listens.
  let port: UInt16
  private let listener: Int32
  private let bytes = Mutex<[UInt8]>([])

  private init?() {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 8) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isBound else { return nil }
    port = UInt16(bigEndian: address.sin_port)
    signal(SIGPIPE, SIG_IGN)
    let box = Unmanaged.passRetained(self).toOpaque()
    var thread = pthread_t()
    pthread_create(
      &thread,
      nil,
      { context in
        if let context { Unmanaged<AnswerServer>.fromOpaque(context).takeRetainedValue().serve() }
        return nil
      },
      box
    )
  }

  /// Gives `bytes` as the answer from now on.
  func answer(_ bytes: [UInt8]) { self.bytes.withLock { $0 = bytes } }

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { continue }
      var request = [UInt8](repeating: 0, count: 1 << 14)
      _ = read(connection, &request, request.count)
      let answer = bytes.withLock { $0 }
      _ = write(connection, answer, answer.count)
      close(connection)
    }
  }
}
