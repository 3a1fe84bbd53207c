import DocumentParsing
import HTMLParsing
import PageModel

extension HTMLPage {
  /// The address to which an element `meta` sends browsers at once, as the page spells it; `nil` if
  /// there is none, or it only loads the page again.
  ///
  /// Elements for browsers without scripts count: nothing here runs them.
  package var forwarding: String? {
    for index in tree.nodes.indices where tree.nodes[index].tag == .meta {
      let node = HTMLNodeID(index)
      guard value("http-equiv", node).lowercased() == "refresh" else { continue }
      return Self.address(in: value("content", node), policies[ObstaclePolicy.self])
    }
    return nil
  }

  /// The address in a value such as `0; url=https://example.org/`.
  private static func address(in content: String, _ policy: ObstaclePolicy) -> String? {
    let parts = content.split(maxSplits: 1) { $0 == ";" || $0 == "," }
    guard parts.count == 2, let seconds = Int(parts[0].filter { $0.isASCII && $0.isNumber }),
      !parts[0].contains("."), seconds <= policy.mostSeconds
    else { return nil }
    var rest = parts[1].drop { $0.isWhitespace }
    if rest.prefix(3).lowercased() == "url" {
      let value = rest.dropFirst(3).drop { $0.isWhitespace }
      if value.first == "=" { rest = value.dropFirst().drop { $0.isWhitespace } }
    }
    if let quote = rest.first, quote == "'" || quote == "\"" {
      rest = rest.dropFirst().prefix { $0 != quote }
    }
    let address = rest.filter { !$0.isNewline }
    return address.isEmpty ? nil : String(address)
  }
}

extension SourceText {
  /// The address to which the page sends browsers at once, if it holds little else; `nil` if it has
  /// text of its own, or sends them nowhere.
  ///
  /// The address is as the page spells it, perhaps relative. O(size of the source).
  package var forwarding: String? {
    let page = reading(HTMLPage.init)
    guard let address = page.forwarding, !page.hasProse else { return nil }
    return address
  }
}
