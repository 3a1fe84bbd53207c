/// The stack of open elements.
extension TreeBuilder {
  /// What ends the search for an element in scope besides the usual elements.
  enum Scope {
    case plain, listItem, button, table
  }

  /// The tag of the current node, `other` in SVG and MathML.
  var currentTag: HTMLTag { open.last?.tag ?? .other }

  @inline(__always)
  mutating func push(_ element: OpenElement) {
    if open.count >= limits.openElements { pop() }
    open.append(element)
    openCounts[Int(element.tag.rawValue)] += 1
  }

  @discardableResult
  @inline(__always)
  mutating func pop() -> OpenElement? {
    guard let element = open.popLast() else { return nil }
    openCounts[Int(element.tag.rawValue)] -= 1
    return element
  }

  /// Pops until an element of HTML with this tag has been popped.
  mutating func pop(through tag: HTMLTag) {
    while let element = pop() {
      steps += 1
      if element.tag == tag { return }
    }
  }

  /// Pops until a node has been popped.
  mutating func pop(throughNode node: UInt32) {
    while let element = pop() {
      steps += 1
      if element.node == node { return }
    }
  }

  /// Takes the element at an index out, wherever it is.
  mutating func removeOpen(at index: Int) {
    let element = open.remove(at: index)
    openCounts[Int(element.tag.rawValue)] -= 1
  }

  /// Pops until the current node is one of these or `template` or `html`.
  mutating func clear(to isContext: (HTMLTag) -> Bool) {
    while let last = open.last {
      if isContext(last.tag) || last.tag == .template || last.tag == .html { return }
      pop()
    }
  }

  func isOpen(_ tag: HTMLTag) -> Bool { openCounts[Int(tag.rawValue)] > 0 }

  /// The index of a node in the stack.
  mutating func openIndex(of node: UInt32) -> Int? {
    let index = open.lastIndex { $0.node == node }
    steps += open.count - (index ?? 0)
    return index
  }

  /// Whether an element with this tag is open and nothing that ends the scope stands above it.
  mutating func hasInScope(_ tag: HTMLTag, _ scope: Scope = .plain) -> Bool {
    isOpen(tag) && hasInScope(scope) { $0.tag == tag }
  }

  /// Whether an element that `isWanted` accepts is in scope.
  mutating func hasInScope(_ scope: Scope = .plain, where isWanted: (OpenElement) -> Bool) -> Bool {
    for element in open.reversed() {
      steps += 1
      if isWanted(element) { return true }
      switch scope {
      case .table:
        if element.tag == .table || element.tag == .template || element.tag == .html {
          return false
        }
      case .listItem where element.tag == .ol || element.tag == .ul: return false
      case .button where element.tag == .button: return false
      default: if element.traits.contains(.endsScope) { return false }
      }
    }
    return false
  }

  /// Pops elements whose end tag may be left out, but not those of `kept`.
  mutating func generateImpliedEnds(except kept: HTMLTag = .other) {
    while let last = open.last, last.tag.hasImpliedEnd, last.tag != kept { pop() }
  }

  mutating func generateImpliedEndsThoroughly() {
    while let last = open.last, last.tag.hasImpliedEndThoroughly { pop() }
  }

  /// Ends an open paragraph.
  @inline(__always)
  mutating func closeParagraphInScope() {
    if isOpen(.p) && hasInScope(.p, .button) { closeParagraph() }
  }

  mutating func closeParagraph() {
    generateImpliedEnds(except: .p)
    pop(through: .p)
  }

  /// Sets the mode to what the open elements ask for; 13.2.4.1.
  mutating func resetMode() {
    for index in open.indices.reversed() {
      steps += 1
      let isLast = index == 0
      let element = isLast ? context ?? open[index] : open[index]
      if let found = mode(for: element, isLast: isLast) {
        mode = found
        return
      }
    }
    mode = .inBody
  }

  private func mode(for element: OpenElement, isLast: Bool) -> InsertionMode? {
    switch element.tag {
    case .td, .th: return isLast ? .inBody : .inCell
    case .tr: return .inRow
    case .tbody, .thead, .tfoot: return .inTableBody
    case .caption: return .inCaption
    case .colgroup: return .inColumnGroup
    case .table: return .inTable
    case .template: return templateModes.last ?? .inTemplate
    case .head: return isLast ? .inBody : .inHead
    case .body: return .inBody
    case .frameset: return .inFrameset
    case .html: return headNode == HTMLNode.none ? .beforeHead : .afterHead
    default: return isLast ? .inBody : nil
    }
  }
}
