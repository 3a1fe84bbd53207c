import Terminal

/// One key after another, as a binding wants them: `zM`, `]o`, `^F`, `Space`.
public struct KeySequence: Hashable, Sendable {
  /// The keys in order; at least one.
  public let keys: [Key]

  /// These keys.
  public init(_ keys: [Key]) { self.keys = keys }

  /// The keys `text` names: a key's name, or characters one after another, parted by spaces.
  ///
  /// `nil` for a text without a key or with a name no key has.
  public init?(parsing text: some StringProtocol) {
    var keys: [Key] = []
    if text.utf8.count == 1, text != " ", let scalar = text.unicodeScalars.first {
      self.keys = [Key(scalar)]
      return
    }
    for word in text.split(separator: " ") {
      if let key = Key(parsing: word) {
        keys.append(key)
      } else if word.contains("-"), word.count > 3 {
        return nil
      } else {
        keys += word.unicodeScalars.map { Key($0) }
      }
    }
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }
}

extension KeySequence: CustomStringConvertible {
  /// The keys as help and settings write them.
  public var description: String {
    let isPlain = keys.allSatisfy { $0.description.unicodeScalars.count == 1 }
    return keys.map(\.description).joined(separator: isPlain ? "" : " ")
  }
}
