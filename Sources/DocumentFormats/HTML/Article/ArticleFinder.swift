import DocumentModel
import HTMLParsing

/// Finds the article of a page that does not say where it is.
struct ArticleFinder {
  private let page: HTMLPage
  private let metadata: PageMetadata
  private let thread: PageThread

  /// A finder that leaves out the discussion.
  init(_ page: HTMLPage, _ metadata: PageMetadata, _ thread: PageThread) {
    self.page = page
    self.metadata = metadata
    self.thread = thread
  }

  /// The article.
  func find() -> PageArticle {
    var article = PageArticle()
    let known = page.elements("entry-content").first ?? page.elements("post-content").first
    let content =
      known ?? page.tree.first(.article) ?? page.tree.first(.main) ?? page.tree.first(.body)
    article.content = content.map { [$0] } ?? []
    article.leftOut = Set(thread.regions)
    return article
  }
}
