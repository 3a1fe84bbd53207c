import DocumentModel

/// How blocks are put together for JSON: consecutive list items become one list.
extension Document {
  /// The end of the run of list items that begins at `index`; the next block for other kinds.
  func groupEnd(_ index: Int, _ limit: Int) -> Int {
    var end = index + 1
    guard blocks[index].kind == .listItem else { return end }
    while end < limit, blocks[end].kind == .listItem,
      blocks[end].quoteDepth == blocks[index].quoteDepth
    {
      end += 1
    }
    return end
  }
}

extension Block {
  /// Whether its text describes or names an image, so that the page does not show it.
  var isDescription: Bool { kind == .image && level > 0 }
}

extension UnsafeRawBufferPointer {
  /// The number of Unicode scalars in a range.
  func scalarCount(_ range: Range<Int>) -> Int {
    var count = 0
    for offset in range where self[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
