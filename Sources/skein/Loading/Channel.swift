import Synchronization

/// Carries messages from threads in the background to the event loop.
final class Channel<Message: Sendable>: Sendable {
  private let waiting = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  /// A channel that calls `wake` after each message, on the thread that sends it.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Sends a message; may be called on any thread.
  func send(_ message: Message) {
    waiting.withLock { $0.append(message) }
    wake()
  }

  /// Takes all messages out, the oldest first.
  func receive() -> [Message] {
    waiting.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
