import DocumentModel

/// More of the discussion than the document holds, and the discussion as it is by now.
extension AppState {
  mutating func more(_ action: MoreAction, count: Int?) -> [Effect] {
    if action == .findDiscussions { return findDiscussions() }
    guard !reading.isPartial else {
      tell("the page is still being read; try again when it is complete")
      return []
    }
    guard work[.loading] == nil || action == .loadLinked else {
      tell("already loading; \(key("search-end")) stops it")
      return []
    }
    if lacksDiscussion, action != .loadLinked { return [.loadDiscussion] }
    if let list {
      guard action != .reload else { return [.reload] }
      guard let next = list.listing.next else {
        tell("nothing more to load")
        return []
      }
      return [.loadEntries(next)]
    }
    switch action {
    case .reload: return [.reload]
    case .load: return load(.parts(count ?? 1))
    case .loadAll: return load(.all)
    case .loadLinked: return loadLinkedArticle()
    case .findDiscussions: return findDiscussions()
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

  /// Adds the entries of `page`, the next page of the list, and says how many there are.
  public mutating func append(_ page: Listing) {
    guard let list else { return }
    let known = Set(list.listing.entries.map(\.key))
    let fresh = page.entries.filter { !known.contains($0.key) }
    let isOver = page.next == nil || page.next == list.listing.next
    self.list?.exchange(
      for: list.listing.replacing(
        entries: list.listing.entries + fresh,
        next: isOver ? nil : page.next
      )
    )
    listChanged()
    tell(
      fresh.isEmpty
        ? "no further entries" : "\(fresh.count) more \(fresh.count == 1 ? "entry" : "entries")"
    )
  }

  /// Puts `fresh`, the list as it is by now, in place of the list, and says what is new.
  public mutating func renew(_ fresh: Listing) {
    guard let list else { return }
    let known = Set(list.listing.entries.map(\.key))
    let new = Set(fresh.entries.map(\.key)).subtracting(known)
    self.list?.exchange(for: fresh)
    self.list?.new = new
    listChanged()
    tell(new.isEmpty ? "nothing new" : "\(new.count) new \(new.count == 1 ? "entry" : "entries")")
  }

  /// Puts the whole of the list in place of its beginning; everything stays where it is.
  public mutating func replace(with listing: Listing) {
    work[.reading] = nil
    reading.isPartial = false
    guard list != nil else { return show(listing) }
    list?.exchange(for: listing)
    listChanged()
  }

  /// Puts the document with what came in place of the one being read.
  public mutating func extend(by replacement: Replacement) {
    let before = reading.commentCount
    exchange(for: replacement.reading, replacement.map)
    for id in replacement.held where reading.news.gone.contains(id) {
      reading.news.gone.remove(id)
    }
    loadedComments += max(0, reading.commentCount - before)
    arrangeAgain()
  }

  /// Puts the document as it is by now in place of the one being read, with its own news, and says
  /// what is `news`; undo brings the one before back if `isUndoable`.
  public mutating func revise(by replacement: Replacement, news: String, isUndoable: Bool = true) {
    let before = reading
    exchange(for: replacement.reading, replacement.map)
    reading.news = replacement.reading.news
    // What is new since the last visit stays so until it is seen.
    reading.news.new.formUnion(visit.unseen(of: replacement.map(before.news.new)))
    if isUndoable {
      navigation.revision = Revision(
        before,
        replacement.map,
        count: document.comments.count,
        depth: navigation.undo.count
      )
    }
    reading.givenPlaces = nil
    arrangeAgain()
    tell(news)
  }

  /// Stops loading; what came stays.
  mutating func stopLoading() -> [Effect] {
    work[.loading] = nil
    if lacksDiscussion {
      refuseDiscussion(because: "stopped")
      tell("stopped")
    } else {
      tell("stopped; what was loaded is kept")
    }
    return [.stopLoading]
  }
}
