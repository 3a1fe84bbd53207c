/// An attribute as it stands in the page: a name and a range of bytes.
public struct HTMLAttribute: Sendable {
  /// The vocabulary of a prefixed attribute inside SVG or MathML.
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
  /// Where the value begins in the bytes of the document.
  var start: UInt32
  /// The number of bytes of the value, character references not decoded.
  var count: UInt32
}
