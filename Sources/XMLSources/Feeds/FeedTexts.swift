import DocumentModel
import DocumentParsing
import PageModel
import TextExports
import XMLParsing

/// The articles whose whole text a feed has, each read when it is asked for.
struct FeedTexts: DiscussionCollection {
  private let feed: Feed
  private let source: SourceText
  private let format: String

  init(_ feed: Feed, from source: SourceText, format: String) {
    self.feed = feed
    self.source = source.withoutNotes
    self.format = format
  }

  /// The text of the entry at `index`.
  func document(at index: Int) -> Document {
    let entry = feed.entry(index)
    var thread = PageThread()
    var article = PageArticle(
      title: entry.title,
      author: entry.author ?? "",
      date: entry.date,
      url: entry.link
    )
    article.markup = entry.text?.markup ?? ""
    thread.article = article
    thread.site = entry.link ?? feed.base
    thread.declared = entry.comments
    return ThreadDocument.make(thread, from: source, format: format)
  }
}
