import HTMLParsing
import PageModel

/// The visible nodes of a page in reading order, numbered, with sums that tell in O(1) how much text
/// any of them holds.
struct PageOutline {
  /// The nodes; a *place* is an index into this.
  private(set) var nodes: [HTMLNodeID] = []
  /// The first place behind each node and all that is in it.
  private(set) var ends: [Int] = []
  /// How deep each node stands.
  private(set) var depths: [Int32] = []
  /// The place of each node's parent, -1 for the first.
  private(set) var parents: [Int] = []
  /// What the mark-up of each element hints at.
  private(set) var hints: [MarkupHints] = []
  /// What the mark-up around each element hints at, its own included.
  private(set) var context: [MarkupHints] = []
  /// Equal for elements of one kind: tag and classes, numbers masked.
  private(set) var keys: [UInt64] = []
  /// The number of each element's kind, in the order in which the kinds come; 0 for texts.
  private(set) var kinds: [Int32] = []
  /// How many kinds there are.
  var kindCount: Int { kindNumbers.count }
  /// How much text stands before each place, in bytes without blanks.
  private(set) var text: [Int] = [0]
  /// How much of it stands in links.
  private(set) var linkText: [Int] = [0]
  /// How many nodes before each place may have digits in their text; those left out may.
  private var digits: [Int32] = [0]
  private var kindNumbers = HashNumbers()

  let page: HTMLPage
  private let leftOut: Set<HTMLNodeID>

  /// Numbers the nodes of a page, some left out with all that is in them.
  ///
  /// O(size of the page), without recursion.
  init(_ page: HTMLPage, leavingOut leftOut: Set<HTMLNodeID> = []) {
    self.page = page
    self.leftOut = leftOut
    let tree = page.tree
    var next: HTMLNodeID? = tree.first(.body) ?? HTMLDocument.root
    let top = next ?? HTMLDocument.root
    var open: [Int] = []
    var links = 0
    while let node = next {
      while let last = open.last, tree[node].parent != nodes[last] {
        if tree[nodes[last]].tag == .a { links -= 1 }
        ends[last] = nodes.count
        open.removeLast()
      }
      let isSkipped = isSkipped(node)
      if isSkipped {
        if tree[node].kind == .element { digits[digits.count - 1] += 1 }
      } else {
        append(node, parent: open.last ?? -1, inLink: links > 0)
        if tree[node].kind == .element {
          open.append(nodes.count - 1)
          if tree[node].tag == .a { links += 1 }
        }
      }
      next = tree.node(after: node, in: top, skippingChildren: isSkipped)
    }
    for place in open { ends[place] = nodes.count }
  }

  /// What is inside a place, itself included.
  func range(_ place: Int) -> Range<Int> { place..<ends[place] }

  /// How much text stands in a range, in bytes without blanks.
  func textLength(_ range: Range<Int>) -> Int { text[range.upperBound] - text[range.lowerBound] }

  /// How much of it no link holds.
  func proseLength(_ range: Range<Int>) -> Int {
    textLength(range) - (linkText[range.upperBound] - linkText[range.lowerBound])
  }

  /// Whether there may be a digit in the text inside a place.
  func mayHaveDigits(_ place: Int) -> Bool { digits[ends[place]] > digits[place] }

  /// Whether an element stands at a place.
  func isElement(_ place: Int) -> Bool { page.tree[nodes[place]].kind == .element }

  /// The tag at a place.
  func tag(_ place: Int) -> HTMLTag { page.tree[nodes[place]].tag }

  private func isSkipped(_ node: HTMLNodeID) -> Bool {
    switch page.tree[node].kind {
    case .text: return page.tree.withRawText(of: node) { $0.allSatisfy { $0 <= 0x20 } }
    case .element: break
    case .document: return false
    case .doctype, .comment, .content: return true
    }
    if leftOut.contains(node) { return true }
    switch page.tree[node].tag {
    case .script, .style, .head, .title, .template, .noscript, .object, .embed, .audio, .video,
      .canvas, .button, .select, .textarea, .datalist, .link, .map, .svg:
      return true
    default:
      return page.tree[node].namespace != .html
    }
  }

  private mutating func append(_ node: HTMLNodeID, parent: Int, inLink: Bool) {
    nodes.append(node)
    parents.append(parent)
    ends.append(nodes.count)
    depths.append(parent < 0 ? 0 : depths[parent] + 1)
    let around = parent < 0 ? .none : context[parent]
    guard page.tree[node].kind == .element else {
      let (length, hasDigit) = page.tree.withRawText(of: node, Self.measure)
      text.append((text.last ?? 0) + length)
      linkText.append((linkText.last ?? 0) + (inLink ? length : 0))
      hints.append(.none)
      context.append(around)
      keys.append(0)
      kinds.append(0)
      digits.append((digits.last ?? 0) + (hasDigit ? 1 : 0))
      return
    }
    text.append(text.last ?? 0)
    linkText.append(linkText.last ?? 0)
    let (own, key) = describe(node, parentKey: parent < 0 ? 0 : keys[parent])
    hints.append(own)
    keys.append(key)
    kinds.append(Int32(kindNumbers.number(key)))
    digits.append(digits.last ?? 0)
    // What a page's body says holds for all of it, and so tells nothing.
    let isPlace = parent >= 0 && !own.contains(.accessory)
    context.append(isPlace ? around.union(own.intersection(.comment.union(.post))) : around)
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
  private func describe(_ node: HTMLNodeID, parentKey: UInt64) -> (MarkupHints, UInt64) {
    var hints = MarkupHints.none
    var key = WordHash.mix(WordHash.seed, UInt8(page.tree[node].tag.rawValue))
    var isNamed = false
    for index in page.tree.attributeRange(of: node) {
      let attribute = page.tree.attributes[index]
      switch attribute.name {
      case .class, .itemprop, .rel, .property:
        page.tree.withRawValue(of: attribute) { bytes in
          hints.formUnion(MarkupHints(words: bytes))
          key = Self.masked(bytes, key)
          isNamed = isNamed || !bytes.isEmpty
        }
      case .id:
        page.tree.withRawValue(of: attribute) { hints.formUnion(MarkupHints(words: $0)) }
      default: break
      }
    }
    if !isNamed { key = key &* 31 &+ parentKey }
    return (hints, key)
  }

  /// Mixes the words of a value into a key, each up to its first digit.
  static func masked(_ bytes: UnsafeRawBufferPointer, _ key: UInt64) -> UInt64 {
    var key = WordHash.mix(key, 0x2E)
    var isCut = false
    for byte in bytes {
      if byte <= 0x20 {
        isCut = false
      } else if 0x30...0x39 ~= byte {
        isCut = true
      }
      if !isCut { key = WordHash.mix(key, byte) }
    }
    return key
  }
}
