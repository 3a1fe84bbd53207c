/// Templates, framesets and what follows the body; the HTML standard, 13.2.6.4.16 to 13.2.6.4.21.
extension TreeBuilder {
  mutating func startInTemplate() -> Outcome {
    switch tokenizer.token.tag {
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return startInHead()
    case .caption, .colgroup, .tbody, .tfoot, .thead: return enterTemplate(.inTable)
    case .col: return enterTemplate(.inColumnGroup)
    case .tr: return enterTemplate(.inTableBody)
    case .td, .th: return enterTemplate(.inRow)
    default: return enterTemplate(.inBody)
    }
  }

  private mutating func enterTemplate(_ next: InsertionMode) -> Outcome {
    _ = templateModes.popLast()
    templateModes.append(next)
    mode = next
    return .again
  }

  mutating func endInTemplate() -> Outcome {
    tokenizer.token.tag == .template ? closeTemplate() : .done
  }

  mutating func endOfTemplate() -> Outcome {
    guard isOpen(.template) else { return .done }
    pop(through: .template)
    clearFormattingToMarker()
    _ = templateModes.popLast()
    resetMode()
    return .again
  }

  mutating func startAfterBody() -> Outcome {
    if tokenizer.token.tag == .html { return startInBody() }
    mode = .inBody
    return .again
  }

  mutating func endAfterBody() -> Outcome {
    if mode == .afterBody && tokenizer.token.tag == .html {
      if context == nil { mode = .afterAfterBody }
      return .done
    }
    mode = .inBody
    return .again
  }

  mutating func startInFrameset() -> Outcome {
    switch tokenizer.token.tag {
    case .html: return startInBody()
    case .frameset: insertElement()
    case .frame: insertVoidElement()
    case .noframes: return startInHead()
    default: break
    }
    return .done
  }

  mutating func endInFrameset() -> Outcome {
    guard tokenizer.token.tag == .frameset, open.count > 1 else { return .done }
    pop()
    if context == nil && currentTag != .frameset { mode = .afterFrameset }
    return .done
  }

  mutating func startAfterFrameset() -> Outcome {
    switch tokenizer.token.tag {
    case .html: return startInBody()
    case .noframes: return startInHead()
    default: return .done
    }
  }

  mutating func endAfterFrameset() -> Outcome {
    if mode == .afterFrameset && tokenizer.token.tag == .html { mode = .afterAfterFrameset }
    return .done
  }
}
