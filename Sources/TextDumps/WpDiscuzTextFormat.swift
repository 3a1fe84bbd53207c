import DocumentModel
import DocumentParsing

/// A WordPress page with wpDiscuz comments, flattened to text by an extractor.
package struct WpDiscuzTextFormat: DocumentFormat {
  /// `wpdiscuz-text`.
  package let name = "wpdiscuz-text"
  /// What it reads.
  package let summary = "a WordPress page with wpDiscuz comments, flattened to text"
  /// It shows the source as it stands.
  package func keepsProse(of source: SourceText) -> Bool { true }

  /// How much of a source is looked at to tell what it is, in bytes.
  private static let sample = 1 << 19

  /// The format.
  package init() {}

  /// Likely if the beginning of the source shows a thread.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    if source.isPage { return .no }
    let head = source.prefix(Self.sample)
    return head.text.withBytes { bytes in
      let (lines, dated) = ThreadMarks.lines(of: bytes)
      return ThreadOutline(bytes, lines, dated: dated) == nil ? .no : .likely
    }
  }

  /// Reads article and thread.
  package func parse(_ source: SourceText) -> Document {
    source.text.withBytes { bytes in
      let (lines, dated) = ThreadMarks.lines(of: bytes)
      var builder = DocumentBuilder(over: source, format: name)
      let outline = ThreadOutline(bytes, lines, dated: dated)
      let articleEnd = outline?.articleEnd ?? lines.count
      readArticle(bytes, lines, upTo: articleEnd, into: &builder)
      if let outline {
        CommentReader(bytes: bytes, lines: lines, outline: outline).read(into: &builder)
      }
      builder.declaredCount = outline?.declared
      if builder.commentCount == 0 {
        builder.diagnostics.append(Diagnostic(.note, "the page holds no comments"))
      }
      return builder.finish()
    }
  }
  private func readArticle(
    _ bytes: UnsafeRawBufferPointer,
    _ lines: LineTable,
    upTo end: Int,
    into builder: inout DocumentBuilder
  ) {
    let head = ArticleHead(bytes, lines, in: 0..<end, wrap: nil)
    if let title = head.title { builder.title = TextRange(title.lowerBound, title.upperBound) }
    if let byline = head.byline {
      builder.byline = byline.line
      builder.articleAuthor = byline.author
    }
    var reader = TextBlockReader(bytes, lines)
    reader.findsHeadings = true
    reader.findsQuotations = true
    reader.read(min(head.end, end)..<end, into: &builder)
    builder.endArticle()
  }
}
