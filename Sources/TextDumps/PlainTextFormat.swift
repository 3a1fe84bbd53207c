import DocumentModel
import DocumentParsing

/// Any text: an article without a thread.
package struct PlainTextFormat: DocumentFormat {
  /// `text`.
  package let name = "text"
  /// What it reads.
  package let summary = "any other text, as an article without comments"

  /// The format.
  package init() {}

  /// Whether the source is shown as it stands: its lines are not wrapped.
  package func keepsProse(of source: SourceText) -> Bool {
    source.text.withBytes { WrapColumn($0) == nil }
  }

  /// Any text is possibly plain text.
  package func confidence(in source: SourceText, fileName: String) -> Confidence { .possible }

  /// The whole text as an article.
  package func parse(_ source: SourceText) -> Document {
    source.text.withBytes { PlainTextReader(source, $0, format: name).read() }
  }
}
