/// The index of a node in a document; the document node is 0.
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
  @inlinable
  public var index: Int { Int(rawValue) }

  /// The order in which the parser made the nodes, which is nearly the order of the document.
  public static func < (left: HTMLNodeID, right: HTMLNodeID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A node: links to its neighbours, and a range of bytes or attributes; 32 bytes.
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
    /// The only child of a `template`, which holds its content; not part of the page itself.
    case content
  }

  /// A link to no node.
  static let none = UInt32.max

  var parentLink = HTMLNode.none
  var firstChildLink = HTMLNode.none
  var lastChildLink = HTMLNode.none
  var nextLink = HTMLNode.none
  var previousLink = HTMLNode.none
  /// The first byte of text and comments; the offset of an element's tag in the source.
  @usableFromInline var start: UInt32 = 0
  /// The number of bytes of text and comments; the first attribute of an element.
  @usableFromInline var extent: UInt32 = 0
  /// The name of an element.
  public internal(set) var name = HTMLName.other
  /// What the node is.
  public internal(set) var kind: Kind
  /// The `TextTraits` of text and comments; of an element the namespace in bits 0 and 1, and the number
  /// of attributes above.
  @usableFromInline var detail: UInt8 = 0

  init(_ kind: Kind) {
    self.kind = kind
  }

  /// The namespace of an element.
  public var namespace: HTMLNamespace { HTMLNamespace(rawValue: detail & 3) ?? .html }

  /// The tag of an HTML element; `other` for text, comments, SVG and MathML.
  @inlinable
  public var tag: HTMLTag {
    kind == .element && detail & 3 == 0 ? HTMLTag(name) : .other
  }

  /// The parent.
  public var parent: HTMLNodeID? { HTMLNode.id(parentLink) }
  /// The first child.
  public var firstChild: HTMLNodeID? { HTMLNode.id(firstChildLink) }
  /// The last child.
  public var lastChild: HTMLNodeID? { HTMLNode.id(lastChildLink) }
  /// The next sibling.
  public var nextSibling: HTMLNodeID? { HTMLNode.id(nextLink) }
  /// The previous sibling.
  public var previousSibling: HTMLNodeID? { HTMLNode.id(previousLink) }

  /// The byte offset of an element's tag in the decoded source; nil for other nodes.
  ///
  /// Elements that the page leaves out have the offset of the token that made the parser add them.
  public var sourceOffset: Int? { kind == .element ? Int(start) : nil }

  /// The attributes of an element as indices of `HTMLDocument.attributes`.
  @inlinable
  var attributeRange: Range<Int> {
    guard kind == .element else { return 0..<0 }
    return Int(extent)..<(Int(extent) + Int(detail >> 2))
  }

  private static func id(_ link: UInt32) -> HTMLNodeID? {
    link == none ? nil : HTMLNodeID(link: link)
  }
}
