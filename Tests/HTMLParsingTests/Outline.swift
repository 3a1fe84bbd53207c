import HTMLParsing

extension HTMLDocument {
  /// The tree on one line: `name[attributes](children)`, `'text'`, `<!--comment-->`.
  ///
  /// Doctypes are left out, newlines are written `\n`.
  var outline: String {
    children(of: HTMLDocument.root).compactMap { outline(of: $0) }.joined(separator: " ")
  }

  private func outline(of id: HTMLNodeID) -> String? {
    switch self[id].kind {
    case .document, .doctype: return nil
    case .text:
      return "'"
        + decodedText(of: id).split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\\n") + "'"
    case .comment: return "<!--\(decodedText(of: id))-->"
    case .content, .element: break
    }
    var text = self[id].kind == .content ? "content" : prefix(of: id) + name(of: id)
    let attributes = attributeRange(of: id).map { index -> String in
      let attribute = self.attributes[index]
      let prefix = attribute.prefix == .none ? "" : "\(attribute.prefix):"
      return prefix + spelling(of: attribute.name) + "=" + value(of: attribute)
    }
    if !attributes.isEmpty { text += "[" + attributes.sorted().joined(separator: " ") + "]" }
    let inner = children(of: id).compactMap { outline(of: $0) }
    return inner.isEmpty && self[id].kind == .element
      ? text : text + "(" + inner.joined(separator: " ") + ")"
  }

  private func prefix(of id: HTMLNodeID) -> String {
    switch self[id].namespace {
    case .html: ""
    case .svg: "svg:"
    case .mathML: "math:"
    }
  }
}
