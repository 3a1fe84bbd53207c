import DocumentModel

/// The text of one source, fit to be shown, and where it came from.
///
/// Valid UTF-8 without control characters but newline and tab; line breaks are single newlines.
public struct SourceText: Sendable {
  /// The text.
  public let text: TextArena
  /// The file or address as the person gave it, for messages and `source.location`.
  public let location: String
  /// The page's own address, if known.
  public let url: String?
  /// What was odd about the bytes.
  public let diagnostics: [Diagnostic]
}
