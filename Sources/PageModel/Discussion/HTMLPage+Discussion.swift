import HTMLParsing

/// Where a discussion stands, or would stand if its script ran, by names of elements.
extension HTMLPage {
  /// Whether an element is there to hold a discussion, and so is no part of any article.
  package func isDiscussion(_ id: HTMLNodeID) -> Bool {
    guard tree[id].kind == .element else { return false }
    switch tree[id].tag {
    case .body, .html, .article, .main, .h1, .h2, .h3, .a, .span: return false
    default: return container(id) != nil
    }
  }

  /// The service whose script loads the comments, such as `disqus`; nil if the page names none.
  ///
  /// O(size of the page).
  package var commentService: String? {
    var loaded: String?
    for index in tree.nodes.indices where tree.nodes[index].kind == .element {
      let node = HTMLNodeID(index)
      if case .service(let number) = container(node) { return CommentService.all[number].name }
      if loaded == nil { loaded = discussionService(of: node) }
    }
    return loaded
  }

  /// What an element holds by its name, its id and its classes.
  private func container(_ node: HTMLNodeID) -> ContainerNames.Container? {
    if tree[node].tag == .other {
      var name = tree.name(of: node)
      let found = name.withUTF8 { ContainerNames.element(UnsafeRawBufferPointer($0)) }
      if let found { return found }
    }
    var container: ContainerNames.Container?
    for index in tree.attributeRange(of: node) {
      let attribute = tree.attributes[index]
      guard attribute.name == .id || attribute.name == .class else { continue }
      guard let found = tree.withRawValue(of: attribute, ContainerNames.container) else { continue }
      // A service tells more than that there is a discussion.
      if case .service = found { return found }
      container = found
    }
    return container
  }

  /// The service a script or a frame comes from, or that a script of the page's own sets up.
  package func discussionService(of node: HTMLNodeID) -> String? {
    let tag = tree[node].tag
    guard tag == .script || tag == .iframe else { return nil }
    if let source = tree.attributeIndex(.src, of: node) {
      return tree.withRawValue(of: tree.attributes[source], Self.service)
    }
    guard tag == .script, let text = tree[node].firstChild else { return nil }
    return tree.withRawText(of: text, Self.service)
  }

  /// The service whose address stands in `text`.
  private static func service(in text: UnsafeRawBufferPointer) -> String? {
    CommentService.all.first { $0.addresses.contains(where: text.contains) }?.name
  }
}
