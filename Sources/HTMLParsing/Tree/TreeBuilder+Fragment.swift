/// The beginning and the end of a page or a fragment; the HTML standard, 13.2.4 and 13.4.
extension TreeBuilder {
  /// Prepares for the content of an element.
  mutating func begin(in place: HTMLOptions.Context?) {
    guard let place else { return }
    var spelling = place.name
    let name = spelling.withUTF8 { tokenizer.names.intern($0) }
    let element = OpenElement(node: HTMLNode.none, name: name, namespace: place.namespace)
    context = element
    insertImplied(.html)
    switch element.tag {
    case .title, .textarea: tokenizer.content = .rcdata
    case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.content = .rawText
    case .noscript where isScripting: tokenizer.content = .rawText
    case .script: tokenizer.content = .script
    case .plaintext: tokenizer.content = .plainText
    case .template: templateModes = [.inTemplate]
    case .form: formNode = HTMLNode.none - 1
    default: break
    }
    resetMode()
  }

  /// Puts the nodes of a fragment into the document itself and drops what nothing refers to.
  mutating func finish() {
    let unused = tokenizer.attributes.count - tokenizer.keptAttributes
    if unused > 0 { tokenizer.attributes.removeLast(unused) }
    guard context != nil, let root = open.first?.node else { return }
    let rest = tree.nodes[Int(root)].lastChildLink
    tree.detach(root)
    guard rest != HTMLNode.none else { return }
    tree.moveChildren(of: root, to: 0)
  }
}
