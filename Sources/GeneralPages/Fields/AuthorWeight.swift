import DocumentParsing
import HTMLParsing
import PageModel

/// How much an element looks like the name of an author, by its mark-up alone.
struct AuthorWeight {
  private let outline: PageOutline
  private let policy: AuthorPolicy

  init(_ outline: PageOutline) {
    self.outline = outline
    policy = outline.page.policies[AuthorPolicy.self]
  }

  /// Whether the mark-up leaves no doubt that an element names an author.
  func isSure(_ place: Int) -> Bool { self[place] >= policy.sureWeight }

  /// The weight of an element.
  subscript(place: Int) -> Double {
    let hints = outline.hints[place]
    if hints.contains(.title) && !hints.contains(.author) { return policy.titleWeight }
    var weight = policy.plainWeight
    if hints.contains(.author) {
      weight = hints.contains(.accessory) ? policy.mixedWeight : policy.namedWeight
    }
    let node = outline.nodes[place]
    let tree = outline.page.tree
    switch tree.attribute(.itemprop, of: node) ?? tree.attribute(.rel, of: node) {
    case "author", "creator", "name": weight = max(weight, policy.propertyWeight)
    default: break
    }
    switch outline.tag(place) {
    case .a: weight = max(weight, self.weight(ofLink: outline.page.link(node) ?? ""))
    case .b, .strong, .cite, .address: weight = max(weight, policy.boldWeight)
    case .h3, .h4, .h5, .h6: weight = max(weight, policy.headingWeight)
    case .p, .blockquote, .li, .ul, .td: weight *= policy.blockFactor
    default: break
    }
    return hints.contains(.body) && !hints.contains(.author) ? weight * policy.bodyFactor : weight
  }

  /// What a link weighs by where it leads; nothing, if it is a place on the page itself.
  private func weight(ofLink link: String) -> Double {
    if ProfileAddress.isProfile(link) { return policy.profileWeight }
    return link.hasPrefix("#") ? 0 : policy.linkWeight
  }
}
