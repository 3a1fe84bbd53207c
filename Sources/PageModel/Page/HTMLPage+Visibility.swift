import HTMLParsing

/// What of a page its readers see; nobody else decides it.
extension HTMLPage {
  /// Who reads a page.
  package enum Audience: Sendable {
    /// Nobody in particular: what is concealed from them no reader ever gets.
    case anyone
    /// Those who look at it; a class may leave an element to those who listen.
    case viewers
    /// Those who have it read to them; `aria-hidden` keeps an element from them, a modal dialog what
    /// it stands before.
    case listeners
  }

  /// Whether an element itself is concealed from an audience, by `hidden`, by a style of its own or
  /// by what the audience goes by.
  ///
  /// Spoilers never are: they are part of the text, whatever a style says. O(attributes).
  package func isConcealed(_ id: HTMLNodeID, from audience: Audience) -> Bool {
    for index in tree.attributeRange(of: id)
    where conceals(tree.attributes[index], of: id, from: audience) {
      return !spoilers.all.contains(id)
    }
    return false
  }

  @inline(__always)
  private func conceals(
    _ attribute: HTMLAttribute,
    of id: HTMLNodeID,
    from audience: Audience
  ) -> Bool {
    switch attribute.name {
    case .hidden:
      return true
    case .style:
      return Self.isHiding(tree.value(of: attribute))
    case .class:
      return audience == .viewers && Self.unseen.contains { has($0, id) }
    case .ariaHidden:
      // Formulas of wikis are images that stand in for hidden text.
      return audience == .listeners && tree.value(of: attribute) == "true"
        && !has("mwe-math-fallback-image-inline", id) && !has("mwe-math-fallback-image-display", id)
    case .role:
      return audience == .listeners && tree.attribute(named: "aria-modal", of: id) == "true"
        && tree.value(of: attribute) == "dialog"
    default:
      return false
    }
  }

  private static func isHiding(_ style: String) -> Bool {
    let rules = style.lowercased().filter { $0 != " " }
    return rules.has("display:none") || rules.has("visibility:hidden")
  }

  private static let unseen = Vocabulary.names(.unseen)
}
