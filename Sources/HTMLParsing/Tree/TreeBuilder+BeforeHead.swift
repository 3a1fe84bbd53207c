/// Modes up to `<head>`; the HTML standard, 13.2.6.4.1 to 13.2.6.4.3.
extension TreeBuilder {
  mutating func doctypeToken() -> Outcome {
    if mode == .inTableText { return leaveTableText() }
    guard mode == .initial else { return .done }
    let declared = HTMLDoctype(tokenizer.token.doctype, in: tokenizer.base)
    quirks = declared.quirks(forced: tokenizer.token.doctype.forcesQuirks)
    doctype = declared
    tree.append(tree.make(HTMLNode(.doctype)), to: 0)
    mode = .beforeHTML
    return .done
  }

  mutating func leaveInitial() -> Outcome {
    quirks = .full
    mode = .beforeHTML
    return .again
  }

  mutating func startInInitial() -> Outcome {
    leaveInitial()
  }

  mutating func startBeforeHTML() -> Outcome {
    guard tokenizer.token.tag == .html else { return leaveBeforeHTML() }
    insertElement()
    mode = .beforeHead
    return .done
  }

  mutating func leaveBeforeHTML() -> Outcome {
    insertImplied(.html)
    mode = .beforeHead
    return .again
  }

  mutating func startBeforeHead() -> Outcome {
    switch tokenizer.token.tag {
    case .html: return startInBody()
    case .head:
      headNode = insertElement()
      mode = .inHead
      return .done
    default: return leaveBeforeHead()
    }
  }

  mutating func leaveBeforeHead() -> Outcome {
    headNode = insertImplied(.head)
    mode = .inHead
    return .again
  }

  /// End tags before the head: all but a few are ignored.
  mutating func endBeforeHead() -> Outcome {
    switch tokenizer.token.tag {
    case .head, .body, .html, .br:
      return mode == .beforeHTML ? leaveBeforeHTML() : leaveBeforeHead()
    default: return .done
    }
  }
}
