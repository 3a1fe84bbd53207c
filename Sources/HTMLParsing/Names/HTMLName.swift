/// The name of an element or an attribute, as a number valid in one document.
///
/// Names with a constant, here or in `HTMLTag`, have the same number in all documents.
public struct HTMLName: Hashable, Sendable {
  /// The number of the name in its document.
  public let rawValue: UInt16

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The name of a tag.
  public init(_ tag: HTMLTag) {
    rawValue = UInt16(tag.rawValue)
  }

  /// An unknown name: that of elements and attributes after the 65,000th name of a page.
  public static let other = HTMLName(rawValue: 0)
  /// The number of the first attribute in `attributeNames`.
  static let firstAttribute = UInt16(HTMLTag.xmp.rawValue) + 1

  /// The names of attributes with a constant, in the order of their numbers.
  static let attributeNames: StaticString = """
    accept action align alt charset class color colspan content datetime encoding face \
    headers hidden href http-equiv id itemprop itemtype loading name open prefix property \
    rel role rowspan scope selected size src start target text type typeof value width \
    about aria-hidden data-author data-time border
    """
}
