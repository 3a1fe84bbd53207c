import DocumentParsing
import HTMLParsing
import PageModel

/// How much each element of a page looks like the name of an author, by its mark-up alone.
struct AuthorWeight {
  /// The weight of each place, of texts 0.
  private var weights: [Double]
  private let sureWeight: Double

  /// Weighs all elements of an outline; O(attributes of the page).
  init(_ outline: PageOutline) {
    let policy = outline.page.policies[AuthorPolicy.self]
    sureWeight = policy.sureWeight
    weights = [Double](repeating: 0, count: outline.nodes.count)
    for place in outline.nodes.indices where outline.isElement(place) {
      weights[place] = Self.weight(of: place, in: outline, policy)
    }
    for place in outline.nodes.indices
    where outline.tag(place) == .a && weights[place] >= policy.profileWeight {
      guard let name = Self.name(in: place, outline) else { continue }
      weights[name] = max(weights[name], policy.profileWeight)
    }
  }

  /// Whether the mark-up leaves no doubt that an element names an author.
  func isSure(_ place: Int) -> Bool { weights[place] >= sureWeight }

  /// The weight of an element.
  subscript(place: Int) -> Double { weights[place] }

  private static func weight(
    of place: Int,
    in outline: PageOutline,
    _ policy: AuthorPolicy
  ) -> Double {
    let hints = outline.hints[place]
    if hints.contains(.title) && !hints.contains(.author) { return policy.titleWeight }
    var weight = policy.plainWeight
    if hints.contains(.author) {
      weight = hints.contains(.accessory) ? policy.mixedWeight : policy.namedWeight
    }
    if isNamed(outline.nodes[place], outline.page) { weight = max(weight, policy.propertyWeight) }
    switch outline.tag(place) {
    case .a: weight = max(weight, self.weight(ofLink: outline.nodes[place], outline.page, policy))
    case .b, .strong, .cite, .address: weight = max(weight, policy.boldWeight)
    case .h3, .h4, .h5, .h6: weight = max(weight, policy.headingWeight)
    case .p, .blockquote, .li, .ul, .td: weight *= policy.blockFactor
    default: break
    }
    return hints.contains(.body) && !hints.contains(.author) ? weight * policy.bodyFactor : weight
  }

  /// The element around the first of several texts in a link to somebody's page, where another tells a
  /// number, such as that of what they have written.
  private static func name(in link: Int, _ outline: PageOutline) -> Int? {
    let range = outline.range(link)
    let first = range.first { place in
      !outline.isElement(place) && outline.textLength(outline.range(place)) > 0
    }
    guard let first else { return nil }
    let holder = outline.parents[first]
    let behind = outline.ends[holder]..<range.upperBound
    let isCounted = behind.contains { place in
      !outline.isElement(place)
        && outline.page.text(outline.nodes[place]).contains(where: \.isNumber)
    }
    guard holder > link, isCounted,
      !outline.hints[holder].intersects(.date.union(.accessory))
    else { return nil }
    return holder
  }

  /// Whether a property or a relation calls an element an author.
  private static func isNamed(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    let index =
      page.tree.attributeIndex(.itemprop, of: node) ?? page.tree.attributeIndex(.rel, of: node)
    guard let index else { return false }
    return page.tree.withValue(of: page.tree.attributes[index]) { value in
      value.equal(value.indices, "author") || value.equal(value.indices, "creator")
        || value.equal(value.indices, "name")
    }
  }

  /// What a link weighs by where it leads; nothing, if it is a place on the page itself.
  private static func weight(
    ofLink node: HTMLNodeID,
    _ page: HTMLPage,
    _ policy: AuthorPolicy
  ) -> Double {
    var weight = policy.linkWeight
    page.withLink(node) { link in
      if ProfileAddress.isProfile(link) {
        weight = policy.profileWeight
      } else if link.first == 0x23 {
        weight = 0
      }
    }
    return weight
  }
}
