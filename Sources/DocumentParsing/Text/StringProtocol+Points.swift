extension StringProtocol {
  /// The points that a short text begins with, such as `12 points`, `+3` or `−1`; `nil` if it states
  /// none, or no more than about how many, as `1.2k` does.
  package var points: Int? {
    var rest = self[...].drop { $0.isWhitespace }
    var isNegative = false
    if let sign = rest.first, "+-−–".contains(sign) {
      isNegative = sign != "+"
      rest = rest.dropFirst().drop { $0 == " " }
    }
    guard var digits = Self.digits(&rest) else { return nil }
    // Thousands come in groups of three; any other separator makes a fraction.
    while let separator = rest.first, ",.'’\u{A0}\u{202F}".contains(separator) {
      var behind = rest.dropFirst()
      guard let group = Self.digits(&behind) else { break }
      guard group.utf8.count == 3, digits.utf8.count <= 12 else { return nil }
      digits += group
      rest = behind
    }
    if let next = rest.first, next.isLetter || next == "%" { return nil }
    return Int(digits).map { isNegative ? -$0 : $0 }
  }

  private static func digits(_ rest: inout SubSequence) -> String? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.utf8.count <= 15 else { return nil }
    rest = rest[digits.endIndex...]
    return String(digits)
  }
}
