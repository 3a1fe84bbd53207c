import DocumentParsing

/// The measures of a line of text, in columns.
///
/// A scalar takes one column, an ideograph two, a tab leads to the next multiple of eight.
struct TextLine {
  /// The line without blanks at its ends.
  let text: Range<Int>
  /// The columns before the text.
  private(set) var indent = 0
  /// The columns up to the end of the text, `indent` among them.
  private(set) var width = 0
  /// The columns of the first word; if that is in ideographs, of the first one, because a line may end
  /// after each.
  private(set) var firstWord = 0
  /// Whether the first word is long enough to tell that entries of a list are alike.
  private var hasEntryWord = false
  /// The columns of the last word.
  private(set) var lastWord = 0
  /// Whether a tab or several blanks inside separate columns.
  private(set) var hasGap = false
  /// Whether it ends within a sentence: in a small letter or a comma.
  private(set) var goesOn = false
  /// The first four bytes, fewer in a shorter line.
  private(set) var opening: UInt32 = 0

  /// Measures the line at `offsets`.
  init(_ bytes: UnsafeRawBufferPointer, _ offsets: Range<Int>, policy: TextBlockPolicy) {
    text = bytes.trimmed(offsets)
    guard let first = text.first, let last = text.last else { return }
    goesOn = 0x61...0x7A ~= bytes[last] || bytes[last] == UInt8(ascii: ",")
    for offset in offsets.lowerBound..<first { indent = Self.column(after: bytes[offset], indent) }
    width = indent + text.count
    for offset in text.prefix(4) { opening = opening << 8 | UInt32(bytes[offset]) }
    // Nobody breaks longer lines.
    if text.count <= policy.longestMeasuredLine { measure(bytes, gap: policy.leastColumnGap) }
    hasEntryWord = firstWord >= policy.leastEntryWord
  }

  private mutating func measure(_ bytes: UnsafeRawBufferPointer, gap: Int) {
    width = indent
    var isFirstWord = true
    var blanks = 0
    for offset in text {
      let byte = bytes[offset]
      let isBlank = byte == 0x20 || byte == 0x09
      width = Self.column(after: byte, width)
      blanks = isBlank ? blanks + 1 : 0
      if blanks == gap || byte == 0x09 { hasGap = true }
      lastWord = isBlank ? 0 : Self.column(after: byte, lastWord)
      isFirstWord = isFirstWord && !isBlank
      if isFirstWord { firstWord = lastWord }
    }
    if Self.isIdeographic(bytes[text.lowerBound]) { firstWord = 2 }
  }

  /// Whether there is no text.
  var isBlank: Bool { text.isEmpty }
  /// Whether it separates paragraphs: blank, or nothing but a full stop.
  var isGap: Bool { text.isEmpty || text.count == 1 && firstByte == UInt8(ascii: ".") }
  /// The first byte of the text.
  var firstByte: UInt8 {
    UInt8(truncatingIfNeeded: opening >> (8 * UInt32(min(4, text.count) - 1)))
  }

  /// Whether it begins like a copyright notice, which ends with its line.
  var isCopyright: Bool { opening == 0x436F_7079 && firstWord == 9 }

  /// Whether both lines begin like entries of a log or list: with the same sign or word, or with a
  /// digit.
  func isEntry(like other: TextLine) -> Bool {
    let byte = firstByte
    if byte < 0x30 { return byte == other.firstByte && byte != UInt8(ascii: "(") }
    if byte < 0x3A { return 0x30..<0x3A ~= other.firstByte }
    return opening == other.opening && hasEntryWord
  }

  /// Whether a scalar with this first byte belongs to a script without blanks: Chinese, Japanese.
  static func isIdeographic(_ lead: UInt8) -> Bool { 0xE3...0xE9 ~= lead }

  private static func column(after byte: UInt8, _ column: Int) -> Int {
    switch byte {
    case 0x09: column / 8 * 8 + 8
    case 0x80...0xBF: column
    case 0xE3...0xED: column + 2
    default: column + 1
    }
  }
}
