import DocumentModel
import DocumentParsing

/// Any text: an article without a thread.
public struct PlainTextFormat: DocumentFormat {
  /// `text`.
  public let name = "text"
  /// What it reads.
  public let summary = "any other text, as an article without comments"

  /// The format.
  public init() {}

  /// Whether the source is shown as it stands: its lines are not wrapped.
  public func keepsProse(of source: SourceText) -> Bool {
    source.text.withBytes { WrapColumn($0) == nil }
  }

  /// Any text is possibly plain text.
  public func confidence(in source: SourceText, fileName: String) -> Confidence { .possible }

  /// The whole text as an article.
  public func parse(_ source: SourceText) -> Document {
    source.text.withBytes { PlainTextReader(source, $0, format: name).read() }
  }
}
