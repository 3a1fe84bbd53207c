import DocumentModel
import DocumentParsing

/// Any text: an article without a thread.
public struct PlainTextFormat: DocumentFormat {
  /// `text`.
  public let name = "text"
  /// What it reads.
  public let summary = "any other text, as an article without comments"
  /// It shows the source as it stands.
  public let keepsProse = true

  /// The format.
  public init() {}

  /// Any text is possibly plain text.
  public func confidence(in source: SourceText, fileName: String) -> Confidence { .possible }

  /// The whole text as an article.
  public func parse(_ source: SourceText) -> Document {
    source.text.withBytes { bytes in
      let lines = LineTable(bytes)
      var builder = DocumentBuilder(over: source, format: name)
      TextArticleReader(bytes, lines).read(0..<lines.count, into: &builder)
      builder.endArticle()
      builder.diagnostics.append(
        Diagnostic(.note, "no discussion found; the whole text is shown as an article")
      )
      return builder.finish()
    }
  }
}
