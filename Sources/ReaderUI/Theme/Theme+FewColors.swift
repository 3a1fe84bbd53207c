import Terminal

extension Theme {
  /// This theme for a terminal of `count` colours.
  ///
  /// With 256 and more it is the theme itself: the terminal shows the nearest of its own. With 16
  /// or 8 the nearest is often a grey, or the background's own, so each colour becomes one of the
  /// same hue that can be read where it stands. With fewer only attributes are left. Bars that
  /// would no longer differ from the page are reversed.
  public func limited(toColors count: Int) -> Theme {
    guard count < 256 else { return self }
    let palette = FewColors(count: count >= 16 ? 16 : count >= 8 ? 8 : 0, text: page)
    let background = palette.page(page.background)
    var newPage = palette.style(page, behind: background)
    newPage.background = background
    var newOwn: [StyleRole: Style] = [:]
    for (role, style) in own {
      let isFilled = style.background != .standard
      let behind = isFilled ? palette.fill(style.background) : background
      var limited = palette.style(style, behind: behind)
      if isFilled, behind != background {
        limited.background = behind
      } else if isFilled, Self.bars.contains(role) {
        limited.attributes.insert(.reverse)
      }
      newOwn[role] = limited
    }
    return Theme(name: name, page: newPage, own: newOwn)
  }

  /// What is seen by its background.
  private static let bars: Set<StyleRole> = [
    .status, .statusFocused, .statusDimmed, .overlaySelected, .progress, .hint, .searchHit,
    .searchCurrent, .commentBadge, .commentFocused,
  ]
}
