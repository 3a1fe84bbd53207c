import HTMLParsing

extension HTMLPage {
  /// Whether a page hides an element from its readers, by attribute or by a style of its own.
  package func isHidden(_ id: HTMLNodeID) -> Bool {
    for index in tree.attributeRange(of: id) {
      let attribute = tree.attributes[index]
      switch attribute.name {
      case .hidden:
        return true
      case .style:
        if isHiding(tree.value(of: attribute)) { return true }
      case .ariaHidden:
        // Formulas of wikis are images that stand in for hidden text.
        if tree.value(of: attribute) == "true", !has("mwe-math-fallback-image-inline", id),
          !has("mwe-math-fallback-image-display", id)
        {
          return true
        }
      case .role:
        let isModal = tree.attribute(named: "aria-modal", of: id) == "true"
        if isModal, tree.value(of: attribute) == "dialog" { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a style of its own hides an element.
  package func isHiddenByStyle(_ id: HTMLNodeID) -> Bool {
    tree.attribute(.style, of: id).map(isHiding) ?? false
  }

  private func isHiding(_ style: String) -> Bool {
    let rules = style.lowercased().filter { $0 != " " }
    return rules.has("display:none") || rules.has("visibility:hidden")
  }
}
