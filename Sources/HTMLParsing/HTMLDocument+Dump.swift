/// The tree as text, for tests and debugging.
extension HTMLDocument {
  /// A line for every node and attribute, indented by depth, in the format of html5lib's tests.
  ///
  /// Attributes are sorted by their names in UTF-16.
  public func dump() -> String {
    var lines: [String] = []
    var depth = 0
    var current = HTMLDocument.root
    while true {
      if let child = self[current].firstChild {
        current = child
        depth += 1
      } else {
        while current != HTMLDocument.root, self[current].nextSibling == nil {
          guard let parent = self[current].parent else { break }
          current = parent
          depth -= 1
        }
        guard let sibling = self[current].nextSibling else { break }
        current = sibling
      }
      let indent = "| " + String(repeating: "  ", count: max(0, depth - 1))
      lines.append(indent + describe(current))
      lines += describeAttributes(of: current).map { indent + "  " + $0 }
    }
    return lines.joined(separator: "\n")
  }

  private func describe(_ id: HTMLNodeID) -> String {
    switch self[id].kind {
    case .document: "#document"
    case .content: "content"
    case .text: "\"\(decodedText(of: id))\""
    case .comment: "<!-- \(decodedText(of: id)) -->"
    case .doctype: describeDoctype()
    case .element:
      switch self[id].namespace {
      case .html: "<\(name(of: id))>"
      case .svg: "<svg \(name(of: id))>"
      case .mathML: "<math \(name(of: id))>"
      }
    }
  }

  private func describeDoctype() -> String {
    guard let doctype else { return "<!DOCTYPE >" }
    guard doctype.publicID != nil || doctype.systemID != nil else {
      return "<!DOCTYPE \(doctype.name)>"
    }
    let ids = "\"\(doctype.publicID ?? "")\" \"\(doctype.systemID ?? "")\""
    return "<!DOCTYPE \(doctype.name) \(ids)>"
  }

  private func describeAttributes(of id: HTMLNodeID) -> [String] {
    let named = attributeRange(of: id).map { index -> (name: String, value: String) in
      let attribute = attributes[index]
      let prefix = attribute.prefix == .none ? "" : "\(attribute.prefix) "
      return (prefix + spelling(of: attribute.name), value(of: attribute))
    }
    return named.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
      .map { "\($0.name)=\"\($0.value)\"" }
  }
}
