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

  /// Writes what a source holds: a document; of a list the discussions that are in the source itself,
  /// one after the other; else the list.
  public func write(_ contents: SourceContents, width: Int? = nil, to sink: inout ByteSink) {
    switch contents {
    case .document(let document): write(document, width: width, to: &sink)
    case .listing(let listing) where listing.discussions != nil:
      let parts = listing.entries.indices.lazy.compactMap(listing.document(ofEntry:))
      for (index, document) in parts.enumerated() {
        if index > 0 && self != .json && self != .jsonl { sink.write("\n") }
        write(document, width: width, to: &sink)
      }
    case .listing(let listing):
      switch self {
      case .json, .jsonl: JSONExport.write(listing, to: &sink)
      case .text, .markdown: write(Document(listing), width: width, to: &sink)
      }
    }
  }
}
