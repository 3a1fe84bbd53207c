import Synchronization

/// Requests as they come in.
final class RequestLog: Sendable {
  private let list = Mutex<[String]>([])

  func note(_ request: String) { list.withLock { $0.append(request) } }

  var all: [String] { list.withLock { $0 } }
}
