import ReaderUI
import Terminal

extension Theme {
  /// Roles that lie over others: they colour the background, so that what is below stays known.
  private static let overlaid: Set<StyleRole> = [
    .commentFocused, .commentFocusedText, .searchHit, .searchCurrent, .overlaySelected,
  ]

  /// A theme in which every role has a colour of its own, to tell roles by what is on a grid.
  public static let roles = Theme(
    name: "roles",
    styles: Dictionary(
      uniqueKeysWithValues: StyleRole.allCases.enumerated().map { index, role in
        let color = Color.rgb(0, 0, UInt8(index + 1))
        return (role, overlaid.contains(role) ? Style(background: color) : Style(foreground: color))
      }
    )
  )

  /// The names of the roles that gave a cell this look, in the theme `roles`.
  static func roleNames(of style: Style) -> String {
    [style.foreground, style.background].compactMap { color in
      color.components.flatMap { components in
        let index = Int(components.blue) - 1
        return StyleRole.allCases.indices.contains(index)
          ? StyleRole.allCases[index].rawValue : nil
      }
    }.joined(separator: " + ")
  }
}
