/// Links on the screen, each with letters that choose it.
public struct LinkHints: Hashable, Sendable {
  /// A link with its letters.
  public struct Hint: Hashable, Sendable {
    /// What to type.
    public let letters: String
    /// The link.
    public let link: DocumentLink
  }

  /// The links, in reading order.
  public let hints: [Hint]
  /// Whether the link is opened in the browser.
  public let opensBrowser: Bool
  /// What was typed so far.
  public internal(set) var typed = ""

  /// Letters for `links`: as few as tell them apart.
  public init(_ links: [DocumentLink], opensBrowser: Bool = false) {
    self.opensBrowser = opensBrowser
    let alphabet = Array("asdfghjklqwertyuiopzxcvbnm")
    var length = 1
    var room = alphabet.count
    while room < links.count {
      length += 1
      room *= alphabet.count
    }
    hints = links.enumerated().map { index, link in
      var rest = index
      var letters: [Character] = []
      for _ in 0..<length {
        letters.insert(alphabet[rest % alphabet.count], at: 0)
        rest /= alphabet.count
      }
      return Hint(letters: String(letters), link: link)
    }
  }

  /// The hints that what was typed may still become.
  public var matching: [Hint] { hints.filter { $0.letters.hasPrefix(typed) } }
}
