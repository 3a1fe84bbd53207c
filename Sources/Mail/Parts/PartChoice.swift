/// Which parts of a message are read: of several that say the same, one.
struct PartChoice {
  private(set) var isLeftOut: [Bool]

  /// Chooses among `parts`; `isText` tells whether a part in plain text says anything.
  ///
  /// O(parts), besides the calls of `isText`.
  init(_ parts: [MessagePart], isText: (MessagePart) -> Bool) {
    isLeftOut = [Bool](repeating: false, count: parts.count)
    for (index, part) in parts.enumerated() where part.structure == .multipart {
      let children = Self.children(of: index, in: parts)
      switch part.type.value {
      case "multipart/alternative":
        let chosen = Self.alternative(children, parts, isText)
        for child in children where child != chosen { isLeftOut[child] = true }
      case "multipart/signed":
        for child in children.dropFirst() { isLeftOut[child] = true }
      case "multipart/related":
        // Pictures of the page.
        for child in children.dropFirst() where !parts[child].isAttachment {
          isLeftOut[child] = true
        }
      default: break
      }
    }
  }

  private static func children(of index: Int, in parts: [MessagePart]) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < parts[index].end {
      children.append(child)
      child = max(child + 1, parts[child].end)
    }
    return children
  }

  /// Plain text that says something, else the last part that holds a page or a text, else the last.
  private static func alternative(
    _ children: [Int],
    _ parts: [MessagePart],
    _ isText: (MessagePart) -> Bool
  ) -> Int? {
    let plain = children.first { parts[$0].type.value == "text/plain" && isText(parts[$0]) }
    if let plain { return plain }
    let page = children.last { child in
      parts[child..<max(child + 1, parts[child].end)].contains { $0.type.value == "text/html" }
    }
    let plainInside = children.first { child in
      parts[child].structure == .multipart
        && parts[child..<max(child + 1, parts[child].end)].contains {
          $0.type.value == "text/plain" && isText($0)
        }
    }
    return page ?? plainInside ?? children.last
  }
}
