/// A parsed page: nodes and attributes in flat arrays, text as ranges of the page's own bytes.
///
/// The result of the HTML standard's parser, section 13.2, within the bounds of `HTMLLimits`.
/// Immutable; keeps the bytes it refers to alive. A class, so that to hold on to a page, which readers
/// do at every step, is to hold on to one object.
public final class HTMLDocument: Sendable {
  /// The document node, the root of the tree.
  public static let root = HTMLNodeID(0)

  /// All nodes, `root` first, in the order the parser made them.
  public let nodes: [HTMLNode]
  /// The attributes of all elements; each element has a range of them.
  public let attributes: [HTMLAttribute]
  /// The encoding of the bytes.
  public let encoding: HTMLEncoding
  /// The doctype, nil if the page has none.
  public let doctype: HTMLDoctype?
  /// The mode in which a browser shows the page.
  public let quirks: HTMLQuirks
  /// Whether the page goes on where `HTMLLimits.nodes` cut it.
  public let isCut: Bool
  /// The number of steps over open elements, which is proportional to the page at most.
  let steps: Int

  let source: HTMLBytes
  let joined: [UInt8]
  let names: HTMLNameTable

  /// Parses a page or a fragment; never fails.
  ///
  /// O(bytes). Pages in UTF-8 are not copied; others are decoded first, and offsets then refer to the
  /// decoded bytes. Only the first 4 GiB are read.
  public init(_ bytes: HTMLBytes, options: HTMLOptions = HTMLOptions()) {
    let decoded = EncodingSniffer.decode(bytes, label: options.encoding)
    let page = UnsafeRawBufferPointer(
      rebasing: decoded.bytes.bytes.dropFirst(decoded.skipped).prefix(Int(UInt32.max) - 1)
    )
    var builder = TreeBuilder(page, options)
    builder.begin(in: options.context)
    builder.run()
    isCut = builder.tokenizer.token.kind != .end
    builder.finish()
    source = HTMLBytes(borrowing: page, from: decoded.bytes)
    encoding = decoded.encoding
    nodes = builder.tree.nodes
    joined = builder.tree.joined
    attributes = builder.tokenizer.attributes
    names = builder.tokenizer.names
    doctype = builder.doctype
    quirks = builder.quirks
    steps = builder.steps
  }

  /// A node.
  @inlinable
  public subscript(id: HTMLNodeID) -> HTMLNode { nodes[id.index] }

  /// The bytes of the page in UTF-8, without a byte order mark.
  public var bytes: HTMLBytes { source }
}
