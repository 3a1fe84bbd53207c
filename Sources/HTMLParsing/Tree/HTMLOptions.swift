/// How a page is to be parsed.
public struct HTMLOptions: Sendable {
  /// The element whose content the bytes are; nil if they are a page.
  public struct Context: Sendable {
    /// The name in lower case.
    public let name: String
    /// Its vocabulary.
    public let namespace: HTMLNamespace

    /// An element by its name.
    public init(_ name: String, _ namespace: HTMLNamespace = .html) {
      self.name = name
      self.namespace = namespace
    }
  }

  /// What the fragment stands in; the document's children are then the nodes of the fragment.
  public var context: Context?
  /// The encoding that was told with the page, as a label: `utf-8`, `windows-1251`.
  ///
  /// A byte order mark overrules it; it overrules what the page says. Unknown labels are ignored.
  public var encoding: String?
  /// Whether `noscript` holds text instead of elements, as for a reader that runs scripts.
  public var isScripting = false
  /// What bounds the work.
  public var limits = HTMLLimits()

  /// A page without scripts, of an encoding to be found out.
  public init(context: Context? = nil, encoding: String? = nil) {
    self.context = context
    self.encoding = encoding
  }
}

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
