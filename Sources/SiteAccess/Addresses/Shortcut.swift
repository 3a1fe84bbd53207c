/// Short names of sources: `hn`, `lobsters/newest`, `r/swift`, and those of the user's settings.
package struct Shortcut: Sendable {
  /// The name, or the beginning of one where the rest is `TAG` or `NAME`, as help shows it.
  package let name: String
  /// The address that it stands for, with the rest of the name for `TAG` or `NAME`.
  package let address: String

  /// All that skein knows by itself.
  package static let all: [Shortcut] = [
    Shortcut(name: "hn", address: "https://news.ycombinator.com/"),
    Shortcut(name: "hn/new", address: "https://news.ycombinator.com/newest"),
    Shortcut(name: "hn/best", address: "https://news.ycombinator.com/best"),
    Shortcut(name: "hn/ask", address: "https://news.ycombinator.com/ask"),
    Shortcut(name: "hn/show", address: "https://news.ycombinator.com/show"),
    Shortcut(name: "hn/jobs", address: "https://news.ycombinator.com/jobs"),
    Shortcut(name: "lobsters", address: "https://lobste.rs/"),
    Shortcut(name: "lobsters/new", address: "https://lobste.rs/newest"),
    Shortcut(name: "lobsters/active", address: "https://lobste.rs/active"),
    Shortcut(name: "lobsters/t/TAG", address: "https://lobste.rs/t/TAG"),
    Shortcut(name: "lore/NAME", address: "https://lore.kernel.org/NAME/"),
    Shortcut(name: "r/NAME", address: "https://www.reddit.com/r/NAME/"),
  ]

  /// The address that `name` stands for; `nil` if it is no shortcut.
  ///
  /// `own` are the user's names and addresses; they go before those skein knows.
  package static func address(of name: String, own: [String: String]) -> String? {
    own[name] ?? all.lazy.compactMap { $0.address(of: name) }.first
  }

  private func address(of name: String) -> String? {
    for mark in ["TAG", "NAME"] where self.name.hasSuffix(mark) {
      let stem = self.name.dropLast(mark.count)
      let rest = name.dropFirst(stem.count)
      guard name.hasPrefix(stem), !rest.isEmpty, rest.utf8.allSatisfy(Self.isOfName) else {
        return nil
      }
      return address.replacing(mark, with: rest)
    }
    return name == self.name ? address : nil
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x5F: true
    default: false
    }
  }
}
