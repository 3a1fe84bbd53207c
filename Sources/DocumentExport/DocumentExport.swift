import DocumentModel

/// Writes documents in one form.
public protocol DocumentExport: Sendable {
  /// What `--to` calls it.
  static var name: String { get }
  /// Writes `document`, with a newline at its end.
  static func write(_ document: Document, to sink: inout ByteSink)
}

/// The forms documents can be exported in.
public enum ExportFormat: String, CaseIterable, Sendable {
  case json, jsonl, text, markdown

  /// Writes `document` in this form.
  public func write(_ document: Document, to sink: inout ByteSink) {
    switch self {
    case .json, .jsonl: JSONExport.write(document, to: &sink)
    case .text: TextExport.write(document, to: &sink)
    case .markdown: MarkdownExport.write(document, to: &sink)
    }
  }
}
