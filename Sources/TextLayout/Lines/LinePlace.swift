/// Where a line of a flow starts: all that is needed to lay out the lines from there on.
struct LinePlace: Hashable, Sendable {
  /// The block the line belongs to, or that it stands before if it is blank.
  var block: Int32
  /// Whether it is the blank line before the block.
  var isBlank = false
  /// The first byte of the line; in a table, of its row.
  var offset: UInt32
  /// Where the source line ends that it shows.
  var end: UInt32
  /// Which source line of the block that is.
  var source: UInt32 = 0
  /// Which line of the source line.
  var part: UInt32 = 0

  /// Whether the line stands before or at the byte `offset` of `block`.
  func isAtOrBefore(_ block: Int, _ offset: UInt32) -> Bool {
    (Int(self.block), self.offset) <= (block, offset)
  }
}
