import DocumentParsing

extension TextLine {
  /// The sign that the line repeats, if it is one that people underline with.
  private func underlineByte(
    in bytes: UnsafeRawBufferPointer,
    policy: TextBlockPolicy
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
    policy: TextBlockPolicy
  ) -> Bool {
    guard text.count >= policy.leastRule, underlineByte(in: bytes, policy: policy) != nil,
      title.underlineByte(in: bytes, policy: policy) == nil,
      !title.isBlank, title.text.count <= policy.longestUnderlinedTitle
    else { return false }
    switch LineMarker(bytes, title.text, limits: policy.markers) {
    case .quote?, .item(nil, _)?: return false
    default: break
    }
    return text.count * 100 >= title.text.count * policy.leastUnderline
      && text.count <= title.text.count + policy.mostOverhang
  }

  /// Whether the line is a rule: `-----`, `* * *`.
  func isRule(in bytes: UnsafeRawBufferPointer, policy: TextBlockPolicy) -> Bool {
    guard text.count >= policy.leastRule, text.count <= policy.longestRule else { return false }
    if underlineByte(in: bytes, policy: policy) != nil { return true }
    let (sign, blank) = (firstByte, UInt8(ascii: " "))
    guard sign == UInt8(ascii: "*") || sign == UInt8(ascii: "-") else { return false }
    return text.count >= policy.leastSpacedRule
      && text.allSatisfy { bytes[$0] == (($0 - text.lowerBound) % 2 == 0 ? sign : blank) }
  }
}
