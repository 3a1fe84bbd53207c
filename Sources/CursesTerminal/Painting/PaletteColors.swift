import Terminal

/// The colours a terminal can show, and the nearest of them to any colour.
struct PaletteColors {
  /// How colours are sent to the terminal.
  enum Depth: Hashable, Sendable {
    /// No colours, attributes only.
    case none
    /// By number: the first 8, 16, 88 or 256 colours of the palette.
    case indexed(Int)
    /// By red, green and blue; the lowest numbers are palette entries.
    case truecolor(paletteCount: Int)
  }

  /// What the terminal can show.
  let depth: Depth
  private var nearest: [UInt32: Int32] = [:]

  /// The colours of a terminal that can show `depth`.
  init(depth: Depth) { self.depth = depth }

  /// ncurses' number of the nearest colour; -1 is the terminal's default colour.
  ///
  /// O(1), except for the first time that a colour is needed.
  mutating func number(of color: Color) -> Int32 {
    if color == .standard || depth == .none { return -1 }
    if let known = nearest[color.rawValue] { return known }
    let number = nearestNumber(of: color)
    nearest[color.rawValue] = number
    return number
  }

  private func nearestNumber(of color: Color) -> Int32 {
    if let index = color.paletteIndex, Int(index) < paletteCount { return Int32(index) }
    switch depth {
    case .none: return -1
    case .truecolor(let paletteCount):
      guard let (red, green, blue) = color.likelyComponents else { return -1 }
      // The numbers used by the palette are the darkest blues, which are almost black.
      return max(Int32(paletteCount), Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
    case .indexed(let count):
      // Of 256 colours, users redefine the first 16: what those look like is not known.
      let choices = count >= 256 ? 16..<256 : 0..<min(count, 16)
      let distances = choices.map { (color.distance(to: .palette(UInt8($0))), $0) }
      return Int32(distances.min { $0.0 < $1.0 }?.1 ?? -1)
    }
  }

  /// How many colours the terminal shows.
  var count: Int {
    if case .truecolor = depth { return 1 << 24 }
    return paletteCount
  }

  /// How many palette entries have a number.
  private var paletteCount: Int {
    switch depth {
    case .none: 0
    case .indexed(let count): count
    case .truecolor(let count): count
    }
  }
}

extension Color {
  /// Whether light text reads better on it than dark text.
  var isDark: Bool { (luminance ?? 0) < 0.179 }
}
