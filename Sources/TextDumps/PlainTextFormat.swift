import DocumentModel
import DocumentParsing

/// Any text: an article without a thread.
package struct PlainTextFormat: DocumentFormat {
  /// `text`.
  package let name = "text"
  /// What it reads.
  package let summary = "any other text, as an article without comments"

  /// The format.
  package init() {}

  /// Whether the source is shown as it stands: its lines are not wrapped.
  package func keepsProse(of source: SourceText) -> Bool {
    let policy = source.policies[TextBlockPolicy.self]
    return source.text.withBytes { WrapColumn($0, policy: policy) == nil }
  }

  /// Any text is possibly plain text.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    if let log = source.decisions, !source.isPage {
      let policy = source.policies[TextBlockPolicy.self]
      let wrap = source.text.withBytes { WrapColumn($0, policy: policy) }
      let finding = wrap.map { "lines are wrapped at column \($0.column)" }
      log.note(name, "least-agreeing", finding ?? "lines are not wrapped", isMet: wrap != nil)
    }
    return .possible
  }

  /// The whole text as an article.
  package func parse(_ source: SourceText) -> Document {
    let policy = source.policies[TextBlockPolicy.self]
    return source.text.withBytes { bytes in
      let lines = TextLines(bytes)
      let wrap = WrapColumn(bytes, policy: policy)
      var builder =
        wrap == nil
        ? DocumentBuilder(over: source, format: name)
        : DocumentBuilder(appendingFrom: source, format: name)
      var reader = TextBlockReader(lines, layout: .typed(wrap), policy: policy)
      reader.readArticle(0..<lines.count, into: &builder)
      builder.diagnostics.append(
        Diagnostic(.note, "no discussion found; the whole text is shown as an article")
      )
      if lines.table.isCut { builder.diagnostics.append(.isCut(atLines: lines.count)) }
      return builder.finish()
    }
  }
}
