import Terminal

/// A line of output for people, made visible whatever names and values it quotes.
struct OutputLine {
  /// What is written.
  private(set) var bytes: [UInt8] = []

  /// A line that begins with `text`.
  init(_ text: String) { append(text) }

  /// Adds text.
  mutating func append(_ text: String) { bytes += StandardOutput.visible(text).utf8 }

  /// Adds text in a style, by ECMA-48 and xterm's sequences for 256 colours and for red, green, blue.
  mutating func append(_ text: String, style: Style) {
    bytes += Self.sequence(of: style).utf8
    append(text)
    bytes += "\u{1B}[0m".utf8
  }

  private static func sequence(of style: Style) -> String {
    var all = ["0"]
    let attributes: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
      (.strikethrough, "9"),
    ]
    all += attributes.filter { style.attributes.contains($0.0) }.map(\.1)
    all += codes(of: style.foreground, base: 30) + codes(of: style.background, base: 40)
    return "\u{1B}[\(all.joined(separator: ";"))m"
  }

  /// The codes that set a colour; `base` is 30 for text, 40 for the background.
  private static func codes(of color: Color, base: Int) -> [String] {
    if let (red, green, blue) = color.components {
      return ["\(base + 8);2;\(red);\(green);\(blue)"]
    }
    guard let index = color.paletteIndex else { return [] }
    switch index {
    case 0..<8: return ["\(base + Int(index))"]
    case 8..<16: return ["\(base + 52 + Int(index))"]
    default: return ["\(base + 8);5;\(index)"]
    }
  }
}
