/// A colour of text or background, in four bytes.
public struct Color: Hashable, Sendable {
  /// The kind in the top byte, its value in the lower three.
  public let rawValue: UInt32

  private init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The terminal's default colour.
  public static let standard = Color(rawValue: 0)

  /// Entry `index` of the terminal's palette; users can change 0 to 15, the others are fixed.
  public static func palette(_ index: UInt8) -> Color {
    Color(rawValue: 0x0100_0000 | UInt32(index))
  }

  /// A colour by red, green and blue; terminals without it show the nearest one.
  public static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Color {
    Color(rawValue: 0x0200_0000 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
  }

  /// The palette entry, unless this is another kind of colour.
  public var paletteIndex: UInt8? {
    rawValue >> 24 == 1 ? UInt8(truncatingIfNeeded: rawValue) : nil
  }

  /// Red, green and blue, unless this is another kind of colour.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    guard rawValue >> 24 == 2 else { return nil }
    return (
      UInt8(truncatingIfNeeded: rawValue >> 16), UInt8(truncatingIfNeeded: rawValue >> 8),
      UInt8(truncatingIfNeeded: rawValue)
    )
  }
}

/// The attributes of a cell's text.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit for each attribute.
  public let rawValue: UInt8

  /// Attributes from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Bold.
  public static let bold = Attributes(rawValue: 1)
  /// Dim.
  public static let dim = Attributes(rawValue: 2)
  /// Italic.
  public static let italic = Attributes(rawValue: 4)
  /// Underlined.
  public static let underline = Attributes(rawValue: 8)
  /// Text and background colour swapped.
  public static let reverse = Attributes(rawValue: 16)
  /// Struck through; terminals without it show plain text.
  public static let strikethrough = Attributes(rawValue: 32)
}

/// The style of a cell.
public struct Style: Hashable, Sendable {
  /// The text's colour.
  public var foreground: Color
  /// The background colour.
  public var background: Color
  /// The attributes.
  public var attributes: Attributes

  /// A style; by default the terminal's own.
  public init(
    foreground: Color = .standard,
    background: Color = .standard,
    attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// This style with `other` on top: its colours where it sets them, and the attributes of both.
  public func merging(_ other: Style) -> Style {
    Style(
      foreground: other.foreground == .standard ? foreground : other.foreground,
      background: other.background == .standard ? background : other.background,
      attributes: attributes.union(other.attributes)
    )
  }
}
