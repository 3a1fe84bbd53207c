import DocumentParsing

extension TextLine {
  /// The sign the line is made of, if it is made of one that underlines.
  private func underlineByte(
    in bytes: UnsafeRawBufferPointer,
    _ policy: TextBlockPolicy
  ) -> UInt8? {
    guard text.count <= policy.longestRule else { return nil }
    let byte = firstByte
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "~"), UInt8(ascii: "*"),
      UInt8(ascii: "_"):
      return text.allSatisfy { bytes[$0] == byte } ? byte : nil
    default: return nil
    }
  }

  /// Whether the line underlines, or overlines, the text of `title`.
  func underlines(
    _ title: TextLine,
    in bytes: UnsafeRawBufferPointer,
    _ policy: TextBlockPolicy
  ) -> Bool {
    guard text.count >= policy.leastRule, underlineByte(in: bytes, policy) != nil,
      title.underlineByte(in: bytes, policy) == nil,
      !title.isBlank, title.text.count <= policy.longestUnderlinedTitle
    else { return false }
    switch LineMarker(bytes, title.text, policy) {
    case .quote?, .item(nil, _)?: return false
    default: break
    }
    return text.count * 100 >= title.text.count * policy.leastUnderline
      && text.count <= title.text.count + policy.mostOverhang
  }

  /// Whether the line is a rule: `-----`, `* * *`.
  func isRule(in bytes: UnsafeRawBufferPointer, _ policy: TextBlockPolicy) -> Bool {
    guard text.count >= policy.leastRule, text.count <= policy.longestRule else { return false }
    if underlineByte(in: bytes, policy) != nil { return true }
    let (sign, blank) = (firstByte, UInt8(ascii: " "))
    guard sign == UInt8(ascii: "*") || sign == UInt8(ascii: "-") else { return false }
    return text.count >= policy.leastSpacedRule
      && text.allSatisfy { bytes[$0] == (($0 - text.lowerBound) % 2 == 0 ? sign : blank) }
  }
}

extension LineTable {
  /// Whether line `index` separates paragraphs: blank, beyond the ends, or in wrapped text nothing
  /// but a full stop, as in the control files of Debian.
  func isGap(_ index: Int, in bytes: UnsafeRawBufferPointer, isWrapped: Bool) -> Bool {
    guard !isBlank(index, in: bytes) else { return true }
    guard isWrapped, let last = offsets(index).last, bytes[last] <= UInt8(ascii: ".") else {
      return false
    }
    return bytes.equal(bytes.trimmed(offsets(index)), ".")
  }
}
