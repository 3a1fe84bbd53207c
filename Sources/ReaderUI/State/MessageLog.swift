/// What the person is told.
public struct Message: Hashable, Sendable {
  /// The text, one line.
  public let text: String
  /// Whether something went wrong.
  public let isWarning: Bool

  /// A message.
  public init(text: String, isWarning: Bool = false) {
    self.text = text
    self.isWarning = isWarning
  }
}

/// The message on the screen, and those before it.
struct MessageLog: Equatable, Sendable {
  /// How many messages are kept; the oldest go first.
  static let capacity = 200

  /// The message on the screen, until the next key.
  var current: Message?
  /// What was told so far, the newest last.
  private(set) var all: [Message] = []

  /// A log that goes on after `all`.
  init(all: [Message] = []) { self.all = all }

  /// Puts `message` in the place of the last one.
  mutating func replace(_ message: Message) {
    _ = all.popLast()
    tell(message)
  }

  /// Shows `message`; repeated at once, it is kept once.
  mutating func tell(_ message: Message) {
    current = message
    if all.last != message { all.append(message) }
    if all.count > Self.capacity { all.removeFirst(all.count - Self.capacity) }
  }
}
