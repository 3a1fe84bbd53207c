import DocumentModel

/// Posts that are only a link.
extension Document {
  /// The address that the article consists of, `nil` if it says more than that; O(1).
  public var linkedAddress: String? {
    let blocks = blocks(of: article)
    guard blocks.count == 1, let block = blocks.first, block.kind == .paragraph,
      let link = spans(of: block).first,
      link.kind == .link, link.text.count == block.text.count, !link.url.isEmpty
    else { return nil }
    let address = LinkAddress.escaped(text[link.url])
    guard LinkAddress.isWeb(address), text[block.text].contains("://") else { return nil }
    return address
  }
}
