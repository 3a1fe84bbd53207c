import DocumentModel
import HTMLParsing
import PageModel

/// Walks a page and notes what an outline says of each of its visible nodes.
struct OutlineBuilder {
  /// What is known of a node, and what stands before it.
  struct Entry {
    var node = HTMLDocument.root
    var parent: Int32 = -1
    var end: Int32 = 0
    var depth: Int32 = 0
    var kind: Int32 = 0
    var hints = MarkupHints.none
    var context = MarkupHints.none
    var key: UInt64 = 0
    var tag = HTMLTag.other
    var isElement = false
    /// How much text stands before it, in bytes without blanks.
    var text = 0
    /// How much of it stands in links.
    var linkText = 0
    /// How many nodes before it may have digits in their text.
    var digits: Int32 = 0
  }

  /// The nodes, and an entry for the end of the page that has sums only.
  private(set) var entries: [Entry] = []
  /// How many kinds of elements there are.
  var kindCount: Int { kindNumbers.count }

  private let tree: HTMLDocument
  private let leftOut: Set<HTMLNodeID>
  private var kindNumbers = HashNumbers()
  /// The sums so far.
  private var sums = Entry()

  /// A builder of the outline of a page, some nodes left out with all that is in them.
  init(_ page: HTMLPage, leavingOut leftOut: Set<HTMLNodeID>) {
    tree = page.tree
    self.leftOut = leftOut
    entries.reserveCapacity(tree.nodes.count + 1)
  }

  /// Walks the page; O(its size), without recursion.
  mutating func run() {
    var next: HTMLNodeID? = tree.first(.body) ?? HTMLDocument.root
    let top = next ?? HTMLDocument.root
    var open: [Int] = []
    var links = 0
    while let id = next {
      let node = tree[id]
      while let last = open.last, node.parent != entries[last].node {
        if entries[last].tag == .a { links -= 1 }
        entries[last].end = Int32(truncatingIfNeeded: entries.count)
        open.removeLast()
      }
      let isSkipped = Self.isSkipped(id, node, in: tree, leftOut)
      if isSkipped {
        if node.kind == .element { sums.digits += 1 }
      } else {
        append(id, node, parent: open.last ?? -1, inLink: links > 0)
        if node.kind == .element {
          open.append(entries.count - 1)
          if node.tag == .a { links += 1 }
        }
      }
      next = tree.node(after: id, in: top, skippingChildren: isSkipped)
    }
    for place in open { entries[place].end = Int32(truncatingIfNeeded: entries.count) }
    entries.append(sums)
  }

  // Not of the value, which would be copied for each node.

  private static func isSkipped(
    _ id: HTMLNodeID,
    _ node: HTMLNode,
    in tree: HTMLDocument,
    _ leftOut: Set<HTMLNodeID>
  ) -> Bool {
    switch node.kind {
    case .text: return tree.withRawText(of: id) { $0.allSatisfy { $0 <= 0x20 } }
    case .element: break
    case .document: return false
    case .doctype, .comment, .content: return true
    }
    switch node.tag {
    case .script, .style, .head, .title, .template, .noscript, .object, .embed, .audio, .video,
      .canvas, .select, .textarea, .datalist, .link, .map, .svg:
      return true
    case .button: return !isName(id, in: tree)
    default:
      return node.namespace != .html || !leftOut.isEmpty && leftOut.contains(id)
    }
  }

  /// Whether the class of a button says that it names somebody: a click shows who that is.
  private static func isName(_ id: HTMLNodeID, in tree: HTMLDocument) -> Bool {
    guard let index = tree.attributeIndex(.class, of: id) else { return false }
    return tree.withRawValue(of: tree.attributes[index]) { bytes in
      let hints = MarkupHints(words: bytes)
      return hints.contains(.author) && !hints.contains(.accessory)
    }
  }

  private mutating func append(_ id: HTMLNodeID, _ node: HTMLNode, parent: Int, inLink: Bool) {
    var entry = sums
    entry.node = id
    entry.parent = Int32(truncatingIfNeeded: parent)
    entry.end = Int32(truncatingIfNeeded: entries.count + 1)
    if parent >= 0 {
      entry.depth = entries[parent].depth + 1
      entry.context = entries[parent].context
    }
    if node.kind == .element {
      entry.isElement = true
      entry.tag = node.tag
      let parentKey = parent < 0 ? 0 : entries[parent].key
      (entry.hints, entry.key) = Self.describe(id, node, in: tree, parentKey: parentKey)
      entry.kind = Int32(truncatingIfNeeded: kindNumbers.number(entry.key))
      // What a page's body says holds for all of it, and so tells nothing.
      if parent >= 0, !entry.hints.contains(.accessory) {
        entry.context.formUnion(entry.hints.intersection(.comment.union(.post)))
      }
      if entry.hints.contains(.quotation) || entry.tag == .blockquote {
        entry.context.formUnion(.quotation)
      }
    } else {
      let (length, hasDigit) = tree.withRawText(of: id, Self.measure)
      sums.text += length
      if inLink { sums.linkText += length }
      if hasDigit { sums.digits += 1 }
    }
    entries.append(entry)
  }

  /// How many bytes are no blanks, and whether one is a digit.
  private static func measure(_ bytes: UnsafeRawBufferPointer) -> (length: Int, hasDigit: Bool) {
    var (length, digits) = (0, 0)
    for byte in bytes {
      length &+= byte > 0x20 ? 1 : 0
      digits &+= byte &- 0x30 < 10 ? 1 : 0
    }
    return (length, digits > 0)
  }

  /// The hints of an element and the key of its kind.
  private static func describe(
    _ id: HTMLNodeID,
    _ node: HTMLNode,
    in tree: HTMLDocument,
    parentKey: UInt64
  ) -> (MarkupHints, UInt64) {
    var hints = MarkupHints.none
    var key = PageOutline.seed(node)
    var isNamed = false
    if node.tag == .other {
      // `comment-author`: elements of a site's own are called by what they are.
      var name = tree.name(of: id)
      if name.utf8.contains(0x2D) {
        name.withUTF8 { hints.formUnion(MarkupHints(words: UnsafeRawBufferPointer($0))) }
      }
    }
    for index in tree.attributeRange(of: id) {
      let attribute = tree.attributes[index]
      switch attribute.name {
      case .class, .itemprop, .rel, .property:
        tree.withRawValue(of: attribute) { bytes in
          hints.formUnion(MarkupHints(words: bytes))
          key = PageOutline.masked(bytes, key)
          isNamed = isNamed || !bytes.isEmpty
        }
      case .id:
        tree.withRawValue(of: attribute) { hints.formUnion(MarkupHints(words: $0)) }
      default: break
      }
    }
    if !isNamed { key = key &* 31 &+ parentKey }
    return (hints, key)
  }
}
