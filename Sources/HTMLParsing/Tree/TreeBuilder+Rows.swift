/// The rows and cells of tables; the HTML standard, 13.2.6.4.13 to 13.2.6.4.15.
extension TreeBuilder {
  private static func isBody(_ tag: HTMLTag) -> Bool {
    tag == .tbody || tag == .tfoot || tag == .thead
  }

  mutating func startInTableBody() -> Outcome {
    switch tokenizer.token.tag {
    case .tr:
      clear(to: TreeBuilder.isBody)
      insertElement()
      mode = .inRow
      return .done
    case .th, .td:
      clear(to: TreeBuilder.isBody)
      insertImplied(.tr)
      mode = .inRow
      return .again
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead:
      return leaveTableBody() ? .again : .done
    default: return startInTable()
    }
  }

  mutating func endInTableBody() -> Outcome {
    switch tokenizer.token.tag {
    case .tbody, .tfoot, .thead:
      guard hasInScope(tokenizer.token.tag, .table) else { return .done }
      _ = leaveTableBody()
      return .done
    case .table: return leaveTableBody() ? .again : .done
    case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: return .done
    default: return endInTable()
    }
  }

  private mutating func leaveTableBody() -> Bool {
    guard hasInScope(.table, where: { TreeBuilder.isBody($0.tag) }) else { return false }
    clear(to: TreeBuilder.isBody)
    pop()
    mode = .inTable
    return true
  }

  mutating func startInRow() -> Outcome {
    switch tokenizer.token.tag {
    case .th, .td:
      clear { $0 == .tr }
      insertElement()
      mode = .inCell
      formatting.append(.marker)
      return .done
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr:
      return leaveRow() ? .again : .done
    default: return startInTable()
    }
  }

  mutating func endInRow() -> Outcome {
    switch tokenizer.token.tag {
    case .tr:
      _ = leaveRow()
      return .done
    case .table: return leaveRow() ? .again : .done
    case .tbody, .tfoot, .thead:
      guard hasInScope(tokenizer.token.tag, .table) else { return .done }
      return leaveRow() ? .again : .done
    case .body, .caption, .col, .colgroup, .html, .td, .th: return .done
    default: return endInTable()
    }
  }

  private mutating func leaveRow() -> Bool {
    guard hasInScope(.tr, .table) else { return false }
    clear { $0 == .tr }
    pop()
    mode = .inTableBody
    return true
  }

  mutating func startInCell() -> Outcome {
    switch tokenizer.token.tag {
    case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
      return leaveCell() ? .again : .done
    default: return startInBody()
    }
  }

  mutating func endInCell() -> Outcome {
    let tag = tokenizer.token.tag
    switch tag {
    case .td, .th:
      guard hasInScope(tag, .table) else { return .done }
      generateImpliedEnds()
      pop(through: tag)
      clearFormattingToMarker()
      mode = .inRow
      return .done
    case .body, .caption, .col, .colgroup, .html: return .done
    case .table, .tbody, .tfoot, .thead, .tr:
      guard hasInScope(tag, .table) else { return .done }
      return leaveCell() ? .again : .done
    default: return endInBody()
    }
  }

  private mutating func leaveCell() -> Bool {
    guard hasInScope(.table, where: { $0.tag == .td || $0.tag == .th }) else { return false }
    generateImpliedEnds()
    while let element = pop() {
      if element.tag == .td || element.tag == .th { break }
    }
    clearFormattingToMarker()
    mode = .inRow
    return true
  }
}
