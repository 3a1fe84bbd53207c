import Terminal

/// The first 16, 8 or none of a terminal's palette.
struct FewColors {
  /// How many: 16, 8 or 0.
  let count: Int
  /// The page as the theme has it: a tinge like its text's counts as grey.
  let text: Style

  /// What stands for a page's background: black or the whitest.
  func page(_ color: Color) -> Color {
    guard count > 0, let luminance = color.luminance else { return .standard }
    return luminance < 0.18 ? .palette(0) : .palette(count == 16 ? 15 : 7)
  }

  /// What stands for the background of a bar or mark.
  func fill(_ color: Color) -> Color {
    guard count > 0, let (chroma, hue) = color.chromaAndHue else { return .standard }
    guard chroma > 0.07 else { return page(color) }
    return nearest(hue: hue, to: color) { _ in true } ?? page(color)
  }

  /// `style` with a text colour of this palette that can be read on `background`.
  func style(_ style: Style, behind background: Color) -> Style {
    var limited = Style(attributes: style.attributes)
    guard count > 0, let luminance = style.foreground.luminance,
      let (chroma, hue) = style.foreground.chromaAndHue
    else { return limited }
    let behind = background == .standard ? likelyPage(forText: luminance) : background
    let isReadable = { (color: Color) in behind.flatMap(color.contrast) ?? 3 >= 3 }
    if chroma > 0.04, !isTinge(chroma, hue),
      let color = nearest(hue: hue, to: style.foreground, where: isReadable)
    {
      limited.foreground = color
    } else if background != .standard {
      let strength = strength(of: style)
      limited.foreground = grey(strength, on: background)
      if count == 8, strength < Self.faint { limited.attributes.insert(.dim) }
    } else if 0.08...0.5 ~= luminance {
      limited.attributes.insert(.dim)
    }
    return limited
  }

  /// Whether a colour is no more colourful than the text, and in the same way.
  private func isTinge(_ chroma: Double, _ hue: Double) -> Bool {
    guard let own = text.foreground.chromaAndHue, own.chroma < 0.1 else { return false }
    return chroma < own.chroma * 1.3 + 0.015 && Self.turn(hue, own.hue) < 40
  }

  /// How far apart two hues are, in degrees.
  private static func turn(_ a: Double, _ b: Double) -> Double {
    min(abs(a - b), 360 - abs(a - b))
  }

  /// The page that text of that luminance was made for, if it was not made for both.
  private func likelyPage(forText luminance: Double) -> Color? {
    if luminance > 0.25 { return .palette(0) }
    return luminance < 0.13 ? .palette(15) : nil
  }

  private func nearest(
    hue: Double,
    to color: Color,
    where isReadable: (Color) -> Bool
  ) -> Color? {
    let candidates = (0..<UInt8(count)).map(Color.palette).filter { candidate in
      (candidate.chromaAndHue?.chroma ?? 0) > 0.04 && isReadable(candidate)
    }
    let ranked = candidates.map { candidate in
      let turn = Self.turn(candidate.chromaAndHue?.hue ?? 0, hue)
      let step = abs((candidate.luminance ?? 0) - (color.luminance ?? 0))
      return (color: candidate, distance: turn + 20 * step)
    }
    guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance < 75 else {
      return nil
    }
    return best.color
  }

  /// Below this part of the text's contrast a grey is a faint one.
  private static let faint = 0.6

  /// The contrast of `style` where it stood, as a part of the contrast that the text has.
  private func strength(of style: Style) -> Double {
    let behind = style.background == .standard ? text.background : style.background
    guard let own = style.foreground.contrast(on: behind),
      let usual = text.foreground.contrast(on: text.background)
    else { return 1 }
    return own / usual
  }

  /// The grey that stands out from `background` about as much as `strength` says.
  private func grey(_ strength: Double, on background: Color) -> Color {
    let faint = Color.palette(8)
    if count == 16, strength < Self.faint, faint.contrast(on: background) ?? 1 >= 3 { return faint }
    let black = Color.palette(0)
    let white = Color.palette(count == 16 && strength > 1.1 ? 15 : 7)
    let isDark = white.contrast(on: background) ?? 1 > black.contrast(on: background) ?? 1
    return isDark ? white : black
  }
}
