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
