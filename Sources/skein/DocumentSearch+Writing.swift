import DocumentExport
import DocumentModel
import DocumentParsing
import TextSearch

extension DocumentSearch {
  /// Writes lines as `LOCATION:comment 4 (author): text`, `LOCATION:article: text` or, where the
  /// discussion holds what is not known to be one comment, `LOCATION:thread: text`.
  ///
  /// Comments count from 1 in page order; a question mark stands for an unknown author. Several
  /// lines that one hit goes over are joined by blanks.
  func write(_ lines: [SearchLine], from location: String, to sink: inout ByteSink) {
    let document = self.document
    for line in lines {
      sink.write(location)
      switch line.origin {
      case .article: sink.write(":article: ")
      case .thread: sink.write(":thread: ")
      case .comment(let id, let number):
        sink.write(":comment ")
        sink.write(decimal: number)
        sink.write(" (")
        Self.write(document[id].author, of: document, to: &sink)
        sink.write("): ")
      }
      withBytes(of: line) { Self.writeJoined($0, to: &sink) }
      sink.write("\n")
    }
  }

  private static func write(_ id: AuthorID?, of document: Document, to sink: inout ByteSink) {
    guard let id else { return sink.write("?") }
    document.text.withBytes(of: document[id].name) { sink.write($0) }
  }

  private static func writeJoined(_ lines: UnsafeRawBufferPointer, to sink: inout ByteSink) {
    var start = 0
    var isFirst = true
    while start < lines.count {
      let end = lines.first(0x0A, in: start..<lines.count) ?? lines.count
      if start < end {
        if !isFirst { sink.write(0x20) }
        sink.write(UnsafeRawBufferPointer(rebasing: lines[start..<end]))
        isFirst = false
      }
      start = end + 1
    }
  }
}
