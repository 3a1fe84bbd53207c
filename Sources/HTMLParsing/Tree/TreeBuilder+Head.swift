/// The head and what follows it; the HTML standard, 13.2.6.4.4 to 13.2.6.4.8.
extension TreeBuilder {
  mutating func startInHead() -> Outcome {
    switch tokenizer.token.tag {
    case .html: return startInBody()
    case .base, .basefont, .bgsound, .link, .meta: insertVoidElement()
    case .title: insertRaw(.rcdata)
    case .noframes, .style: insertRaw(.rawText)
    case .noscript where isScripting: insertRaw(.rawText)
    case .noscript:
      insertElement()
      mode = .inHeadNoscript
    case .script: insertRaw(.script)
    case .template: openTemplate()
    case .head: break
    default: return leaveHead()
    }
    return .done
  }

  /// Opens an element whose content is text up to its end tag.
  mutating func insertRaw(_ content: HTMLTokenizer.Content) {
    insertElement()
    tokenizer.content = content
    tokenizer.contentName = tokenizer.token.name
    originalMode = mode
    mode = .text
  }

  mutating func endInText() -> Outcome {
    pop()
    mode = originalMode
    return .done
  }

  private mutating func openTemplate() {
    insertElement()
    formatting.append(.marker)
    isFramesetOK = false
    mode = .inTemplate
    templateModes.append(.inTemplate)
  }

  mutating func closeTemplate() -> Outcome {
    guard isOpen(.template) else { return .done }
    generateImpliedEndsThoroughly()
    pop(through: .template)
    clearFormattingToMarker()
    _ = templateModes.popLast()
    resetMode()
    return .done
  }

  mutating func endInHead() -> Outcome {
    switch tokenizer.token.tag {
    case .head: return endHead()
    case .body, .html, .br: return leaveHead()
    case .template: return closeTemplate()
    default: return .done
    }
  }

  private mutating func endHead() -> Outcome {
    pop()
    mode = .afterHead
    return .done
  }

  mutating func leaveHead() -> Outcome {
    pop()
    mode = .afterHead
    return .again
  }

  mutating func startInHeadNoscript() -> Outcome {
    switch tokenizer.token.tag {
    case .html: return startInBody()
    case .basefont, .bgsound, .link, .meta, .noframes, .style: return startInHead()
    case .head, .noscript: return .done
    default: return leaveHeadNoscript()
    }
  }

  mutating func endInHeadNoscript() -> Outcome {
    switch tokenizer.token.tag {
    case .noscript:
      pop()
      mode = .inHead
      return .done
    case .br: return leaveHeadNoscript()
    default: return .done
    }
  }

  mutating func leaveHeadNoscript() -> Outcome {
    pop()
    mode = .inHead
    return .again
  }

  mutating func startAfterHead() -> Outcome {
    switch tokenizer.token.tag {
    case .html: return startInBody()
    case .body:
      insertElement()
      isFramesetOK = false
      mode = .inBody
    case .frameset:
      insertElement()
      mode = .inFrameset
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return insertIntoHead()
    case .head: break
    default: return leaveAfterHead()
    }
    return .done
  }

  /// Handles a start tag of the head that comes too late as if the head were still open.
  private mutating func insertIntoHead() -> Outcome {
    guard headNode != HTMLNode.none else { return .done }
    push(OpenElement(node: headNode, name: HTMLName(.head), namespace: .html))
    let outcome = startInHead()
    if let index = openIndex(of: headNode) { removeOpen(at: index) }
    return outcome
  }

  mutating func endAfterHead() -> Outcome {
    switch tokenizer.token.tag {
    case .template: return closeTemplate()
    case .body, .html, .br: return leaveAfterHead()
    default: return .done
    }
  }

  mutating func leaveAfterHead() -> Outcome {
    insertImplied(.body)
    mode = .inBody
    return .again
  }
}
