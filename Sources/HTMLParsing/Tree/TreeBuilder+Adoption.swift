/// Formatting elements that end where they did not begin; the HTML standard, 13.2.6.4.7.
extension TreeBuilder {
  /// Handles the end tag of a formatting element: the adoption agency algorithm.
  ///
  /// At most eight rounds. What it makes counts towards the formatting elements a page may repeat;
  /// past that limit the elements are only closed.
  mutating func adopt(_ tag: HTMLTag) -> Outcome {
    if let current = open.last, current.tag == tag,
      formattingIndex(ofNode: current.node) == nil
    {
      pop()
      return .done
    }
    for _ in 0..<8 {
      guard let entry = formattingIndex(tag) else { return closeAny(HTMLName(tag)) }
      let node = formatting[entry].node
      guard let index = openIndex(of: node) else {
        formatting.remove(at: entry)
        return .done
      }
      guard hasInScope(where: { $0.node == node }) else { return .done }
      let block = open[index...].firstIndex { $0.traits.contains(.special) }
      steps += open.count - index
      guard let block, repeatsLeft > 0 else {
        pop(throughNode: node)
        formatting.remove(at: entry)
        return .done
      }
      moveBlock(at: block, outOf: index, entry: entry)
    }
    return .done
  }

  /// Splits the formatting element at `index` of the stack around the block at `block`.
  private mutating func moveBlock(at block: Int, outOf index: Int, entry: Int) {
    let formattingNode = formatting[entry].node
    let furthest = open[block]
    let ancestor = open[index - 1]
    var bookmark = entry
    var lastNode = furthest.node
    var lastIsBlock = true
    var at = block - 1
    var round = 0
    while at > index {
      round += 1
      steps += 1
      var listed = formattingIndex(ofNode: open[at].node)
      if round > 3, let place = listed {
        formatting.remove(at: place)
        if place < bookmark { bookmark -= 1 }
        listed = nil
      }
      guard let listed else {
        removeOpen(at: at)
        at -= 1
        continue
      }
      let copy = repeatElement(open[at].node)
      formatting[listed].node = copy
      open[at] = OpenElement(node: copy, name: open[at].name, namespace: .html)
      if lastIsBlock { bookmark = listed + 1 }
      lastIsBlock = false
      tree.detach(lastNode)
      tree.append(lastNode, to: copy)
      lastNode = copy
      at -= 1
    }
    tree.detach(lastNode)
    tree.insert(lastNode, at: place(in: ancestor))
    let copy = repeatElement(formattingNode)
    tree.moveChildren(of: furthest.node, to: copy)
    tree.append(copy, to: furthest.node)
    replace(formattingNode, by: copy, bookmark: bookmark, below: furthest.node)
  }

  private mutating func repeatElement(_ node: UInt32) -> UInt32 {
    repeatsLeft -= 1
    let old = tree.nodes[Int(node)]
    return makeElement(old.name, .html, attributes: old.attributeRange)
  }

  /// Puts the copy of a formatting element into the list at the bookmark and into the stack below
  /// the block.
  private mutating func replace(
    _ node: UInt32,
    by copy: UInt32,
    bookmark: Int,
    below block: UInt32
  ) {
    guard let old = formattingIndex(ofNode: node), let index = openIndex(of: node) else { return }
    let tag = formatting[old].tag
    let name = open[index].name
    formatting.remove(at: old)
    let target = min(old < bookmark ? bookmark - 1 : bookmark, formatting.count)
    formatting.insert(FormattingEntry(node: copy, tag: tag), at: target)
    removeOpen(at: index)
    guard let place = openIndex(of: block) else { return }
    open.insert(OpenElement(node: copy, name: name, namespace: .html), at: place + 1)
    openCounts[Int(tag.rawValue)] += 1
  }

  /// Handles the end tag of an element without rules of its own.
  mutating func closeAny(_ name: HTMLName) -> Outcome {
    for index in open.indices.reversed() {
      steps += 1
      let element = open[index]
      if element.name == name && element.isHTML {
        generateImpliedEnds(except: element.tag)
        while open.count > index { pop() }
        return .done
      }
      if element.traits.contains(.special) { return .done }
    }
    return .done
  }
}
