/// Names, text and attribute values.
extension HTMLDocument {
  /// The name of an element as the standard spells it; empty for other nodes.
  public func name(of id: HTMLNodeID) -> String {
    spelling(of: self[id].name)
  }

  /// A name of this document.
  public func spelling(of name: HTMLName) -> String {
    String(decoding: names.spelling(of: name), as: UTF8.self)
  }

  /// The number of a name in this document; nil if no element or attribute has it.
  public func findName(_ name: String) -> HTMLName? {
    var name = name
    return name.withUTF8 { names.find($0) }
  }

  /// Calls `body` with the raw bytes of a text or a comment, with no bytes for other nodes.
  ///
  /// Character references are not decoded. The bytes are valid during the call; they are not copied.
  public func withRawText<Result>(
    of id: HTMLNodeID,
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try withText(of: self[id]) { bytes, _ in try body(UnsafeRawBufferPointer(bytes)) }
  }

  /// Whether the raw bytes of a text are equal to its decoded text.
  public func isPlain(_ id: HTMLNodeID) -> Bool {
    withText(of: self[id]) { TextDecoder.isPlain($0, $1) }
  }

  /// Appends the decoded text of a text or a comment as UTF-8; nothing for other nodes.
  ///
  /// References are decoded, line breaks are single newlines. Bytes that are not UTF-8 are kept.
  public func appendDecodedText(of id: HTMLNodeID, to output: inout [UInt8]) {
    withText(of: self[id]) { TextDecoder.append($0, $1, to: &output) }
  }

  /// The decoded text of a text or a comment.
  public func decodedText(of id: HTMLNodeID) -> String {
    var bytes: [UInt8] = []
    appendDecodedText(of: id, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text inside a node at any depth, white space as in the page.
  ///
  /// Includes scripts and styles but not templates and comments.
  public func text(of id: HTMLNodeID) -> String {
    var bytes: [UInt8] = []
    appendText(of: id, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text inside a node at any depth, as UTF-8.
  public func appendText(of id: HTMLNodeID, to output: inout [UInt8]) {
    var next: HTMLNodeID? = id
    while let node = next {
      if self[node].kind == .text { appendDecodedText(of: node, to: &output) }
      next = self.node(after: node, in: id, skippingChildren: self[node].kind == .content)
    }
  }

  private func withText<Result>(
    of node: HTMLNode,
    _ body: (UnsafeBufferPointer<UInt8>, TextTraits) throws -> Result
  ) rethrows -> Result {
    guard node.kind == .text || node.kind == .comment else {
      return try body(UnsafeBufferPointer(start: nil, count: 0), [])
    }
    let traits = TextTraits(rawValue: node.detail)
    let range = Int(node.start)..<(Int(node.start) + Int(node.extent))
    guard !traits.contains(.isDecoded) else {
      return try joined.withUnsafeBufferPointer {
        try body(UnsafeBufferPointer(rebasing: $0[range]), traits)
      }
    }
    return try source.bytes.withMemoryRebound(to: UInt8.self) {
      try body(UnsafeBufferPointer(rebasing: $0[range]), traits)
    }
  }
}
