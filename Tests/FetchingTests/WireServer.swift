import Fetching
import Glibc
import Synchronization
import SystemServices

/// A server on the loopback that sends bytes as it is told, right or wrong.
final class WireServer: Sendable {
  /// What it answers to a request, given with its headers and its body; a scalar sends one byte.
  typealias Answer = @Sendable (_ request: String, _ send: (String) -> Bool) -> Void

  /// Where it listens.
  let port: Int
  private let listener: Int32
  private let seen = Mutex<[String]>([])
  private let accepted = Atomic(0)

  /// Begins to listen; the system chooses the port.
  init(_ answer: @escaping Answer) throws {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Self.loopback
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
        bind(socket, name, length) == 0 && listen(socket, 16) == 0
          && getsockname(socket, name, &length) == 0
      }
    }
    guard result else { throw WireServerError(number: errno) }
    listener = socket
    port = Int(UInt16(bigEndian: address.sin_port))
    BackgroundThread.start { [self] in accept(answer) }
  }

  /// Ends the listening.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  /// An address of this server.
  func address(_ path: String = "/", host: String = "127.0.0.1") throws -> WebAddress {
    guard let address = WebAddress("http://\(host):\(port)\(path)") else {
      throw WireServerError(number: EINVAL)
    }
    return address
  }

  /// The requests that came in so far, each as it stood on the wire.
  var requests: [String] { seen.withLock { $0 } }

  /// How many connections came in so far.
  ///
  /// Makes one itself, which comes behind all others, and does not count it.
  func connectionCount() throws -> Int {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = Self.loopback
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, length) == 0
      }
    }
    guard isConnected else { throw WireServerError(number: errno) }
    shutdown(socket, Int32(SHUT_WR))
    var byte: UInt8 = 0
    while recv(socket, &byte, 1, 0) > 0 {}
    let (_, count) = accepted.subtract(1, ordering: .relaxed)
    return count
  }

  private static var loopback: sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }

  private func accept(_ answer: @escaping Answer) {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else { break }
      accepted.add(1, ordering: .relaxed)
      BackgroundThread.start { [self] in
        let request = read(connection)
        defer { close(connection) }
        guard !request.isEmpty else { return }
        seen.withLock { $0.append(request) }
        answer(request) { text in
          let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
          return send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
        }
      }
    }
    close(listener)
  }

  private func read(_ connection: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { break }
      bytes += chunk[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.firstRange(of: "\r\n\r\n") else { continue }
      let field = text.lowercased().firstRange(of: "content-length: ")
      let length = field.flatMap { Int(text[$0.upperBound...].prefix { $0.isNumber }) } ?? 0
      if text[end.upperBound...].utf8.count >= length { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The loopback cannot be had.
struct WireServerError: Error {
  let number: Int32
}

/// An answer with a body and the headers that go with it.
func page(_ body: String, status: String = "200 OK", headers: [String] = []) -> String {
  (["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)", "Connection: close"] + headers)
    .joined(separator: "\r\n") + "\r\n\r\n" + body
}
