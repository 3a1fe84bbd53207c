import ReaderUI
import Terminal

/// Combines a theme file with those it inherits.
struct ThemeResolution {
  /// The theme itself, its parent, the parent's parent, and so on.
  private let chain: [ThemeFile]
  private var palette: [String: Color] = [:]

  /// Collects the colours; a file overrides its parents, and its colours for the background the
  /// others.
  init(chain: [ThemeFile], isDark: Bool?) {
    self.chain = chain
    for file in chain.reversed() {
      palette.merge(file.palette) { $1 }
      guard let isDark else { continue }
      palette.merge(isDark ? file.darkPalette : file.lightPalette) { $1 }
    }
  }

  /// The theme, to be called `name`, and all problems, those of the theme itself first.
  func theme(named name: String) -> (theme: Theme, problems: [String]) {
    var styles: [StyleRole: Style] = [:]
    var problems: [String] = []
    for file in chain {
      var found: [Problem] = []
      for (role, entry) in file.entries where styles[role] == nil {
        styles[role] = style(entry, of: role, problems: &found)
      }
      problems += file.problems(and: found)
    }
    return (Theme(name: name, styles: styles), problems)
  }

  private func style(
    _ entry: ThemeFile.Entry,
    of role: StyleRole,
    problems: inout [Problem]
  ) -> Style {
    Style(
      foreground: color(entry.foreground, of: role, key: "fg", problems: &problems),
      background: color(entry.background, of: role, key: "bg", problems: &problems),
      attributes: entry.attributes
    )
  }

  private func color(
    _ text: String?,
    of role: StyleRole,
    key: String,
    problems: inout [Problem]
  ) -> Color {
    guard let text else { return .standard }
    if let color = palette[text] ?? ColorName.parse(text) { return color }
    let names = palette.keys.sorted() + ColorName.ansi
    problems.append(
      Problem(
        ["styles", role.rawValue, key],
        "unknown colour \"\(text)\"\(suggestion(for: text, among: names))"
      )
    )
    return .standard
  }
}
