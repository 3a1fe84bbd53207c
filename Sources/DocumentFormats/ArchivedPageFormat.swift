import DocumentModel
import DocumentParsing
import Mail

/// A page that a browser saved as a message, as an input format: the page is read as any other.
struct ArchivedPageFormat: DocumentFormat {
  /// `mhtml`.
  let name = "mhtml"
  /// What it reads.
  let summary = "a page saved as one file (.mhtml, .mht), read as the page itself"
  /// The formats of pages.
  let pages: FormatRegistry

  /// `certain` of what begins as browsers begin it.
  func confidence(in source: SourceText, fileName: String) -> Confidence {
    let isOwn = ArchivedPage.isArchive(source)
    source.decisions?.note(name, "header", "fields that browsers begin with", isMet: isOwn)
    return isOwn ? .certain : .no
  }

  /// The page as its own system reads it; an empty document without one.
  func parse(_ source: SourceText) -> Document {
    if let page = source.reading(ArchivedPage.init).page { return pages.detect(page).parse(page) }
    var builder = DocumentBuilder(appendingFrom: source.part(), format: name)
    builder.diagnostics.append(Diagnostic(.warning, "the file holds no page"))
    return builder.finish()
  }
}
