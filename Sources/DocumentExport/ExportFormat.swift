import DocumentModel

/// The export formats.
public enum ExportFormat: String, CaseIterable, Sendable {
  case json, jsonl, text, markdown

  /// Writes `document` in this format; `width` is as `DocumentExport` has it.
  public func write(_ document: Document, width: Int? = nil, to sink: inout ByteSink) {
    switch self {
    case .json, .jsonl: JSONExport.write(document, width: width, to: &sink)
    case .text: TextExport.write(document, width: width, to: &sink)
    case .markdown: MarkdownExport.write(document, width: width, to: &sink)
    }
  }
}
