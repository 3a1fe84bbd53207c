import ReaderUI
import Terminal

/// A few words in a theme's colours, for a terminal that is not drawn by ncurses.
struct ThemeSample {
  private static let words: [(text: String, role: StyleRole)] = [
    (" Title ", .title), ("text ", .text), ("link", .link), (" ", .text), ("Ann ", .author1),
    ("Ben ", .author2), ("Cleo ", .author3), ("Dan ", .author4), ("│", .tree1), ("│", .tree2),
    ("│ ", .tree3), ("found", .searchHit), (" ", .text), (" status ", .status),
  ]

  /// The sample, with the escape sequences of ECMA-48 and those for 256 and all colours.
  static func text(of theme: Theme) -> String {
    words.map { sequence(of: theme[$0.role]) + $0.text }.joined() + "\u{1B}[0m"
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

  /// The codes that set a colour; `base` is 30 for text, 40 for what is behind.
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
