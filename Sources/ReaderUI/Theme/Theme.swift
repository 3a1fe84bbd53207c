import Terminal

/// A style for every role.
public struct Theme: Hashable, Sendable {
  /// The name it is chosen by.
  public let name: String
  private let resolved: [StyleRole: Style]

  /// A theme that gives `styles`; what it leaves out falls back as `StyleRole` says.
  public init(name: String, styles: [StyleRole: Style]) {
    self.name = name
    resolved = Dictionary(
      uniqueKeysWithValues: StyleRole.allCases.map { ($0, Self.resolve($0, in: styles)) })
  }

  /// How `role` looks, laid over the page's own colours. O(1).
  public subscript(role: StyleRole) -> Style { resolved[role] ?? Style() }

  private static func resolve(_ role: StyleRole, in styles: [StyleRole: Style]) -> Style {
    let base = styles[.text] ?? Style()
    var name = Substring(role.rawValue)
    while true {
      if let role = StyleRole(rawValue: String(name)), let style = styles[role] {
        return base.merging(style)
      }
      guard let dot = name.lastIndex(of: ".") else { return base }
      name = name[..<dot]
    }
  }
}
