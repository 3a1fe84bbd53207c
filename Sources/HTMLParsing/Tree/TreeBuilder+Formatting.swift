/// An entry of the list of active formatting elements: an element, or a marker that hides those
/// before it.
struct FormattingEntry {
  /// The element; `HTMLNode.none` in a marker.
  var node: UInt32
  let tag: HTMLTag

  static let marker = FormattingEntry(node: HTMLNode.none, tag: .other)
  var isMarker: Bool { node == HTMLNode.none }
}

/// The list of active formatting elements; the HTML standard, 13.2.4.3.
extension TreeBuilder {
  /// Opens an element for the token and remembers that it has to be opened again in later blocks.
  mutating func insertFormattingElement() {
    reconstructFormatting()
    let node = insertElement()
    pushFormatting(FormattingEntry(node: node, tag: tokenizer.token.tag))
  }

  /// Adds an entry; of equal ones only the last three are kept.
  private mutating func pushFormatting(_ entry: FormattingEntry) {
    var equal = 0
    var index = formatting.count - 1
    var oldest = -1
    while index >= 0, !formatting[index].isMarker {
      steps += 1
      if formatting[index].tag == entry.tag && haveSameAttributes(formatting[index], entry) {
        equal += 1
        oldest = index
      }
      index -= 1
    }
    if equal >= 3 { formatting.remove(at: oldest) }
    if formatting.count - index > limits.activeFormatting { formatting.remove(at: index + 1) }
    if formatting.count > limits.openElements { formatting.removeFirst() }
    formatting.append(entry)
  }

  private mutating func haveSameAttributes(_ left: FormattingEntry, _ right: FormattingEntry)
    -> Bool
  {
    let first = tree.nodes[Int(left.node)].attributeRange
    let second = tree.nodes[Int(right.node)].attributeRange
    guard first != second else { return true }
    guard first.count == second.count else { return false }
    return first.allSatisfy { index in
      second.contains { isSame(tokenizer.attributes[index], tokenizer.attributes[$0]) }
    }
  }

  private func isSame(_ left: HTMLAttribute, _ right: HTMLAttribute) -> Bool {
    guard left.name == right.name && left.count == right.count else { return false }
    let first = UnsafeBufferPointer(
      start: tokenizer.base + Int(left.start),
      count: min(Int(left.count), HTMLLimits.comparedBytes)
    )
    return first.elementsEqual(
      UnsafeBufferPointer(start: tokenizer.base + Int(right.start), count: first.count)
    )
  }

  /// Opens the formatting elements again that the end of a block closed.
  @inline(__always)
  mutating func reconstructFormatting() {
    guard let last = formatting.last, !last.isMarker, !isOpen(last) else { return }
    reopenFormatting()
  }

  private mutating func isOpen(_ entry: FormattingEntry) -> Bool {
    guard openCounts[Int(entry.tag.rawValue)] > 0 else { return false }
    return open.last?.node == entry.node || open.contains { $0.node == entry.node }
  }

  private mutating func reopenFormatting() {
    var index = formatting.count - 1
    while index > 0, !formatting[index - 1].isMarker, !isOpen(formatting[index - 1]) {
      index -= 1
      steps += open.count
    }
    while index < formatting.count {
      guard repeatsLeft > 0 else {
        formatting.removeLast(formatting.count - index)
        return
      }
      repeatsLeft -= 1
      let old = tree.nodes[Int(formatting[index].node)]
      formatting[index].node = insertElement(old.name, .html, attributes: old.attributeRange)
      index += 1
    }
  }

  /// Forgets the entries of a table cell, a caption or the like that ends.
  mutating func clearFormattingToMarker() {
    while let entry = formatting.popLast() {
      if entry.isMarker { return }
    }
  }

  /// The index of the last entry with a tag, markers hiding those before.
  func formattingIndex(_ tag: HTMLTag) -> Int? {
    for index in formatting.indices.reversed() {
      if formatting[index].isMarker { return nil }
      if formatting[index].tag == tag { return index }
    }
    return nil
  }

  func formattingIndex(ofNode node: UInt32) -> Int? {
    formatting.lastIndex { $0.node == node }
  }
}
