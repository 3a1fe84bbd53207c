import DocumentModel
import HTMLParsing
import PageModel
import Structured
import XMLParsing

/// A feed whose entries are comments, of one discussion or of several.
struct FeedComments {
  /// What tells it.
  let sign: FeedCommentSign
  let entries: [FeedEntry]
  private let places: [FeedCommentSign.Place?]
  private let feed: Feed

  /// Nil of a feed whose entries are something else.
  ///
  /// Every entry needs the sign, but for the one that opens the discussion.
  init?(_ feed: Feed) {
    guard let first = feed.elements.last else { return nil }
    // What the last is, most are; so a feed of articles costs no more than one look.
    let last = FeedEntry(first, feed.system, base: feed.base)
    let found = FeedCommentSign.all.first { sign in
      sign.place(last) != nil
        || sign.hasOpening
          && feed.elements.first.map {
            sign.place(FeedEntry($0, feed.system, base: feed.base)) != nil
          } == true
    }
    guard let sign = found else { return nil }
    let entries = feed.elements.map { FeedEntry($0, feed.system, base: feed.base) }
    let places = entries.map(sign.place)
    let unmarked = places.count { $0 == nil }
    guard unmarked == 0 || sign.hasOpening && unmarked == 1 && places.count > 1 else { return nil }
    (self.sign, self.entries, self.places, self.feed) = (sign, entries, places, feed)
  }

  /// Whether all belong to one discussion: those that answer none of the others do.
  var isOneDiscussion: Bool {
    let ids = Set(zip(entries, places).map { $1?.id ?? $0.id })
    let roots = places.compactMap { $0 }.filter { $0.parent.map { !ids.contains($0) } ?? true }
    return Set(roots.map(\.discussion)).count <= 1
  }

  /// The discussion.
  var thread: PageThread {
    var thread = PageThread()
    thread.site = feed.page ?? feed.base
    var article = PageArticle(title: feed.title, author: "", url: feed.page)
    let ids = Set(places.compactMap { $0?.id })
    for (entry, place) in zip(entries, places) {
      let comment = comment(entry, place, ids)
      if place == nil { article = opening(entry) }
      thread.comments.append(comment)
    }
    if article.markup.isEmpty, let description = XMLPath("description").element(in: feed.channel) {
      article.markup = description.text
    }
    thread.article = article
    if let opening = thread.comments.first(where: { $0.state == .opening }) {
      thread.open(with: opening)
    }
    thread.declared = feed.total
    thread.goOn(at: feed.next)
    return thread
  }

  private func comment(
    _ entry: FeedEntry,
    _ place: FeedCommentSign.Place?,
    _ ids: Set<String>
  ) -> PageComment {
    var comment = PageComment(element: HTMLDocument.root)
    comment.id = place?.id ?? entry.id
    comment.author = entry.author ?? ""
    comment.authorURL = entry.authorURL
    comment.date = entry.date
    comment.url = entry.link
    guard let place else {
      comment.state = .opening
      return comment
    }
    comment.replyTo = place.replyTo
    if let parent = place.parent, parent != place.id {
      // What is not in the feed may be the article, unless it names a comment.
      let isComment = ids.contains(parent) || !place.replyTo.isEmpty
      comment.parent = isComment ? .id(parent) : .root
    }
    comment.markup = place.markup ?? entry.text?.markup ?? ""
    return comment
  }

  /// The article that the opening post is.
  private func opening(_ entry: FeedEntry) -> PageArticle {
    var article = PageArticle(
      title: entry.title,
      author: entry.author ?? "",
      date: entry.date,
      url: entry.link
    )
    if let reddit = RedditEntry(entry) {
      article.linked = reddit.article
      article.markup = reddit.markup
    } else {
      article.markup = entry.text?.markup ?? ""
    }
    return article
  }
}
