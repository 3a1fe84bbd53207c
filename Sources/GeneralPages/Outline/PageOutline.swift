import DocumentModel
import HTMLParsing
import PageModel

/// The visible nodes of a page in reading order, numbered, with sums that tell in O(1) how much text
/// any of them holds.
///
/// A class, so that to hold on to an outline, which all that reads records does, is to hold on to one
/// object.
final class PageOutline {
  /// The nodes; a *place* is an index into this.
  let nodes: [HTMLNodeID]
  /// The first place behind each node and all that is in it.
  let ends: [Int]
  /// How deep each node stands.
  let depths: [Int32]
  /// The place of each node's parent, -1 for the first.
  let parents: [Int]
  /// What the mark-up of each element hints at.
  let hints: [MarkupHints]
  /// What the mark-up around each element hints at, its own included.
  let context: [MarkupHints]
  /// Equal for elements of one kind: tag and classes, numbers masked.
  let keys: [UInt64]
  /// The number of each element's kind, in the order in which the kinds come; 0 for texts.
  let kinds: [Int32]
  /// How many kinds there are.
  let kindCount: Int
  /// The tag of each element, `other` for texts.
  let tags: [HTMLTag]
  /// How much text stands before each place, in bytes without blanks.
  let text: [Int]
  /// How much of it stands in links.
  let linkText: [Int]
  /// How many nodes before each place may have digits in their text; those left out may.
  private let digits: [Int32]
  private let areElements: [Bool]

  let page: HTMLPage

  /// Numbers the nodes of a page, some left out with all that is in them.
  ///
  /// O(size of the page), without recursion.
  init(_ page: HTMLPage, leavingOut leftOut: Set<HTMLNodeID> = []) {
    self.page = page
    var builder = OutlineBuilder(page, leavingOut: leftOut)
    builder.run()
    let entries = builder.entries
    let places = entries.dropLast()
    nodes = places.map(\.node)
    ends = places.map { Int($0.end) }
    depths = places.map(\.depth)
    parents = places.map { Int($0.parent) }
    hints = places.map(\.hints)
    context = places.map(\.context)
    keys = places.map(\.key)
    kinds = places.map(\.kind)
    kindCount = builder.kindCount
    tags = places.map(\.tag)
    areElements = places.map(\.isElement)
    text = entries.map(\.text)
    linkText = entries.map(\.linkText)
    digits = entries.map(\.digits)
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
  func isElement(_ place: Int) -> Bool { areElements[place] }

  /// The tag at a place.
  func tag(_ place: Int) -> HTMLTag { tags[place] }

  /// Whether two elements are of one kind: by tag and classes, or by a tag that stands for one thing
  /// of a page, not for any part of it.
  func isAlike(_ place: Int, _ other: Int) -> Bool {
    guard tags[place] == tags[other] else { return false }
    return switch tags[place] {
    case .article, .blockquote, .dd, .details, .fieldset, .li, .section: true
    default: keys[place] == keys[other]
    }
  }

  /// A hash of an element's name, the same for all elements of that name.
  static func seed(_ node: HTMLNode) -> UInt64 {
    let seed = FNVHash.mix(FNVHash.start, UInt8(node.tag.rawValue))
    guard node.tag == .other else { return seed }
    let name = node.name.rawValue
    return FNVHash.mix(
      FNVHash.mix(seed, UInt8(truncatingIfNeeded: name)),
      UInt8(truncatingIfNeeded: name >> 8)
    )
  }

  /// Mixes the words of a value into a key, each up to its first digit.
  static func masked(_ bytes: UnsafeRawBufferPointer, _ key: UInt64) -> UInt64 {
    var key = FNVHash.mix(key, 0x2E)
    var isCut = false
    for byte in bytes {
      if byte <= 0x20 {
        isCut = false
      } else if 0x30...0x39 ~= byte {
        isCut = true
      }
      if !isCut { key = FNVHash.mix(key, byte) }
    }
    return key
  }
}
