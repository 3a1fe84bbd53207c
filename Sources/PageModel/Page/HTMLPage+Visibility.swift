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
      return tree.withValue(of: attribute, Self.isHiding)
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

  private static func isHiding(_ style: UnsafeRawBufferPointer) -> Bool {
    for (start, byte) in style.enumerated() {
      switch byte | 0x20 {
      case 0x64: if states("display:none", style, from: start) { return true }
      case 0x76: if states("visibility:hidden", style, from: start) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a rule stands at a place of a style, in letters of any case, blanks between them.
  private static func states(
    _ rule: StaticString,
    _ style: UnsafeRawBufferPointer,
    from start: Int
  ) -> Bool {
    var matched = 0
    for byte in style[start...] where byte != 0x20 {
      let letter = byte &- 0x41 < 26 ? byte | 0x20 : byte
      guard letter == rule.utf8Start[matched] else { return false }
      matched += 1
      if matched == rule.utf8CodeUnitCount { return true }
    }
    return false
  }

  private static let unseen = Vocabulary.names(.unseen)
}
