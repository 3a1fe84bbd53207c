extension Block {
  /// The words of one of the block's source lines: what follows the `>` signs its writer typed.
  ///
  /// No more signs are passed over than the block has quotations around it, each with the blanks
  /// behind it. `bytes` are the arena's.
  public func words(
    ofLine line: Range<Int>,
    in bytes: UnsafeRawBufferPointer
  ) -> Range<Int> {
    var start = line.lowerBound
    for _ in 0..<quoteDepth {
      guard start < line.upperBound, bytes[start] == UInt8(ascii: ">") else { break }
      start += 1
      while start < line.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
    }
    return start..<line.upperBound
  }
}
