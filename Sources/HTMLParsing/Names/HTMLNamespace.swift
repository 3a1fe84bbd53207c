/// The vocabulary an element belongs to.
public enum HTMLNamespace: UInt8, Sendable {
  /// HTML itself.
  case html
  /// Drawings.
  case svg
  /// Formulas.
  case mathML
}
