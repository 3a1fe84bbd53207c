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

  /// The format.
  package init() {}

  /// Likely if the beginning of the source shows a thread.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    // Extractors print no marks of links.
    if source.isPage || source.reading(UnmarkedSource.init).isMarked { return .no }
    let policies = TextPolicies(of: source)
    return source.prefix(policies.thread.detectionSample).text.withBytes { bytes in
      let (lines, dated) = ThreadMarks.lines(of: bytes, policy: policies.dates)
      let outline = ThreadOutline(
        lines,
        dated: dated,
        policies: policies,
        log: source.decisions
      )
      return outline == nil ? .no : .likely
    }
  }

  /// Reads article and thread.
  package func parse(_ source: SourceText) -> Document {
    let policies = TextPolicies(of: source)
    return source.text.withBytes { bytes in
      let (lines, dated) = ThreadMarks.lines(of: bytes, policy: policies.dates)
      var builder = DocumentBuilder(over: source, format: name)
      let outline = ThreadOutline(lines, dated: dated, policies: policies)
      var reader = TextBlockReader(lines, layout: .article, policy: policies.blocks)
      reader.readArticle(0..<(outline?.articleEnd ?? lines.count), into: &builder)
      if let outline {
        CommentReader(lines: lines, outline: outline)
          .read(into: &builder, policies: policies)
      }
      builder.declaredCount = outline?.declared
      if builder.commentCount == 0 {
        builder.diagnostics.append(Diagnostic(.note, "the page holds no comments"))
      }
      if lines.table.isCut { builder.diagnostics.append(.isCut(atLines: lines.count)) }
      return builder.finish()
    }
  }
}
