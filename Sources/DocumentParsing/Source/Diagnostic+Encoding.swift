import DocumentModel

extension Diagnostic {
  /// Some bytes are malformed.
  public static let holdsDamage = Diagnostic(
    .note,
    "some bytes are not UTF-8 and are shown as \u{FFFD}"
  )

  /// The text was decoded as `encoding`.
  public static func isRead(as encoding: String) -> Diagnostic {
    Diagnostic(.note, "the text is not UTF-8; read as \(encoding)")
  }
}
