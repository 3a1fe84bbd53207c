import DocumentParsing

/// The lines of a text, counted from 0.
struct TextLines {
  /// The text.
  let bytes: UnsafeRawBufferPointer
  /// Where its lines begin.
  let table: LineTable

  /// The lines of `bytes`.
  init(_ bytes: UnsafeRawBufferPointer) { self.init(bytes: bytes, table: LineTable(bytes)) }

  /// The lines of `bytes`, which `table` knows already.
  init(bytes: UnsafeRawBufferPointer, table: LineTable) {
    self.bytes = bytes
    self.table = table
  }

  /// How many lines there are.
  @inline(__always)
  var count: Int { table.count }

  /// The offsets of a line, without its newline.
  @inline(__always)
  func offsets(_ line: Int) -> Range<Int> { table.offsets(line) }

  /// The offsets of a line without blanks at its ends.
  @inline(__always)
  func text(_ line: Int) -> Range<Int> { bytes.trimmed(table.offsets(line)) }

  /// Whether a line holds nothing but blanks; `true` beyond the ends.
  @inline(__always)
  func isBlank(_ line: Int) -> Bool { table.isBlank(line, in: bytes) }

  /// Whether a line, which must be one, begins with a space or a tab.
  func isIndented(_ line: Int) -> Bool { table.isIndented(line, in: bytes) }

  /// Whether two lines, which must be there, hold the same text, blanks at their ends aside.
  func same(_ line: Int, _ other: Int) -> Bool { bytes.equal(text(line), text(other)) }

  /// Whether a line separates paragraphs: blank, beyond the ends, or in wrapped text nothing but a
  /// full stop, as in the control files of Debian.
  func isGap(_ line: Int, isWrapped: Bool) -> Bool {
    guard !isBlank(line) else { return true }
    guard isWrapped, let last = offsets(line).last, bytes[last] <= UInt8(ascii: ".") else {
      return false
    }
    return bytes.equal(text(line), ".")
  }
}
