import DocumentModel

extension Timestamp {
  /// A moment in ISO 8601's extended form, as RFC 3339 and HTML's `datetime` write it.
  ///
  /// `2016`, `2016-09`, `2016-09-28`, then `T` or a blank and the time to the minute or second,
  /// fractions dropped, then `Z` or an offset with or without colon. Nil if it is anything else.
  public init?(iso text: some StringProtocol) {
    let utf8 = text.utf8
    let moment =
      utf8.withContiguousStorageIfAvailable { Timestamp(iso: UnsafeRawBufferPointer($0)) }
      ?? Array(utf8).withUnsafeBytes { Timestamp(iso: $0) }
    guard let moment else { return nil }
    self = moment
  }

  /// The same, of UTF-8; no memory.
  package init?(iso text: UnsafeRawBufferPointer) {
    var scanner = DigitScanner(text)
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
    let offset = precision >= .minute ? scanner.zone() : nil
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
  private let text: UnsafeRawBufferPointer
  private var offset = 0

  init(_ text: UnsafeRawBufferPointer) { self.text = text }

  var isAtEnd: Bool { text[offset...].allSatisfy { $0 == 0x20 } }

  private var next: UInt8? { offset < text.count ? text[offset] : nil }

  mutating func number(_ width: Int) -> Int? {
    guard offset + width <= text.count else { return nil }
    var number = 0
    for byte in text[offset..<offset + width] {
      guard 0x30...0x39 ~= byte else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    offset += width
    return number
  }

  mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == mark.value else { return false }
    offset += 1
    return true
  }

  mutating func skipDigits() {
    while let next, 0x30...0x39 ~= next { offset += 1 }
  }

  /// Minutes east of UTC.
  mutating func zone() -> Int16? {
    while skip(" ") {}
    if skip("Z") || skip("z") { return 0 }
    let isWest = next == 0x2D
    guard skip("+") || skip("-"), let hours = number(2) else { return nil }
    _ = skip(":")
    let size = Int16(hours * 60 + (number(2) ?? 0))
    return isWest ? -size : size
  }
}
