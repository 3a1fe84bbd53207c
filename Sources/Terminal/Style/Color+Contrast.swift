extension Color {
  /// Red, green and blue as a terminal most likely shows them; `nil` for its own text or background.
  ///
  /// Entries 0 to 15 are whatever the person chose; these are xterm's, a fair guess.
  public var likelyComponents: (red: UInt8, green: UInt8, blue: UInt8)? {
    if let components { return components }
    guard let index = paletteIndex else { return nil }
    switch index {
    case 0..<16: return Self.ansi[Int(index)]
    case 16..<232:
      let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
      let cube = Int(index) - 16
      return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    default:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }

  private static let ansi: [(red: UInt8, green: UInt8, blue: UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  /// How well text of this colour reads on `background`: 1 not at all, 4.5 well, 21 black on white.
  ///
  /// `nil` if either is the terminal's own, of which nothing is known. Source: WCAG 2.2, contrast
  /// ratio.
  public func contrast(on background: Color) -> Double? {
    guard let luminance, let other = background.luminance else { return nil }
    return (max(luminance, other) + 0.05) / (min(luminance, other) + 0.05)
  }

  /// How bright the colour is, from 0 for black to 1 for white; `nil` for the terminal's own.
  public var luminance: Double? {
    linearComponents.map { 0.2126 * $0.red + 0.7152 * $0.green + 0.0722 * $0.blue }
  }

  /// The light of each channel, 0 to 1; `nil` for the terminal's own colour.
  var linearComponents: (red: Double, green: Double, blue: Double)? {
    likelyComponents.map { (Self.linear($0.red), Self.linear($0.green), Self.linear($0.blue)) }
  }

  /// One channel's light.
  ///
  /// The curve of sRGB, by a polynomial that is off by less than one step in 255.
  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value * value * (0.305306011 * value + 0.682171111) + 0.012522878 * value
  }
}
