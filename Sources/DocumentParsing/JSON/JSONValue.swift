import DocumentModel

/// One value of a JSON text; a cheap view into its tree.
package struct JSONValue: Sendable {
  /// What a value is.
  package enum Kind: UInt8, Sendable {
    case null, `true`, `false`, number, string, array, object
  }

  let tree: JSONTree
  let index: Int

  private var node: JSONTree.Node { tree.nodes[index] }

  /// What this value is.
  package var kind: Kind { node.kind }

  /// Where the value begins in the bytes of its text.
  package var offset: Int { Int(node.start) }

  /// The text of a string, escapes decoded; nil for other values.
  ///
  /// Surrogates without their other half and bytes that are not UTF-8 become U+FFFD.
  package var string: String? {
    guard kind == .string else { return nil }
    var bytes: [UInt8] = []
    appendString(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number, nil for other values and for what no `Double` can hold.
  package var number: Double? { kind == .number ? Double(digits) : nil }

  /// The whole number, nil for other values.
  package var integer: Int64? { kind == .number ? Int64(digits) : nil }

  /// Whether it is `true`; nil unless it is `true` or `false`.
  package var bool: Bool? { kind == .true ? true : kind == .false ? false : nil }

  /// The values of an array in order; none for other values.
  package var elements: JSONElements {
    let isArray = kind == .array
    return JSONElements(tree: tree, following: index + 1, end: isArray ? Int(node.end) : 0)
  }

  /// The members of an object in order; none for other values.
  package var members: JSONMembers {
    let isObject = kind == .object
    return JSONMembers(tree: tree, following: index + 1, end: isObject ? Int(node.end) : 0)
  }

  /// The member of an object with a name that needs no escapes, the first if there are several.
  ///
  /// O(members).
  package subscript(name: StaticString) -> JSONValue? {
    name.withUTF8Buffer { member(UnsafeRawBufferPointer($0)) }
  }

  /// The member of an object whose name is these bytes, the first if there are several.
  ///
  /// O(members), without a value for each of them.
  package func member(_ name: UnsafeRawBufferPointer) -> JSONValue? {
    let found = tree.nodes.withUnsafeBufferPointer { nodes -> Int? in
      guard nodes[index].kind == .object else { return nil }
      let end = Int(nodes[index].end)
      var key = index + 1
      while key + 1 < end {
        if Int(nodes[key].count) == name.count, isSpelled(nodes[key], name) { return key + 1 }
        key = Int(nodes[key + 1].end)
      }
      return nil
    }
    return found.map { JSONValue(tree: tree, index: $0) }
  }

  /// Whether it is the string without characters.
  package var isEmptyString: Bool { kind == .string && node.count == 0 }

  /// Appends the text of a string as UTF-8, escapes decoded; nothing for other values.
  package func appendString(to output: inout [UInt8]) {
    guard kind == .string else { return }
    let bytes = raw
    guard node.isEscaped else { return output.append(contentsOf: bytes) }
    JSONEscapes.append(bytes, to: &output)
  }

  private var raw: UnsafeRawBufferPointer.SubSequence {
    tree.storage.bytes[Int(node.start)..<Int(node.start) + Int(node.count)]
  }

  private var digits: String { String(decoding: raw, as: UTF8.self) }

  private func isSpelled(_ key: JSONTree.Node, _ name: UnsafeRawBufferPointer) -> Bool {
    let start = Int(key.start)
    for offset in 0..<name.count where tree.storage.bytes[start + offset] != name[offset] {
      return false
    }
    return true
  }
}

/// The values of a JSON array.
package struct JSONElements: Sequence, IteratorProtocol, Sendable {
  let tree: JSONTree
  var following: Int
  let end: Int

  /// The next value.
  package mutating func next() -> JSONValue? {
    guard following < end else { return nil }
    defer { following = Int(tree.nodes[following].end) }
    return JSONValue(tree: tree, index: following)
  }
}

/// The members of a JSON object, each a name and a value.
package struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  let tree: JSONTree
  var following: Int
  let end: Int

  /// The next member; one whose value is missing does not count.
  package mutating func next() -> (key: JSONValue, value: JSONValue)? {
    guard following + 1 < end else { return nil }
    let name = JSONValue(tree: tree, index: following)
    let value = JSONValue(tree: tree, index: following + 1)
    following = Int(tree.nodes[following + 1].end)
    return (name, value)
  }
}
