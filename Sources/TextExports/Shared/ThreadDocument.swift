import DocumentModel
import DocumentParsing
import PageContent
import PageModel
import Structured

/// Makes documents of threads whose texts are mark-up of their own.
package enum ThreadDocument {
  /// The document of `thread`, whose comments may stand in any order.
  package static func make(_ thread: PageThread, from source: SourceText, format: String)
    -> Document
  {
    var thread = thread
    thread.site = thread.site ?? source.url
    thread.comments = ParentOrder.sorted(thread.comments)
    if thread.article == nil { thread.article = PageArticle() }
    return PageDocument(HTMLPage(markup: ""), thread)
      .document(from: source.withoutNotes, format: format)
  }
}

extension SourceText {
  /// The source by its name alone, without what was noticed when its bytes were taken for text: a
  /// document that declares its encoding is decoded by that.
  package var withoutNotes: SourceText {
    var source = SourceText(
      decoding: TextStorage(copying: []),
      location: location,
      url: url,
      charset: "utf-8"
    )
    source.policies = policies
    source.decisions = decisions
    return source
  }
}
