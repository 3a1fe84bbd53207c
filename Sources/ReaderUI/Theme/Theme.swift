import Terminal

/// A style for every role.
public struct Theme: Hashable, Sendable {
  /// The name it is chosen by.
  public let name: String
  /// What everything is laid over.
  let page: Style
  /// What each role lays over it.
  let own: [StyleRole: Style]
  private let resolved: [StyleRole: Style]

  /// A theme that gives `styles`; what it leaves out falls back as `StyleRole` says.
  public init(name: String, styles: [StyleRole: Style]) {
    let own = StyleRole.allCases.map { ($0, Self.resolve($0, in: styles)) }
    self.init(
      name: name,
      page: styles[.text] ?? Style(),
      own: Dictionary(uniqueKeysWithValues: own)
    )
  }

  /// A theme by what it lays over the page.
  init(name: String, page: Style, own: [StyleRole: Style]) {
    self.name = name
    self.page = page
    self.own = own
    resolved = own.mapValues(page.merging)
  }

  /// How `role` looks, laid over the page's own colours.
  ///
  /// O(1).
  public subscript(role: StyleRole) -> Style { resolved[role] ?? page }

  /// How `role` looks on top of `base`: an author's name on a focused header, say.
  ///
  /// O(1). Unlike the subscript it leaves the background of `base` alone, unless the role has one.
  public func style(_ role: StyleRole, over base: Style) -> Style {
    own[role].map(base.merging) ?? base
  }

  /// `style` with `role` on top where it stands on the page; what has a background of its own, such
  /// as a hit, stays.
  ///
  /// O(1).
  func tinted(_ style: Style, as role: StyleRole) -> Style {
    style.background == page.background ? self.style(role, over: style) : style
  }

  /// The style of the role itself or of the nearest whose name it extends; none of the page's.
  private static func resolve(_ role: StyleRole, in styles: [StyleRole: Style]) -> Style {
    var name = Substring(role.rawValue)
    while true {
      if let role = StyleRole(rawValue: String(name)), let style = styles[role] {
        return role == .text ? Style() : style
      }
      guard let dot = name.lastIndex(of: ".") else { return Style() }
      name = name[..<dot]
    }
  }
}
