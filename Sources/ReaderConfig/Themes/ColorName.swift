import Terminal

/// Parses the colours of themes.
enum ColorName {
  /// The names of the first sixteen colours of the palette, in order.
  static let ansi = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue",
    "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// The colour for `#rrggbb`, `#rgb`, `0` to `255`, an ANSI name, or `default`; `nil` otherwise.
  static func parse(_ text: String) -> Color? {
    if text == "default" { return .standard }
    if let index = ansi.firstIndex(of: text) { return .palette(UInt8(index)) }
    if text == "gray" || text == "grey" { return .palette(8) }
    if text.hasPrefix("#") { return hexadecimal(text.dropFirst()) }
    return UInt8(text).map(Color.palette)
  }

  /// The colour for three or six hexadecimal digits; `nil` otherwise.
  static func hexadecimal(_ digits: some StringProtocol) -> Color? {
    let values = digits.compactMap(\.hexDigitValue)
    guard values.count == digits.count else { return nil }
    switch values.count {
    case 3: return .rgb(UInt8(values[0] * 17), UInt8(values[1] * 17), UInt8(values[2] * 17))
    case 6:
      return .rgb(
        UInt8(values[0] * 16 + values[1]),
        UInt8(values[2] * 16 + values[3]),
        UInt8(values[4] * 16 + values[5])
      )
    default: return nil
    }
  }
}
