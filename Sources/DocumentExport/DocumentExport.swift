import DocumentModel

/// Writes documents in one format.
public protocol DocumentExport: Sendable {
  /// Its name in `--to`.
  static var name: String { get }
  /// Writes `document` and a newline.
  static func write(_ document: Document, to sink: inout ByteSink)
}

/// The export formats.
public enum ExportFormat: String, CaseIterable, Sendable {
  case json, jsonl, text, markdown

  /// Writes `document` in this format.
  public func write(_ document: Document, to sink: inout ByteSink) {
    switch self {
    case .json, .jsonl: JSONExport.write(document, to: &sink)
    case .text: TextExport.write(document, to: &sink)
    case .markdown: MarkdownExport.write(document, to: &sink)
    }
  }
}
