/// What keeps the work and the memory for a page in proportion to its size.
public struct HTMLLimits: Sendable {
  /// Elements inside one another; deeper ones become siblings.
  public var depth = 512
  /// Elements the parser keeps open; past that a new one closes the last.
  public var openElements = 2_048
  /// Formatting elements that wait to be opened again in the next block.
  public var activeFormatting = 256
  /// Formatting elements that may be opened again in any page.
  public var repeatedElements = 4_096
  /// Bytes of a page for each formatting element that may be opened again beyond those.
  public var bytesPerRepeatedElement = 16

  /// The limits pages are read with.
  public init() {}

  /// The formatting elements that may be opened again in a page of `bytes` bytes.
  func repeatedElements(bytes: Int) -> Int {
    repeatedElements + bytes / max(1, bytesPerRepeatedElement)
  }
}

extension HTMLLimits {
  /// Bytes of an attribute's value that are compared to tell formatting elements apart.
  static let comparedBytes = 256
}
