/// Takes what a parser meets in a document and lays it out as a flat tree.
///
/// A class, since the parser, which is C, holds on to it.
final class XMLTreeBuilder {
  /// The number of elements around a node; what is deeper becomes part of the element that deep.
  static let depthLimit = 512
  /// The number of elements and texts at which any document is cut.
  static let nodeLimit = 4_000_000
  /// The number of bytes that allow one more where a document is large.
  static let bytesPerNode = 20

  private(set) var nodes: [XMLNode] = []
  private(set) var attributes: [XMLAttribute] = []
  private(set) var text: [UInt8] = []
  private(set) var names = XMLNames()
  /// Whether there were more elements and texts than are kept.
  private(set) var isCut = false
  /// The elements that are open, outermost first, as far as they are kept.
  private(set) var open: [Int] = []
  /// How many elements are open beyond those.
  private var depthBeyond = 0
  private let limit: Int

  /// A builder for a document of `bytes` bytes.
  init(bytes: Int) {
    limit = max(Self.nodeLimit, bytes / Self.bytesPerNode)
    text.reserveCapacity(bytes / 2)
  }

  /// An element begins; `pairs` are the names and values of its attributes, ended by nil.
  func begin(_ name: UnsafePointer<CChar>, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard open.count < Self.depthLimit, nodes.count < limit else {
      isCut = isCut || nodes.count >= limit
      depthBeyond += 1
      return
    }
    bind(pairs)
    let element = nodes.count
    if element == 0, let usual = XMLNamespaceTable.prefix(ofRoot: String(cString: name)) {
      names.bindDefault(usual: usual)
    }
    let first = attributes.count
    var next = pairs
    while let pair = next, let written = pair[0], let value = pair[1] {
      let start = text.count
      text.append(contentsOf: Self.bytes(value))
      attributes.append(
        XMLAttribute(
          name: names.number(Self.bytes(written), isElement: false),
          start: UInt32(start),
          count: UInt32(text.count - start)
        )
      )
      next = pair + 2
    }
    nodes.append(
      XMLNode(
        name: names.number(Self.bytes(name), isElement: true),
        end: Int32(element + 1),
        start: UInt32(first),
        count: UInt32(attributes.count - first)
      )
    )
    open.append(element)
  }

  /// Binds the prefixes that attributes of an element declare.
  private func bind(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    var next = pairs
    while let pair = next, let written = pair[0], let value = pair[1] {
      // Most attributes are told by their first letter.
      if written[0] == 0x78 {
        let name = String(cString: written)
        if name == "xmlns" || name.hasPrefix("xmlns:") {
          names.bind(
            String(name.dropFirst(6)),
            to: String(cString: value),
            depth: open.count + 1
          )
        }
      }
      next = pair + 2
    }
  }

  /// The innermost open element ends.
  func end() {
    guard depthBeyond == 0 else {
      depthBeyond -= 1
      return
    }
    guard let element = open.popLast() else { return }
    nodes[element].end = Int32(nodes.count)
    names.leave(depth: open.count + 1)
  }

  /// Ends elements until only `depth` are open.
  func end(toDepth depth: Int) {
    depthBeyond = 0
    while open.count > depth { end() }
  }

  /// Text inside the innermost open element.
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !open.isEmpty, text.count + bytes.count < UInt32.max else { return }
    if let last = nodes.last, last.name < 0, Int(last.start + last.count) == text.count,
      nodes.count > open[open.count - 1]
    {
      nodes[nodes.count - 1].count += UInt32(bytes.count)
    } else {
      guard nodes.count < limit else {
        isCut = true
        return
      }
      nodes.append(
        XMLNode(
          name: -1,
          end: Int32(nodes.count + 1),
          start: UInt32(text.count),
          count: UInt32(bytes.count)
        )
      )
    }
    text.append(contentsOf: bytes)
  }

  private static func bytes(_ string: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    var length = 0
    while string[length] != 0 { length += 1 }
    return string.withMemoryRebound(to: UInt8.self, capacity: length) {
      UnsafeBufferPointer(start: $0, count: length)
    }
  }
}
