import DocumentParsing

/// The lines of a text, counted from 0.
struct TextLines {
  /// The text.
  let bytes: UnsafeRawBufferPointer
  /// Where its lines begin.
  let table: LineTable
  /// How many columns of each line belong to the layout of the page: blanks, and short signs left of
  /// the text, which are left out.
  var margin = 0

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
  func offsets(_ line: Int) -> Range<Int> {
    margin == 0 ? table.offsets(line) : insideMargin(table.offsets(line))
  }

  /// The offsets of a line without blanks at its ends.
  @inline(__always)
  func text(_ line: Int) -> Range<Int> { bytes.trimmed(offsets(line)) }

  /// Whether a line holds nothing but blanks; `true` beyond the ends.
  @inline(__always)
  func isBlank(_ line: Int) -> Bool {
    guard margin > 0, line >= 0, line < count else { return table.isBlank(line, in: bytes) }
    return text(line).isEmpty
  }

  /// Whether a line, which must be one, begins with a space or a tab.
  func isIndented(_ line: Int) -> Bool { table.isIndented(line, in: bytes) }

  /// The longest sign beside a text that belongs to the layout, in bytes: a bullet, `[s]`.
  private static let longestSign = 4

  /// Whether a line begins with a short sign that stands apart from the text behind it, or alone.
  func beginsWithSign(_ line: Int) -> Bool {
    guard let (sign, text) = sign(in: table.offsets(line)) else { return false }
    return text - sign.upperBound > 1
  }

  /// The first word of a line if it is short, and where the text behind it begins.
  private func sign(in line: Range<Int>) -> (Range<Int>, text: Int)? {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20 { start += 1 }
    var end = start
    while end < line.upperBound, bytes[end] > 0x20 { end += 1 }
    guard start < end, end - start <= Self.longestSign else { return nil }
    var text = end
    while text < line.upperBound, bytes[text] == 0x20 { text += 1 }
    return (start..<end, text == line.upperBound ? line.upperBound + 2 : text)
  }

  /// The part of a line that is right of the margin, or all of a line that begins left of it.
  private func insideMargin(_ line: Range<Int>) -> Range<Int> {
    let limit = min(line.lowerBound + margin, line.upperBound)
    var start = line.lowerBound
    while start < limit, bytes[start] == 0x20 { start += 1 }
    if start == limit { return start..<line.upperBound }
    if bytes[start] == 0x09 { return bytes.trimmed(start..<line.upperBound) }
    guard let (sign, text) = sign(in: line), text - sign.upperBound > 1,
      sign.upperBound - line.lowerBound < margin
    else { return start..<line.upperBound }
    if text > line.upperBound { return line.upperBound..<line.upperBound }
    return text >= limit ? limit..<line.upperBound : start..<line.upperBound
  }

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
