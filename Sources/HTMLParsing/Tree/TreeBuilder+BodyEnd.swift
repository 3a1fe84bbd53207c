/// End tags in the body; the HTML standard, 13.2.6.4.7.
extension TreeBuilder {
  mutating func endInBody() -> Outcome {
    let tag = tokenizer.token.tag
    switch tag {
    case .template: return closeTemplate()
    case .body, .html:
      guard hasInScope(.body) else { return .done }
      mode = .afterBody
      return tag == .html ? .again : .done
    case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div,
      .dl, .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu,
      .nav, .ol, .pre, .search, .section, .select, .summary, .ul:
      close(tag)
    case .form: endForm()
    case .p:
      if !hasInScope(.p, .button) { insertImplied(.p) }
      closeParagraph()
    case .li: close(tag, .listItem, except: tag)
    case .dd, .dt: close(tag, except: tag)
    case .h1, .h2, .h3, .h4, .h5, .h6: endHeading()
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
      return adopt(tag)
    case .applet, .marquee, .object:
      if close(tag) { clearFormattingToMarker() }
    case .br:
      reconstructFormatting()
      insertImplied(.br)
      pop()
      isFramesetOK = false
    default: return closeAny(tokenizer.token.name)
    }
    return .done
  }

  /// Closes an element and what stands open in it; false if it is not in scope.
  @discardableResult
  private mutating func close(
    _ tag: HTMLTag,
    _ scope: Scope = .plain,
    except kept: HTMLTag = .other
  ) -> Bool {
    guard hasInScope(tag, scope) else { return false }
    generateImpliedEnds(except: kept)
    pop(through: tag)
    return true
  }

  private mutating func endForm() {
    guard !isOpen(.template) else {
      close(.form)
      return
    }
    let node = formNode
    formNode = HTMLNode.none
    guard node != HTMLNode.none, hasInScope(where: { $0.node == node }) else { return }
    generateImpliedEnds()
    if let index = openIndex(of: node) { removeOpen(at: index) }
  }

  private mutating func endHeading() {
    guard hasInScope(where: { $0.tag.isHeading }) else { return }
    generateImpliedEnds()
    while let element = pop() {
      if element.tag.isHeading { return }
    }
  }
}
