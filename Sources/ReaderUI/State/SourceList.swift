/// The sources that are read one at a time.
public struct SourceList: Equatable, Sendable {
  /// What they are called, as the person named them.
  public var names: [String]
  /// The index of the one being read.
  public var current: Int

  /// Sources, of which `current` is being read.
  public init(_ names: [String] = [], current: Int = 0) {
    self.names = names
    self.current = current
  }

  /// Which of how many is being read, `nil` for a single one.
  var summary: String? { names.count > 1 ? "file \(current + 1) of \(names.count)" : nil }
}
