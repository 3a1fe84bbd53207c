import DocumentModel
import DocumentMerging
import Fetching
import ReaderUI

/// Reads a document anew, with all the parts that had been loaded, and finds out what is new.
struct Reloading: Sendable {
  let source: OpenDocument
  let fetcher: Fetcher
  let discussion: LiveDiscussion
  /// The ways that had been followed.
  let followed: Set<Continuation.Link>
  /// The document as it was.
  let document: Document
  /// Its comments that were gone already.
  let gone: CommentSet
  let cancellation: FetchCancellation

  /// Does it, and waits for it; throws if the source cannot be read.
  ///
  /// Parts that fail are left to be loaded later.
  func run(progress: (Progress) -> Void) throws -> DiscussionDesk.Reload {
    let opened = try source.anew(with: fetcher, cancellation, progress: progress)
    var walk = DiscussionWalk(try opened.whole(), from: discussion, followed: opened.ownWay)
    let outcome = walk.follow(allOf: followed, cancellation) { count in
      progress(Progress(label: "reloading, page \(count + 2)", share: nil))
    }
    guard !cancellation.isCancelled else { throw FetchError.cancelled }
    guard let revision = DocumentRefresh(document, walk.document) else {
      throw Failure("the discussion is too large to be shown as one")
    }
    let (news, words) = news(of: revision, outcome)
    var reading = Reading(revision.document)
    reading.news = news
    return DiscussionDesk.Reload(
      opened: opened,
      replacement: Replacement(reading, places: revision.places),
      news: words,
      text: document.text,
      followed: outcome.followed
    )
  }

  /// What is new, and how it is told.
  private func news(
    of revision: DocumentRefresh,
    _ outcome: DiscussionWalk.Outcome
  ) -> (CommentNews, String) {
    let goneBefore = Set(
      document.commentIDs.filter { gone.contains($0) }.map { revision.places[$0.index] }
    )
    let nowGone = revision.gone.count { !goneBefore.contains($0) }
    let counts = [
      (revision.new.count, "new"), (revision.changed.count, "changed"), (nowGone, "gone"),
    ]
    var words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if revision.isArticleChanged { words.append("the article has changed") }
    var news = CommentNews(capacity: revision.document.comments.count)
    if !words.isEmpty {
      for id in revision.new { news.new.insert(id) }
      for id in revision.changed { news.changed.insert(id) }
      for id in revision.gone { news.gone.insert(id) }
    }
    let failure = outcome.failure.map { "; not all was reloaded: \($0)" } ?? ""
    return (news, (words.isEmpty ? "nothing new" : words.joined(separator: ", ")) + failure)
  }
}
