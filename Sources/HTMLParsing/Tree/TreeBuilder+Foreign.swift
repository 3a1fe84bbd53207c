/// SVG and MathML; the HTML standard, 13.2.6.5.
extension TreeBuilder {
  mutating func processForeign() -> Outcome {
    switch tokenizer.token.kind {
    case .text:
      let piece = TextPiece(range: tokenizer.token.range, traits: tokenizer.token.traits)
      if isFramesetOK && !isWhitespace(piece) { isFramesetOK = false }
      tokenizer.token.traits.insert(.replacesNUL)
      insertText()
    case .comment: insertComment(at: place())
    case .startTag: return startInForeign()
    case .endTag: return endInForeign()
    case .doctype, .end: break
    }
    return .done
  }

  private mutating func startInForeign() -> Outcome {
    let tag = tokenizer.token.tag
    if tag.breaksOutOfForeign || (tag == .font && fontHasStyle) { return leaveForeign() }
    let current = adjustedCurrent
    let namespace = current?.namespace ?? .html
    insertForeign(namespace)
    return .done
  }

  private var fontHasStyle: Bool {
    tokenHasAttribute(.color) || tokenHasAttribute(.face) || tokenHasAttribute(.size)
  }

  /// Closes SVG and MathML for a tag that belongs to HTML.
  private mutating func leaveForeign() -> Outcome {
    while let last = open.last, !last.isHTML,
      last.traits.isDisjoint(with: [.mathTextPoint, .htmlPoint])
    {
      pop()
    }
    return processInMode()
  }

  /// Adds an element of SVG or MathML for the token.
  mutating func insertForeign(_ namespace: HTMLNamespace) {
    let takesHTML =
      tokenizer.token.tag == .annotationXML
      && (tokenAttribute(.encoding, is: "text/html")
        || tokenAttribute(.encoding, is: "application/xhtml+xml"))
    var name = tokenizer.token.name
    if namespace == .svg { name = ForeignNames.tag(name) }
    for index in tokenizer.token.attributes {
      ForeignNames.adjust(&tokenizer.attributes[index], namespace: namespace)
    }
    let node = makeElement(name, namespace, attributes: keepAttributes())
    let place = self.place()
    tree.insert(node, at: shallow(place))
    guard !tokenizer.token.isSelfClosing else { return }
    push(OpenElement(node: node, name: name, namespace: namespace, takesHTML: takesHTML))
  }

  private mutating func endInForeign() -> Outcome {
    let token = tokenizer.token
    if token.tag == .br || token.tag == .p { return leaveForeign() }
    let name = ForeignNames.tag(token.name)
    var index = open.count - 1
    while index > 0 {
      steps += 1
      let element = open[index]
      if element.isHTML { return processInMode() }
      if element.name == token.name || element.name == name {
        while open.count > index { pop() }
        return .done
      }
      index -= 1
    }
    return .done
  }
}
