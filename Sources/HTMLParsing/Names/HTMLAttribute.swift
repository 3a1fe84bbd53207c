/// An attribute: a name and a range of bytes of the page.
public struct HTMLAttribute: Sendable {
  /// The prefix of an attribute in SVG or MathML.
  public enum Prefix: UInt8, Sendable {
    /// No prefix: every attribute of HTML.
    case none
    /// Links, `xlink:href`.
    case xlink
    /// `xml:lang`, `xml:space`.
    case xml
    /// Declarations of namespaces.
    case xmlns
  }

  /// The name, without its prefix.
  public internal(set) var name: HTMLName
  /// The prefix.
  public internal(set) var prefix = Prefix.none
  /// The offset of the value in the bytes of the document.
  var start: UInt32
  /// The number of bytes of the value; character references are not decoded.
  var count: UInt32
}
