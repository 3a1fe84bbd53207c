/// The namespace of an element.
public enum HTMLNamespace: UInt8, Sendable {
  /// HTML.
  case html
  /// SVG.
  case svg
  /// MathML.
  case mathML
}
