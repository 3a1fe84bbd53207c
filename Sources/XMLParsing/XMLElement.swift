/// An element of an XML document.
package struct XMLElement: Sendable {
  private let tree: XMLTree
  private let index: Int

  init(_ tree: XMLTree, _ index: Int) {
    self.tree = tree
    self.index = index
  }

  /// Its name, with the usual prefix of its namespace.
  package var name: String { tree.name(tree.nodes[index].name) }

  /// The elements directly inside it, in order.
  ///
  /// O(their number and that of the texts between them).
  package var children: some Sequence<XMLElement> {
    let (tree, end) = (tree, Int(tree.nodes[index].end))
    return sequence(state: index + 1) { next -> XMLElement? in
      while next < end {
        let node = tree.nodes[next]
        defer { next = Int(node.end) }
        if node.name >= 0 { return XMLElement(tree, next) }
      }
      return nil
    }
  }

  /// The elements directly inside it of a name.
  package func children(_ name: String) -> [XMLElement] {
    guard let number = tree.number(of: name) else { return [] }
    return children.filter { tree.nodes[$0.index].name == number }
  }

  /// The first element directly inside it of a name.
  package func first(_ name: String) -> XMLElement? {
    guard let number = tree.number(of: name) else { return nil }
    return children.first { tree.nodes[$0.index].name == number }
  }

  /// The value of an attribute, nil if it has none of this name.
  package func attribute(_ name: String) -> String? {
    guard let number = tree.number(of: name) else { return nil }
    let node = tree.nodes[index]
    for attribute in tree.attributes[Int(node.start)..<Int(node.start + node.count)]
    where attribute.name == number {
      return string(attribute.start, attribute.count)
    }
    return nil
  }

  /// All text inside it, as it stands there.
  package var text: String {
    let node = tree.nodes[index]
    var bytes: [UInt8] = []
    for inner in tree.nodes[(index + 1)..<Int(node.end)] where inner.name < 0 {
      bytes += tree.text[Int(inner.start)..<Int(inner.start + inner.count)]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether there is nothing in it but blanks.
  package var isBlank: Bool {
    let node = tree.nodes[index]
    return tree.nodes[(index + 1)..<Int(node.end)].allSatisfy { inner in
      inner.name < 0
        && tree.text[Int(inner.start)..<Int(inner.start + inner.count)].allSatisfy { $0 <= 0x20 }
    }
  }

  /// What stands inside it as mark-up of a page: names without their prefix, text escaped.
  ///
  /// O(size of what it is).
  package var markup: String {
    var output: [UInt8] = []
    var open: [Int] = []
    for inner in (index + 1)..<Int(tree.nodes[index].end) {
      close(&open, before: inner, &output)
      let node = tree.nodes[inner]
      guard node.name >= 0 else {
        escape(node.start, node.count, to: &output)
        continue
      }
      output += "<\(localName(inner))".utf8
      for attribute in tree.attributes[Int(node.start)..<Int(node.start + node.count)] {
        let name = tree.name(attribute.name)
        guard !name.utf8.contains(0x3A), name != "xmlns" else { continue }
        output += " \(name)=\"".utf8
        escape(attribute.start, attribute.count, to: &output)
        output.append(0x22)
      }
      output.append(0x3E)
      open.append(inner)
    }
    close(&open, before: Int(tree.nodes[index].end), &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Ends the elements that end before the node at `index`.
  private func close(_ open: inout [Int], before index: Int, _ output: inout [UInt8]) {
    while let last = open.last, Int(tree.nodes[last].end) <= index {
      open.removeLast()
      let name = localName(last)
      // Those that a page knows to be empty have no end tag there.
      if Int(tree.nodes[last].end) > last + 1 || !Self.empty.contains(name) {
        output += "</\(name)>".utf8
      }
    }
  }

  private static let empty: Set<String> = ["br", "img", "hr", "wbr", "input", "source", "embed"]

  private func localName(_ element: Int) -> String {
    let name = tree.name(tree.nodes[element].name)
    return name.split(separator: ":").last.map(String.init) ?? name
  }

  private func escape(_ start: UInt32, _ count: UInt32, to output: inout [UInt8]) {
    for byte in tree.text[Int(start)..<Int(start + count)] {
      switch byte {
      case 0x26: output += "&amp;".utf8
      case 0x3C: output += "&lt;".utf8
      case 0x22: output += "&quot;".utf8
      default: output.append(byte)
      }
    }
  }

  private func string(_ start: UInt32, _ count: UInt32) -> String {
    String(decoding: tree.text[Int(start)..<Int(start + count)], as: UTF8.self)
  }
}
