/// The keys that a person wants for a command, in place of the table's.
public struct KeyOverride: Hashable, Sendable {
  /// The command's name.
  public let command: String
  /// The key sequences that call it; none unbinds it.
  public let keys: [String]
  /// The file and line, to begin a message with.
  public let place: String

  /// A wish for a command's keys, written at `place`.
  public init(command: String, keys: [String], place: String) {
    self.command = command
    self.keys = keys
    self.place = place
  }
}
