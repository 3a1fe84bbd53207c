import DocumentModel

/// Where the items of a list stand: each below the text of the item that it belongs to.
struct MarkdownItems {
  /// The levels of the items that the next one may belong to, and where the text of each begins.
  private var open: [(level: UInt8, text: Int)] = []

  /// What stands before the first line of an item, and before its further ones.
  mutating func next(_ item: Block) -> (first: String, rest: String) {
    while let last = open.last, last.level >= item.level { open.removeLast() }
    let indent = open.last?.text ?? 0
    let marker = item.ordinal.map { "\($0). " } ?? "- "
    open.append((item.level, indent + marker.utf8.count))
    return (
      String(repeating: " ", count: indent) + marker,
      String(repeating: " ", count: indent + marker.utf8.count)
    )
  }
}
