import DocumentModel
import DocumentParsing

/// A WordPress page with wpDiscuz comments, flattened to text by an extractor.
public struct WpDiscuzTextFormat: DocumentFormat {
  /// `wpdiscuz-text`.
  public let name = "wpdiscuz-text"
  /// What it reads.
  public let summary = "a WordPress page with wpDiscuz comments, flattened to text"
  /// It shows the source as it stands.
  public func keepsProse(of source: SourceText) -> Bool { true }

  /// How much of a source is looked at to tell what it is, in bytes.
  private static let sample = 1 << 19

  /// The format.
  public init() {}

  /// Likely if the beginning of the source shows a thread.
  public func confidence(in source: SourceText, fileName: String) -> Confidence {
    if source.isPage { return .no }
    let head = source.prefix(Self.sample)
    return head.text.withBytes { bytes in
      let (lines, dated) = ThreadMarks.lines(of: bytes)
      return ThreadOutline(bytes, lines, dated: dated) == nil ? .no : .likely
    }
  }

  /// Reads article and thread.
  public func parse(_ source: SourceText) -> Document {
    source.text.withBytes { bytes in
      let (lines, dated) = ThreadMarks.lines(of: bytes)
      var builder = DocumentBuilder(over: source, format: name)
      let outline = ThreadOutline(bytes, lines, dated: dated)
      let articleEnd = outline?.articleEnd ?? lines.count
      TextArticleReader(bytes, lines).read(0..<articleEnd, into: &builder)
      builder.endArticle()
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
}
