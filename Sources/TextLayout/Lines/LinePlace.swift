import DocumentModel

/// Where a line of a flow starts: the state needed to lay out the lines from there on.
struct LinePlace: Hashable, Sendable {
  /// The block of the line, or the block after it if it is blank.
  var block: Int32
  /// Whether it is the blank line before the block.
  var isBlank = false
  /// What its source line is in a patch; of other text it is `context`.
  var patchLine = PatchLine.context
  /// The first byte of the line; in a table, of its row.
  var offset: UInt32
  /// Where its source line ends.
  var end: UInt32
  /// The number of the source line in the block.
  var source: UInt32 = 0
  /// The number of the line in the source line.
  var part: UInt32 = 0

  /// Whether the line starts at or before the byte `offset` of `block`.
  func isAtOrBefore(_ block: Int, _ offset: UInt32) -> Bool {
    (Int(self.block), self.offset) <= (block, offset)
  }
}
