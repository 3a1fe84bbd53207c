/// Options of the parser.
public struct HTMLOptions: Sendable {
  /// The element whose content is parsed.
  public struct Context: Sendable {
    /// The name in lower case.
    public let name: String
    /// The namespace.
    public let namespace: HTMLNamespace

    /// An element by its name.
    public init(_ name: String, _ namespace: HTMLNamespace = .html) {
      self.name = name
      self.namespace = namespace
    }
  }

  /// The element around a fragment, nil for a page; the fragment's nodes become children of the root.
  public var context: Context?
  /// The label of the encoding that was given with the page: `utf-8`, `windows-1251`.
  ///
  /// A byte order mark takes precedence over it, and it over the page. Unknown labels are ignored.
  public var encoding: String?
  /// Whether `noscript` holds text instead of elements, as in a browser that runs scripts.
  public var isScripting = false
  /// The limits of the work.
  public var limits = HTMLLimits()

  /// Options for a page without scripts.
  public init(context: Context? = nil, encoding: String? = nil) {
    self.context = context
    self.encoding = encoding
  }
}

/// Limits that keep time and memory proportional to the size of the page, and memory within a page's
/// due: what is read of a page costs about a hundred bytes for each node.
public struct HTMLLimits: Sendable {
  /// The depth of nested elements; deeper ones become siblings.
  public var depth = 512
  /// The number of open elements; beyond it a new one closes the last.
  public var openElements = 2_048
  /// The number of formatting elements that can be reopened in the next block.
  public var activeFormatting = 256
  /// The number of formatting elements that can be reopened in any page.
  public var repeatedElements = 4_096
  /// The number of bytes that allow one more formatting element to be reopened.
  public var bytesPerRepeatedElement = 16

  /// The number of nodes and of attributes at which any page is cut.
  public var nodes = 2_500_000
  /// The number of bytes that allow one more node where a page is large.
  public var bytesPerNode = 40

  /// The default limits.
  public init() {}

  /// The number of nodes at which a page of `bytes` bytes is cut.
  public func nodes(bytes: Int) -> Int { max(nodes, bytes / max(1, bytesPerNode)) }

  /// The number of formatting elements that can be reopened in a page of `bytes` bytes.
  func repeatedElements(bytes: Int) -> Int {
    repeatedElements + bytes / max(1, bytesPerRepeatedElement)
  }
}

extension HTMLLimits {
  /// The number of bytes of attribute values that are compared between formatting elements.
  static let comparedBytes = 256
}
