/// An appointment (RFC 5545) as text.
struct CalendarText {
  /// A line for each thing that is said of the first appointment; empty if there is none.
  let text: String

  /// What is shown, in this order, and under which name.
  private static let shown = [
    ("SUMMARY", ""), ("DTSTART", "from "), ("DTEND", "to "), ("LOCATION", "at "),
    ("DESCRIPTION", ""),
  ]
  /// The most lines that are looked at.
  private static let lineLimit = 10_000

  /// Reads clean text; O(length).
  init(_ calendar: [UInt8]) {
    let lines = calendar.split(separator: 0x0A).prefix(Self.lineLimit)
    var values: [String: String] = [:]
    var isInside = false
    var last: String?
    for line in lines {
      // A line that begins with a blank goes on with the one before.
      if let first = line.first, first == 0x20 || first == 0x09 {
        if let last { values[last]? += String(decoding: line.dropFirst(), as: UTF8.self) }
        continue
      }
      last = nil
      if line.starts(with: "BEGIN:VEVENT".utf8) { isInside = true }
      if line.starts(with: "END:VEVENT".utf8) { break }
      guard isInside, let colon = line.firstIndex(of: 0x3A) else { continue }
      let name = line[..<colon].prefix { $0 != UInt8(ascii: ";") }
      let field = String(decoding: name, as: UTF8.self)
      guard values[field] == nil, Self.shown.contains(where: { $0.0 == field }) else { continue }
      values[field] = String(decoding: line[(colon + 1)...], as: UTF8.self)
      last = field
    }
    text = Self.shown.compactMap { field, word in
      guard let value = values[field], !value.isEmpty else { return nil }
      return word + (field.hasPrefix("DT") ? Self.moment(value) : Self.unescaped(value))
    }
    .joined(separator: "\n")
  }

  /// `20240105T100000Z` as `2024-01-05 10:00 UTC`; other forms as they are.
  private static func moment(_ value: String) -> String {
    let digits = Array(value.utf8)
    guard digits.count >= 8, digits.prefix(8).allSatisfy({ 0x30...0x39 ~= $0 }) else {
      return value
    }
    func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
    let day = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
    guard digits.count >= 13, digits[9..<13].allSatisfy({ 0x30...0x39 ~= $0 }) else { return day }
    return "\(day) \(part(9..<11)):\(part(11..<13))\(digits.last == 0x5A ? " UTC" : "")"
  }

  /// The text that a value stands for (section 3.3.11).
  private static func unescaped(_ value: String) -> String {
    var text = ""
    var isEscaped = false
    for character in value {
      if isEscaped {
        text.append(character == "n" || character == "N" ? "\n" : character)
      } else if character != "\\" {
        text.append(character)
      }
      isEscaped = !isEscaped && character == "\\"
    }
    return text
  }
}
