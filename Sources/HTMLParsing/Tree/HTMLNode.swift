/// The place of a node in a document; the document itself is 0.
public struct HTMLNodeID: Hashable, Comparable, Sendable {
  /// The index into `HTMLDocument.nodes`.
  public let rawValue: UInt32

  /// The node at an index.
  public init(_ index: Int) {
    rawValue = UInt32(truncatingIfNeeded: index)
  }

  init(link: UInt32) {
    rawValue = link
  }

  /// The index as a number.
  public var index: Int { Int(rawValue) }

  /// Orders by when the parser made the nodes, which is nearly the order of the document.
  public static func < (left: HTMLNodeID, right: HTMLNodeID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// One node of a document: 32 bytes, links to its neighbours and a range of bytes or attributes.
public struct HTMLNode: Sendable {
  /// What a node is.
  public enum Kind: UInt8, Sendable {
    /// The root of the tree.
    case document
    /// `<!DOCTYPE …>`.
    case doctype
    /// An element.
    case element
    /// A run of text.
    case text
    /// A comment.
    case comment
    /// The only child of a `template`: what the template holds, no part of the page itself.
    case content
  }

  /// A link that leads nowhere.
  static let none = UInt32.max

  var parentLink = HTMLNode.none
  var firstChildLink = HTMLNode.none
  var lastChildLink = HTMLNode.none
  var nextLink = HTMLNode.none
  var previousLink = HTMLNode.none
  /// Of text and comments the first byte, of elements the offset of the tag in the source.
  var start: UInt32 = 0
  /// Of text and comments the number of bytes, of elements the first attribute.
  var extent: UInt32 = 0
  /// The name of an element.
  public internal(set) var name = HTMLName.other
  /// What the node is.
  public internal(set) var kind: Kind
  /// Of elements the namespace in bits 0 and 1 and the number of attributes above; of text and
  /// comments a `TextTraits`.
  var detail: UInt8 = 0

  init(_ kind: Kind) {
    self.kind = kind
  }

  /// The vocabulary of an element.
  public var namespace: HTMLNamespace { HTMLNamespace(rawValue: detail & 3) ?? .html }

  /// Which HTML element this is; `other` for text, comments, SVG and MathML.
  public var tag: HTMLTag {
    kind == .element && detail & 3 == 0 ? HTMLTag(name) : .other
  }

  /// The node this one stands in.
  public var parent: HTMLNodeID? { HTMLNode.id(parentLink) }
  /// The first node inside this one.
  public var firstChild: HTMLNodeID? { HTMLNode.id(firstChildLink) }
  /// The last node inside this one.
  public var lastChild: HTMLNodeID? { HTMLNode.id(lastChildLink) }
  /// The node after this one in the same parent.
  public var nextSibling: HTMLNodeID? { HTMLNode.id(nextLink) }
  /// The node before this one in the same parent.
  public var previousSibling: HTMLNodeID? { HTMLNode.id(previousLink) }

  /// Where the tag of an element begins in the decoded source, in bytes.
  ///
  /// Elements that the page leaves out have the offset of what made the parser add them; nil for
  /// other nodes.
  public var sourceOffset: Int? { kind == .element ? Int(start) : nil }

  /// The attributes of an element as indices into those of the document.
  var attributeRange: Range<Int> {
    guard kind == .element else { return 0..<0 }
    return Int(extent)..<(Int(extent) + Int(detail >> 2))
  }

  private static func id(_ link: UInt32) -> HTMLNodeID? {
    link == none ? nil : HTMLNodeID(link: link)
  }
}
