import DocumentModel
import DocumentParsing
import HTMLParsing

/// Saved pages of one system, or of any.
public struct HTMLFormat: DocumentFormat {
  private let reader: any ThreadReader

  init(_ reader: any ThreadReader) { self.reader = reader }

  /// The system's name.
  public var name: String { reader.name }
  /// What it reads.
  public var summary: String { reader.summary }

  /// As sure as the system's reader; `no` for all that is no page.
  ///
  /// The page is parsed once for all of them.
  public func confidence(in source: SourceText, fileName: String) -> Confidence {
    guard source.isPage else { return .no }
    return reader.confidence(in: source.reading(HTMLPage.init))
  }

  /// Reads article and thread.
  public func parse(_ source: SourceText) -> Document {
    let page = source.reading(HTMLPage.init)
    var thread = reader.read(page)
    let isUnread = thread.comments.isEmpty && thread.loadedFrom == nil && thread.declared == nil
    let isOfSystem = !(reader is GeneralThread || reader is SchemaThread)
    if isOfSystem, isUnread || thread.isNameless {
      // A site may look like one system and print its comments in a way of its own.
      let general = SchemaThread().read(page)
      if thread.comments.isEmpty || !general.isNameless {
        thread.comments = general.comments
        thread.continuations.removeAll { $0.comment != nil }
        thread.regions += general.regions
      }
    }
    if thread.comments.isEmpty && thread.loadedFrom == nil {
      thread.loadedFrom = ScriptedThread(page).service
    }
    if thread.article == nil {
      let pages = ArticlePages(page)
      thread.continuations += pages.continuations
      thread.regions += pages.nodes
    }
    return PageDocument(page, thread).document(from: source, format: name)
  }
}
