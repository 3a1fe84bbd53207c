import DocumentParsing

extension TextLine {
  /// Longer lines are not drawn by hand, in bytes.
  private static let ruleLimit = 300

  /// The sign the line is made of, if it is made of one that underlines.
  func underlineByte(in bytes: UnsafeRawBufferPointer) -> UInt8? {
    guard text.count < Self.ruleLimit else { return nil }
    let byte = firstByte
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "~"), UInt8(ascii: "*"),
      UInt8(ascii: "_"):
      return text.allSatisfy { bytes[$0] == byte } ? byte : nil
    default: return nil
    }
  }

  /// Whether the line underlines, or overlines, the text of `title`.
  func underlines(_ title: TextLine, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard text.count >= 3, underlineByte(in: bytes) != nil, title.underlineByte(in: bytes) == nil,
      !title.isBlank, title.text.count <= 120
    else { return false }
    switch LineMarker(bytes, title.text) {
    case .quote?, .item(nil, _)?: return false
    default: break
    }
    return text.count * 2 >= title.text.count && text.count <= title.text.count + 24
  }

  /// Whether the line is a rule: `-----`, `* * *`.
  func isRule(in bytes: UnsafeRawBufferPointer) -> Bool {
    guard text.count >= 3, text.count < Self.ruleLimit else { return false }
    if underlineByte(in: bytes) != nil { return true }
    let (sign, blank) = (firstByte, UInt8(ascii: " "))
    guard sign == UInt8(ascii: "*") || sign == UInt8(ascii: "-") else { return false }
    return text.count >= 5
      && text.allSatisfy { bytes[$0] == (($0 - text.lowerBound) % 2 == 0 ? sign : blank) }
  }
}

extension LineTable {
  /// Whether line `index` separates paragraphs: blank, beyond the ends, or in wrapped text nothing
  /// but a full stop, as in the control files of Debian.
  func isGap(_ index: Int, in bytes: UnsafeRawBufferPointer, isWrapped: Bool) -> Bool {
    guard !isBlank(index, in: bytes) else { return true }
    guard isWrapped, offsets(index).count < 8 else { return false }
    return bytes.equal(bytes.trimmed(offsets(index)), ".")
  }
}
