extension Block {
  /// The text of one source line of the block after the `>` signs that its writer typed.
  ///
  /// Skips at most `quoteDepth` signs, each with the spaces after it. `bytes` are the arena's.
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
