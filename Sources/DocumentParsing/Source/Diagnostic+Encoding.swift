import DocumentModel

extension Diagnostic {
  /// Says that bytes were lost.
  public static let holdsDamage = Diagnostic(
    .note,
    "some bytes are not UTF-8 and are shown as \u{FFFD}"
  )

  /// Says which encoding was taken for a text's.
  public static func isRead(as encoding: String) -> Diagnostic {
    Diagnostic(.note, "the text is not UTF-8; read as \(encoding)")
  }
}
