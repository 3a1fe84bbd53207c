import HTMLParsing

/// A line of WhatsApp's «Export chat» that begins a message: `31/12/23, 23:59 - Name: text`, or
/// `[31.12.23, 23:59:10] Name: text` on iOS.
///
/// The order of day, month and year, and the signs between them, are those of the telephone.
struct ChatLine {
  /// Date and time as they are written.
  let date: String
  /// Who wrote it, nil for a message of the app itself.
  let author: String?
  /// The text, in bytes of the line.
  let text: Range<Int>
  /// Whether a mark of direction stands before the text, as before what the app says itself.
  let isMarked: Bool

  /// The most bytes of a name.
  private static let nameLimit = 100

  /// Nil of a line that continues a message.
  init?(_ line: ArraySlice<UInt8>) {
    var scanner = Scanner(line)
    scanner.skipMarks()
    let isBracketed = scanner.skip(0x5B)
    let start = scanner.offset
    guard scanner.date() else { return nil }
    _ = scanner.skip(0x2C)
    scanner.skipBlanks()
    guard scanner.time() else { return nil }
    let end = scanner.offset
    if isBracketed {
      guard scanner.skip(0x5D) else { return nil }
    } else {
      scanner.skipBlanks()
      guard scanner.skip(0x2D) else { return nil }
    }
    scanner.skipBlanks()
    scanner.skipMarks()
    date = Self.plain(line[start..<end])
    let rest = line[scanner.offset...]
    if let colon = rest.range(ofBytes: ": ".utf8)?.lowerBound, colon > rest.startIndex,
      colon - rest.startIndex <= Self.nameLimit,
      // The app quotes the names of groups.
      !rest[..<colon].contains(0x22)
    {
      author = String(decoding: rest[..<colon], as: UTF8.self)
      scanner.offset = colon + 2
      scanner.skipMarks()
      text = scanner.offset..<line.endIndex
      isMarked = scanner.offset > colon + 2
    } else {
      author = nil
      text = rest.startIndex..<line.endIndex
      isMarked = false
    }
  }

  /// The date with plain blanks: some telephones write narrow ones that do not break.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    String(
      String(decoding: bytes, as: UTF8.self).unicodeScalars.map {
        $0.value == 0x202F || $0.value == 0xA0 ? " " : Character($0)
      }
    )
  }

  private struct Scanner {
    let line: ArraySlice<UInt8>
    var offset: Int

    init(_ line: ArraySlice<UInt8>) {
      self.line = line
      offset = line.startIndex
    }

    private var next: UInt8? { offset < line.endIndex ? line[offset] : nil }

    mutating func skip(_ byte: UInt8) -> Bool {
      guard next == byte else { return false }
      offset += 1
      return true
    }

    /// Marks of the direction of text, U+200E and U+200F.
    mutating func skipMarks() {
      while line[offset...].starts(with: [0xE2, 0x80, 0x8E])
        || line[offset...].starts(with: [0xE2, 0x80, 0x8F])
      {
        offset += 3
      }
    }

    mutating func skipBlanks() {
      while true {
        if next == 0x20 {
          offset += 1
        } else if line[offset...].starts(with: [0xE2, 0x80, 0xAF]) {
          offset += 3
        } else if line[offset...].starts(with: [0xC2, 0xA0]) {
          offset += 2
        } else {
          return
        }
      }
    }

    private mutating func digits(_ count: ClosedRange<Int>) -> Bool {
      let found = line[offset...].prefix(5).prefix { 0x30...0x39 ~= $0 }.count
      guard count ~= found else { return false }
      offset += found
      return true
    }

    /// Three numbers with the same sign between them.
    mutating func date() -> Bool {
      guard digits(1...4), let sign = next, "./-".utf8.contains(sign), skip(sign), digits(1...2),
        skip(sign)
      else { return false }
      return digits(1...4)
    }

    /// Hours and minutes, seconds, and which half of the day.
    mutating func time() -> Bool {
      guard digits(1...2), let sign = next, sign == 0x3A || sign == 0x2E, skip(sign), digits(2...2)
      else { return false }
      if next == sign {
        offset += 1
        guard digits(2...2) else { return false }
      }
      let end = offset
      skipBlanks()
      // AM, p.m., a. m.
      guard let half = next, half | 0x20 == 0x61 || half | 0x20 == 0x70 else {
        offset = end
        return true
      }
      offset += 1
      _ = skip(0x2E)
      skipBlanks()
      guard let letter = next, letter | 0x20 == 0x6D else {
        offset = end
        return true
      }
      offset += 1
      _ = skip(0x2E)
      return true
    }
  }
}
