extension Color {
  /// Red, green and blue as a terminal most likely shows them; `nil` for its default colours.
  ///
  /// Users can change entries 0 to 15 of the palette; xterm's values are assumed.
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

  /// The contrast of text in this colour on `background`, from 1 (none) to 21 (black on white); 4.5 is
  /// easy to read.
  ///
  /// `nil` if either is a default colour of the terminal. Source: WCAG 2.2, contrast ratio.
  public func contrast(on background: Color) -> Double? {
    guard let luminance, let other = background.luminance else { return nil }
    return (max(luminance, other) + 0.05) / (min(luminance, other) + 0.05)
  }

  /// The relative luminance, from 0 (black) to 1 (white); `nil` for default colours.
  public var luminance: Double? {
    linearComponents.map { 0.2126 * $0.red + 0.7152 * $0.green + 0.0722 * $0.blue }
  }

  /// The linear light of each channel, 0 to 1; `nil` for default colours.
  var linearComponents: (red: Double, green: Double, blue: Double)? {
    likelyComponents.map { (Self.linear($0.red), Self.linear($0.green), Self.linear($0.blue)) }
  }

  /// The linear light of one channel.
  ///
  /// The curve of sRGB, by a polynomial that is off by less than one step in 255.
  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value * value * (0.305306011 * value + 0.682171111) + 0.012522878 * value
  }
}
