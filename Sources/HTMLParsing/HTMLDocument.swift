/// A parsed page: nodes and attributes in flat arrays, text as ranges into the page's own bytes.
///
/// What the HTML standard makes of the bytes, section 13.2, within the bounds of `HTMLLimits`.
/// Immutable; it keeps the bytes it refers to in memory.
public struct HTMLDocument: Sendable {
  /// The document itself, all nodes of the page below it.
  public static let root = HTMLNodeID(0)

  /// All nodes, `root` first, in the order the parser made them.
  public let nodes: [HTMLNode]
  /// The attributes of all elements; each element has a range of them.
  public let attributes: [HTMLAttribute]
  /// What the bytes were decoded from.
  public let encoding: HTMLEncoding
  /// The doctype, nil if the page has none.
  public let doctype: HTMLDoctype?
  /// The mode a browser would show the page in.
  public let quirks: HTMLQuirks
  /// Steps the parser took over open elements: at most in proportion to the page.
  let steps: Int

  let source: HTMLBytes
  let joined: [UInt8]
  let names: HTMLNameTable

  /// Parses a page or a fragment; never fails.
  ///
  /// Linear in the number of bytes. Pages in UTF-8 are not copied; others are decoded first, and
  /// offsets then count decoded bytes. Of more than 4 GiB only the first 4 GiB are read.
  public init(_ bytes: HTMLBytes, options: HTMLOptions = HTMLOptions()) {
    let decoded = EncodingSniffer.decode(bytes, label: options.encoding)
    let page = UnsafeRawBufferPointer(
      rebasing: decoded.bytes.bytes.dropFirst(decoded.skipped).prefix(Int(UInt32.max) - 1)
    )
    var builder = TreeBuilder(page, options)
    builder.begin(in: options.context)
    builder.run()
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
  public subscript(id: HTMLNodeID) -> HTMLNode { nodes[id.index] }

  /// The bytes the page was parsed from, in UTF-8 and without a byte order mark.
  public var bytes: HTMLBytes { source }
}
