import DocumentModel

/// More of the discussion than the document holds, and the discussion as it is by now.
extension AppState {
  mutating func more(_ action: MoreAction, count: Int?) -> [Effect] {
    guard !reading.isPartial else {
      tell("the page is still being read; try again when it is complete")
      return []
    }
    guard work[.loading] == nil else {
      tell("already loading; \(key("search-end")) stops it")
      return []
    }
    switch action {
    case .reload: return [.reload]
    case .load: return load(.parts(count ?? 1))
    case .loadAll: return load(.all)
    }
  }

  /// Does what `:more` is told.
  mutating func more(_ argument: String) -> [Effect] {
    if argument == "all" { return more(.loadAll, count: nil) }
    guard let count = Int(argument), count > 0 else {
      tell(":more takes a number of parts, or all")
      return []
    }
    return more(.load, count: min(count, PendingKeys.highestCount))
  }

  /// Asks for what comes next of what is being read.
  private mutating func load(_ amount: MoreRequest.Amount) -> [Effect] {
    guard let next = nextContinuation else {
      tell(nothingMore)
      return []
    }
    return [.load(MoreRequest(next.subject, first: next, amount: amount))]
  }

  /// The way on: in the article to its next page, in the thread first to what hangs on the comment
  /// with the focus.
  private var nextContinuation: Continuation? {
    let (article, discussion) = (document.next(of: .article), document.next(of: .discussion))
    guard focus == .thread else { return article ?? discussion }
    return thread.focused.flatMap { reading.continuation(at: $0) } ?? discussion ?? article
  }

  private var nothingMore: String {
    guard let missing = document.missingComments else { return "nothing more to load" }
    let here = reading.commentCount
    let count = here == 0 ? "" : "; \(here) loaded"
    return "\(missing.sentence)\(count); it has no link to more"
  }

  /// Puts the document with what came in place of the one being read.
  public mutating func extend(by replacement: Replacement) {
    let before = reading.commentCount
    exchange(for: replacement.reading, replacement.map)
    for id in replacement.held where reading.news.gone.contains(id) {
      reading.news.gone.remove(id)
    }
    loadedComments += max(0, reading.commentCount - before)
  }

  /// Puts the document as it is by now in place of the one being read, with its own news, and says
  /// what is `news`; undo brings the one before back if `isUndoable`.
  public mutating func revise(by replacement: Replacement, news: String, isUndoable: Bool = true) {
    let before = reading
    exchange(for: replacement.reading, replacement.map)
    reading.news = replacement.reading.news
    if isUndoable {
      navigation.revision = Revision(
        before,
        replacement.map,
        count: document.comments.count,
        depth: navigation.undo.count
      )
    }
    tell(news)
  }

  /// Stops loading; what came stays.
  mutating func stopLoading() -> [Effect] {
    work[.loading] = nil
    tell("stopped; what was loaded is kept")
    return [.stopLoading]
  }
}
