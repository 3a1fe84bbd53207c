import DocumentModel
import DocumentParsing

/// A page with a discussion, flattened to text in a way that the text itself shows.
package struct TextDumpFormat: DocumentFormat {
  /// `text-dump`.
  package let name = "text-dump"
  /// What it reads.
  package let summary = "a page with comments as text, however lynx, w3m or a copy printed it"

  /// The format.
  package init() {}

  /// Likely if lines that head or sign comments repeat in the beginning of the source.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    if source.isPage { return .no }
    let source = source.reading(UnmarkedSource.init).source
    let policies = TextPolicies(of: source)
    let sample = source.prefix(policies.thread.detectionSample)
    if let log = source.decisions {
      sample.text.withBytes { bytes in
        _ = DumpReader(lines: TextLines(bytes), policies: policies).outline(log: log)
      }
    }
    guard let outline = sample.reading(DumpReading.init).outline else { return .no }
    source.decisions?.note(
      name,
      "flavour",
      """
      \(outline.comments.count) headers, \(outline.isSigned ? "below" : "above") their texts; \
      signs of the side \(outline.side)
      """,
      isMet: true
    )
    return sample.text.withBytes { explains(outline, more: $0, policies) ? .certain : .likely }
  }

  /// How many times the comments of an outline of wpDiscuz's are far more, whatever marks that.
  private static let farMore = 3

  /// Whether the outline has more comments, or surer names, than one of wpDiscuz's that only dates
  /// speak for.
  private func explains(
    _ outline: DumpOutline,
    more bytes: UnsafeRawBufferPointer,
    _ policies: TextPolicies
  ) -> Bool {
    let (lines, dated) = ThreadMarks.lines(of: bytes, policy: policies.dates)
    guard let other = ThreadOutline(lines, dated: dated, policies: policies) else { return false }
    // A heading with a number is not wpDiscuz's alone.
    if outline.comments.count >= other.comments.count * Self.farMore { return true }
    if other.isMarked { return false }
    return outline.isFirm || outline.isSigned
      || outline.comments.count * 100 >= other.comments.count * policies.dump.leastMore
  }

  /// Reads article and comments.
  package func parse(_ source: SourceText) -> Document {
    let source = source.reading(UnmarkedSource.init).source
    let policies = TextPolicies(of: source)
    let outline = source.reading(DumpReading.init).outline
    return source.text.withBytes { bytes in
      let lines = TextLines(bytes)
      let reader = DumpReader(lines: lines, policies: policies)
      let wrap = WrapColumn(bytes, policy: policies.blocks)
      var builder = DocumentBuilder(appendingFrom: source, format: name)
      var article = TextBlockReader(lines, layout: .copied(wrap), policy: policies.blocks)
      article.readArticle(0..<(outline?.articleEnd ?? lines.count), into: &builder)
      if let outline { reader.read(outline, wrap: wrap, into: &builder) }
      builder.declaredCount = outline?.declared
      if builder.commentCount == 0 {
        builder.diagnostics.append(Diagnostic(.note, "the text holds no comments"))
      }
      if lines.table.isCut { builder.diagnostics.append(.isCut(atLines: lines.count)) }
      return builder.finish()
    }
  }
}

/// How a source prints its comments, learned once, for the question whether it is a dump and for
/// reading it.
private struct DumpReading: Sendable {
  /// Where article and comments are, `nil` if the text has no discussion.
  let outline: DumpOutline?

  init(_ source: SourceText) {
    let policies = TextPolicies(of: source)
    outline = source.text.withBytes { bytes in
      DumpReader(lines: TextLines(bytes), policies: policies).outline()
    }
  }
}
