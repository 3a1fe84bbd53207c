import DocumentModel

/// JSON for scripts and other programs, one document on one line.
///
/// The format is stable: members may be added, but not changed or removed.
public enum JSONExport: DocumentExport {
  /// `json`.
  public static let name = "json"

  /// The version of the format, in the member `skein`.
  static let version = 2

  /// Writes `document` as one object and a newline, whatever `width` is.
  public static func write(_ document: Document, width: Int? = nil, to sink: inout ByteSink) {
    var taken = ByteSink { _ in }
    swap(&taken, &sink)
    var writer = JSONWriter(taken)
    document.text.withBytes { bytes in
      JSONDocument(document, bytes).write(to: &writer)
    }
    writer.newline()
    sink = writer.finish()
  }
}

/// Writes one document.
struct JSONDocument {
  let document: Document
  let bytes: UnsafeRawBufferPointer

  init(_ document: Document, _ bytes: UnsafeRawBufferPointer) {
    self.document = document
    self.bytes = bytes
  }

  func write(to json: inout JSONWriter) {
    json.begin("{")
    json.key("skein")
    json.value(JSONExport.version)
    json.write(document.source)
    let quotes = JSONQuotations(document, bytes)
    writeArticle(quotes: quotes, to: &json)
    let comments = JSONComments(document, bytes, quotes: quotes)
    comments.writeHeaderless(to: &json)
    comments.write(to: &json)
    writeMissingComments(to: &json)
    json.write(document.diagnostics)
    json.end("}")
  }

  private func writeArticle(quotes: JSONQuotations, to json: inout JSONWriter) {
    let article = document.article
    json.key("article")
    json.begin("{")
    json.write("title", article.title, of: bytes)
    json.write("author", article.author, of: bytes)
    json.write("byline", article.byline, of: bytes)
    json.write("date", article.date)
    json.write("score", article.score)
    json.write("url", article.url, of: bytes)
    json.key("blocks")
    JSONBlocks(document, bytes, quotes: quotes).write(article.blocks, to: &json)
    json.end("}")
  }

  private func writeMissingComments(to json: inout JSONWriter) {
    json.key("elsewhere")
    guard let missing = document.missingComments else { return json.null() }
    json.begin("{")
    json.write("declared", missing.declared)
    json.write("loadedFrom", missing.loadedFrom)
    json.end("}")
  }
}
