import DocumentModel
import DocumentParsing
import PageModel

extension FeedEntry {
  /// The entry as a line of a list; its `part` is set if it has a text to be opened.
  func line(_ dates: PageDates) -> ListingEntry {
    var line = ListingEntry(
      id: id.isEmpty ? nil : id,
      title: title,
      article: link,
      discussion: discussion,
      comments: comments,
      author: author,
      date: dates[date],
      dateText: date.text.isEmpty ? nil : date.text,
      tags: tags,
      feed: feed
    )
    // Slashdot counts the comments and gives no other address: they stand below the story.
    if comments != nil, discussion == nil, feed == nil {
      (line.article, line.discussion) = (nil, link)
    }
    if let reddit = RedditEntry(self) {
      line.article = reddit.article
      line.discussion = link
      line.excerpt = reddit.text
      return line
    }
    line.excerpt = (summary ?? body).map { text in XMLText(markup: text.beginning).line }
    // A link to the discussion is no summary.
    if line.excerpt == "Comments", discussion != nil { line.excerpt = nil }
    if body != nil { line.part = 0 }
    return line
  }
}

extension XMLText {
  /// Enough of the mark-up for an excerpt, cut between two characters.
  fileprivate var beginning: String {
    let limit = 4096
    guard markup.utf8.count > limit else { return markup }
    let cut = markup.utf8.index(markup.startIndex, offsetBy: limit)
    return String(markup[..<(markup[..<cut].indices.last ?? markup.startIndex)])
  }
}
