import Terminal

/// The colours a terminal can show, and the nearest of them to any other.
struct PaletteColors {
  /// How colours are told to the terminal.
  enum Depth: Hashable, Sendable {
    /// Attributes only.
    case none
    /// The first 8, 16, 88 or 256 of the palette.
    case indexed(Int)
    /// Red, green and blue; the first 8 numbers are palette entries.
    case direct
  }

  /// What the terminal can show.
  let depth: Depth
  private var nearest: [UInt32: Int32] = [:]

  /// The colours of a terminal that can show `depth`.
  init(depth: Depth) { self.depth = depth }

  /// The number by which curses knows the nearest colour; -1 is the terminal's own.
  ///
  /// O(1) but for the first time a colour is asked for.
  mutating func number(of color: Color) -> Int32 {
    if color == .standard || depth == .none { return -1 }
    if let known = nearest[color.rawValue] { return known }
    let number = nearestNumber(of: color)
    nearest[color.rawValue] = number
    return number
  }

  private func nearestNumber(of color: Color) -> Int32 {
    switch (depth, color.paletteIndex, color.components) {
    case (.none, _, _): return -1
    case (.indexed(let count), let index?, _) where Int(index) < count: return Int32(index)
    case (.direct, let index?, _) where index < 8: return Int32(index)
    case (let depth, let index?, _): return Self.number(of: Self.entry(Int(index)), in: depth)
    case (let depth, _, let components?):
      let (red, green, blue) = components
      return Self.number(of: RGB(red: Int(red), green: Int(green), blue: Int(blue)), in: depth)
    default: return -1
    }
  }

  private static func number(of color: RGB, in depth: Depth) -> Int32 {
    switch depth {
    case .none: return -1
    case .direct:
      // Numbers below 8 mean the palette: the darkest blues are all but black anyway.
      return max(8, Int32(color.red << 16 | color.green << 8 | color.blue))
    case .indexed(let count):
      // With 256 colours the first 16 are the user's own: nobody knows what they look like.
      let choices = count >= 256 ? 16..<256 : 0..<min(count, 16)
      let best = choices.min { entry($0).distance(to: color) < entry($1).distance(to: color) }
      return Int32(best ?? -1)
    }
  }

  /// Palette entry `index` as xterm has it.
  static func entry(_ index: Int) -> RGB {
    let steps = [0, 95, 135, 175, 215, 255]
    switch index {
    case 0..<16: return RGB(rgb: first16[index])
    case 16..<232:
      let cube = index - 16
      return RGB(red: steps[cube / 36], green: steps[cube / 6 % 6], blue: steps[cube % 6])
    default:
      let grey = 8 + 10 * (index - 232)
      return RGB(red: grey, green: grey, blue: grey)
    }
  }

  private static let first16 = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}

/// Red, green and blue, 0 to 255 each.
struct RGB: Hashable {
  let red, green, blue: Int

  init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init(rgb: Int) { self.init(red: rgb >> 16, green: rgb >> 8 & 0xFF, blue: rgb & 0xFF) }

  /// How different two colours look: the "redmean" approximation, squared, without unit.
  ///
  /// Source: Thiadmer Riemersma, "Colour metric", compuphase.com/cmetric.htm.
  func distance(to other: RGB) -> Int {
    let mean = (red + other.red) / 2
    let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
    return (512 + mean) * r * r + 1024 * g * g + (767 - mean) * b * b
  }

  /// Whether text on it had better be light: its brightness is below half (ITU-R BT.601).
  var isDark: Bool { 299 * red + 587 * green + 114 * blue < 127_500 }
}
