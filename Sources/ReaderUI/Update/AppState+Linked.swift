import DocumentModel
import Terminal

/// The article that a post links to, beside the discussion of it.
extension AppState {
  /// Says in the article's pane that the linked article can be loaded.
  public mutating func offerLinkedArticle() {
    guard document.linkedAddress != nil else { return }
    note("The linked article is not loaded yet · {load-article} loads it")
  }

  /// Shows in the article's pane how far loading the linked article is.
  public mutating func setLinkedProgress(_ progress: Progress) {
    work[.linking] = progress
    note("Loading the article: \(progress.label)")
  }

  /// Says why the linked article is not there.
  public mutating func refuseLinkedArticle(because reason: String) {
    work[.linking] = nil
    note("Not loaded: \(VisibleText.line(reason)) · {load-article} tries again")
  }

  /// Puts the document with the linked article in place; `origin` says where that is from, `nil` if that
  /// is known, and `commentCount` how many comments its own page has.
  public mutating func takeLinkedArticle(
    _ replacement: Replacement,
    from origin: String?,
    commentCount: Int = 0
  ) {
    work[.linking] = nil
    reading.linkNotice = nil
    exchange(for: replacement.reading, replacement.map)
    guard let origin else { return }
    let count = commentCount.counted("comment")
    let own =
      commentCount == 0
      ? ""
      : discussions.areSeveral
        ? "; \(key("next-discussion")) shows the \(count) of its own page"
        : "; its own page has \(count)"
    tell("the article is from \(origin)\(own)")
  }

  /// Loads what the article links to, if that is all it says.
  mutating func loadLinkedArticle() -> [Effect] {
    guard let address = document.linkedAddress else {
      tell("this post does not link to an article")
      return []
    }
    guard work[.linking] == nil else {
      tell("already loading; \(key("search-end")) stops it")
      return []
    }
    return [.loadLinked(address)]
  }

  /// Loads no linked article.
  mutating func stopLinking() -> [Effect] {
    refuseLinkedArticle(because: "stopped")
    tell("stopped")
    return [.stopLinking]
  }

  /// Asks sites for discussions of what is read.
  mutating func findDiscussions() -> [Effect] {
    let address =
      list.map { $0.selectedEntry?.article } ?? document.linkedAddress ?? reading.pageAddress
    guard let address, LinkAddress.isWeb(address) else {
      tell(
        list == nil
          ? "the article's address is unknown; set it with :url ADDRESS"
          : "this entry has no article of its own"
      )
      return []
    }
    return [.findDiscussions(address)]
  }

  private mutating func note(_ text: String) {
    reading.linkNotice = text
    measure()
    settle()
  }
}
