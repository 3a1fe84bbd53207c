import ReaderConfig
import ReaderUI
import Terminal
import Testing

@Suite("Themes on terminals of few colours")
struct FewColorsTests {
  private static let names = ThemeLibrary(userDirectory: nil).names
  private static let painted = names.filter { $0 != "default" && $0 != "monochrome" }

  private func theme(_ name: String, isDark: Bool? = nil, colors: Int) throws -> Theme {
    try ThemeLibrary(userDirectory: nil).theme(named: name, isDark: isDark).theme
      .limited(toColors: colors)
  }

  @Test("Every role can be read in 16 and in 8 colours", arguments: painted, [16, 8])
  func readable(name: String, colors: Int) throws {
    let theme = try theme(name, colors: colors)
    for role in StyleRole.allCases {
      let style = theme[role]
      let index = try #require(style.foreground.paletteIndex, "\(role.rawValue)")
      #expect(index < colors, "\(role.rawValue)")
      let contrast = try #require(style.foreground.contrast(on: style.background))
      #expect(contrast >= 3, "\(role.rawValue)")
    }
  }

  @Test("Nothing but the palette's first colours is left", arguments: names, [16, 8, 0])
  func inPalette(name: String, colors: Int) throws {
    let theme = try theme(name, isDark: true, colors: colors)
    for role in StyleRole.allCases {
      for color in [theme[role].foreground, theme[role].background] where color != .standard {
        let index = try #require(color.paletteIndex)
        #expect(index < colors)
      }
    }
  }

  @Test("The default theme can be read in 16 and 8 colours", arguments: [true, false], [16, 8])
  func defaultTheme(isDark: Bool, colors: Int) throws {
    let theme = try theme("default", isDark: isDark, colors: colors)
    let page = Color.palette(isDark ? 0 : 15)
    for role in StyleRole.allCases where theme[role].foreground != .standard {
      let behind = theme[role].background == .standard ? page : theme[role].background
      let contrast = try #require(theme[role].foreground.contrast(on: behind))
      #expect(contrast >= 3, "\(role.rawValue)")
    }
  }

  @Test("Authors keep at least four colours among them in 16", arguments: painted)
  func authors(name: String) throws {
    let theme = try theme(name, colors: 16)
    let authors = StyleRole.allCases.filter { $0.rawValue.hasPrefix("author.") }
    #expect(Set(authors.map { theme[$0].foreground }).count >= 4)
  }

  @Test("The status line is a bar in any number of colours", arguments: names, [256, 16, 8, 0])
  func bars(name: String, colors: Int) throws {
    let theme = try theme(name, colors: colors)
    let status = theme[.status]
    #expect(
      status.attributes.contains(.reverse) || status.background != theme[.text].background
    )
  }

  @Test("A terminal of 256 colours gets the theme as it is")
  func untouched() throws {
    let theme = try ThemeLibrary(userDirectory: nil).theme(named: "nord").theme
    #expect(theme.limited(toColors: 256) == theme)
  }
}
