import DocumentMerging
import DocumentModel
import ReaderUI
import SiteAccess

/// What a refresh brought: which comments to mark, and a line about them.
struct RefreshSummary {
  /// The comments to mark, also those of earlier refreshes of which this one tells nothing.
  let news: CommentNews
  /// What has happened since, on one line.
  let text: String
  /// Whether anything has.
  let hasNews: Bool

  /// `earlier` are the news of the document that `refresh` was compared with.
  init(_ refresh: DiscussionRefresh, after earlier: CommentNews) {
    self.init(refresh.changes, after: earlier, failure: refresh.failure)
  }

  /// `earlier` are the news of the document that `changes` are of; `failure`: why parts were not read.
  init(_ changes: DocumentRefresh, after earlier: CommentNews, failure reason: String? = nil) {
    let before = earlier.moved(to: changes.places)
    var gone = CommentSet()
    // What was gone before stays so until it is found again.
    for id in changes.missing where before.gone.contains(id) { gone.insert(id) }
    for id in changes.gone { gone.insert(id) }
    let nowGone = changes.gone.count { !before.gone.contains($0) }
    let returned = changes.document.commentIDs.count {
      before.gone.contains($0) && !gone.contains($0)
    }
    let counts = [
      (changes.new.count, "new"), (changes.changed.count, "changed"), (nowGone, "removed"),
      (returned, "back"),
    ]
    var words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if changes.isArticleChanged { words.append("the article has changed") }
    var news = before
    if !words.isEmpty {
      (news.new, news.changed) = (CommentSet(), CommentSet())
      for id in changes.new { news.new.insert(id) }
      for id in changes.changed { news.changed.insert(id) }
    }
    news.gone = gone
    self.news = news
    hasNews = !words.isEmpty
    let failure = reason.map { "; not all was reloaded: \($0)" } ?? ""
    text = (words.isEmpty ? "nothing new" : words.joined(separator: ", ")) + failure
  }
}
