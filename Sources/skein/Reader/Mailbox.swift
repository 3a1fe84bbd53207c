import CursesTerminal
import Synchronization

/// Messages from work in the background to the event loop.
final class Mailbox<Message: Sendable>: Sendable {
  private let waiting = Mutex<[Message]>([])
  private let wakeUp: WakeUp

  /// A mailbox that calls `wakeUp` when something comes in.
  init(wakeUp: WakeUp) { self.wakeUp = wakeUp }

  /// Puts `message` in, from any thread.
  func post(_ message: Message) {
    waiting.withLock { $0.append(message) }
    wakeUp.signal()
  }

  /// Takes out all that came in, oldest first.
  func collect() -> [Message] {
    waiting.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
