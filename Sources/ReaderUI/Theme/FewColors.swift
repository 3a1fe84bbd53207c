import Terminal

/// The first 16, 8 or none of a terminal's palette.
struct FewColors {
  /// How many: 16, 8 or 0.
  let count: Int
  /// The text's colour, whose tinge counts as grey.
  let text: Color

  private static let greys: [UInt8] = [0, 8, 7, 15]

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
      limited.foreground = grey(luminance, on: background)
      if count == 8, isFaint(luminance, on: background) { limited.attributes.insert(.dim) }
    } else if 0.08...0.5 ~= luminance {
      limited.attributes.insert(.dim)
    }
    return limited
  }

  /// Whether a colour is no more colourful than the text, and in the same way.
  private func isTinge(_ chroma: Double, _ hue: Double) -> Bool {
    guard let own = text.chromaAndHue, own.chroma < 0.1 else { return false }
    return chroma < own.chroma * 1.3 + 0.01 && Self.turn(hue, own.hue) < 40
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

  /// The grey nearest to `luminance` that can be read on `background`.
  private func grey(_ luminance: Double, on background: Color) -> Color {
    let greys = Self.greys.filter { $0 < count }.map(Color.palette)
    let readable = greys.filter { ($0.contrast(on: background) ?? 1) >= 3 }
    return readable.min {
      abs(($0.luminance ?? 0) - luminance) < abs(($1.luminance ?? 0) - luminance)
    } ?? .standard
  }

  /// Whether text of that luminance is nearer to `background` than to its opposite.
  private func isFaint(_ luminance: Double, on background: Color) -> Bool {
    (background.luminance ?? 0) < 0.18 ? luminance < 0.3 : luminance > 0.16
  }
}
