import DocumentModel

extension Timestamp {
  /// A moment in ISO 8601's extended form, as RFC 3339 and HTML's `datetime` write it.
  ///
  /// `2016`, `2016-09`, `2016-09-28`, then `T` or a blank and the time to the minute or second,
  /// fractions dropped, then `Z` or an offset with or without colon. Nil if it is anything else.
  public init?(iso text: some StringProtocol) {
    var scanner = DigitScanner(text.utf8)
    guard let year = scanner.number(4) else { return nil }
    var (month, day, hour, minute, second) = (1, 1, 0, 0, 0)
    var precision = Precision.year
    if scanner.skip("-"), let number = scanner.number(2) {
      (month, precision) = (number, .month)
      if scanner.skip("-"), let number = scanner.number(2) { (day, precision) = (number, .day) }
    }
    if precision == .day, scanner.skip("T") || scanner.skip("t") || scanner.skip(" ") {
      guard let first = scanner.number(2), scanner.skip(":"), let next = scanner.number(2) else {
        return nil
      }
      (hour, minute, precision) = (first, next, .minute)
      if scanner.skip(":"), let number = scanner.number(2) {
        (second, precision) = (number, .second)
        if scanner.skip(".") || scanner.skip(",") { scanner.skipDigits() }
      }
    }
    let offset = precision >= .minute ? scanner.offset() : nil
    guard scanner.isAtEnd else { return nil }
    self.init(
      year: year,
      month: month,
      day: day,
      hour: hour,
      minute: minute,
      second: second,
      offset: offset,
      precision: precision
    )
  }
}

/// Reads numbers of a fixed width.
private struct DigitScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: some Sequence<UInt8>) { rest = Array(text)[...] }

  var isAtEnd: Bool { rest.allSatisfy { $0 == 0x20 } }

  mutating func number(_ width: Int) -> Int? {
    guard rest.count >= width, rest.prefix(width).allSatisfy({ 0x30...0x39 ~= $0 }) else {
      return nil
    }
    defer { rest = rest.dropFirst(width) }
    return rest.prefix(width).reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == mark.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func skipDigits() { rest = rest.drop { 0x30...0x39 ~= $0 } }

  /// Minutes east of UTC.
  mutating func offset() -> Int16? {
    if skip(" ") { return offset() }
    if skip("Z") || skip("z") { return 0 }
    let isWest = rest.first == 0x2D
    guard skip("+") || skip("-"), let hours = number(2) else { return nil }
    _ = skip(":")
    let size = Int16(hours * 60 + (number(2) ?? 0))
    return isWest ? -size : size
  }
}
