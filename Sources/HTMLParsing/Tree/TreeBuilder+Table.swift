/// Tables, captions and columns; the HTML standard, 13.2.6.4.9 to 13.2.6.4.12.
extension TreeBuilder {
  mutating func startInTable() -> Outcome {
    switch tokenizer.token.tag {
    case .caption:
      clear { $0 == .table }
      formatting.append(.marker)
      insertElement()
      mode = .inCaption
    case .colgroup:
      clear { $0 == .table }
      insertElement()
      mode = .inColumnGroup
    case .col:
      clear { $0 == .table }
      insertImplied(.colgroup)
      mode = .inColumnGroup
      return .again
    case .tbody, .tfoot, .thead:
      clear { $0 == .table }
      insertElement()
      mode = .inTableBody
    case .td, .th, .tr:
      clear { $0 == .table }
      insertImplied(.tbody)
      mode = .inTableBody
      return .again
    case .table: return leaveTable() ? .again : .done
    case .style, .script, .template: return startInHead()
    case .input:
      guard tokenAttribute(.type, is: "hidden") else { return fosterToken() }
      insertVoidElement()
    case .form:
      guard !isOpen(.template), formNode == HTMLNode.none else { return .done }
      formNode = insertElement()
      pop()
    default: return fosterToken()
    }
    return .done
  }

  mutating func endInTable() -> Outcome {
    switch tokenizer.token.tag {
    case .table: _ = leaveTable()
    case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: break
    case .template: return closeTemplate()
    default: return fosterToken()
    }
    return .done
  }

  private mutating func leaveTable() -> Bool {
    guard hasInScope(.table, .table) else { return false }
    pop(through: .table)
    resetMode()
    return true
  }

  /// Handles the token by the rules of the body; what has no place in a table goes before it.
  mutating func fosterToken() -> Outcome {
    isFosterParenting = true
    defer { isFosterParenting = false }
    switch tokenizer.token.kind {
    case .startTag: return startInBody()
    case .endTag: return endInBody()
    default:
      textInBody()
      return .done
    }
  }

  mutating func startInCaption() -> Outcome {
    switch tokenizer.token.tag {
    case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
      return leaveCaption() ? .again : .done
    default: return startInBody()
    }
  }

  mutating func endInCaption() -> Outcome {
    switch tokenizer.token.tag {
    case .caption:
      _ = leaveCaption()
      return .done
    case .table: return leaveCaption() ? .again : .done
    case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return .done
    default: return endInBody()
    }
  }

  private mutating func leaveCaption() -> Bool {
    guard hasInScope(.caption, .table) else { return false }
    generateImpliedEnds()
    pop(through: .caption)
    clearFormattingToMarker()
    mode = .inTable
    return true
  }

  mutating func startInColumnGroup() -> Outcome {
    switch tokenizer.token.tag {
    case .html: return startInBody()
    case .col:
      insertVoidElement()
      return .done
    case .template: return startInHead()
    default: return leaveColumnGroup()
    }
  }

  mutating func endInColumnGroup() -> Outcome {
    switch tokenizer.token.tag {
    case .colgroup:
      _ = leaveColumnGroup()
      return .done
    case .col: return .done
    case .template: return closeTemplate()
    default: return leaveColumnGroup()
    }
  }

  mutating func leaveColumnGroup() -> Outcome {
    guard currentTag == .colgroup else { return .done }
    pop()
    mode = .inTable
    return .again
  }
}
