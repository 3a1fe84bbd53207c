import DocumentModel

/// Reading on, when more of the source is known.
extension AppState {
  /// Puts the whole of the document in place of its beginning; everything stays where it is.
  ///
  /// Comments are told by the source line they start on. O(comments).
  public mutating func replace(with reading: Reading) {
    self.reading.isPartial = false
    list = nil
    exchange(for: reading, CommentMap(from: document, to: reading.document))
    work[.reading] = nil
    followRules()
    if let deferred = navigation.deferred {
      navigation.deferred = nil
      scroll(deferred.action, count: deferred.count)
      settle()
    }
  }

  /// Puts another document in place, in which the comments stand where `map` says; whatever the
  /// person did and where they are stays.
  mutating func exchange(for fresh: Reading, _ map: CommentMap) {
    let old = reading
    let count = fresh.document.comments.count
    let filter = thread.folding.filtered?.text
    let items = ArticleMap(from: old.document, to: fresh.document)
    reading = fresh
    reading.takeOver(from: old, map)
    measure()
    let isAnswered = map(old.answered)
    thread = thread.moved(by: map, count: count)
    findRuleHits()
    if let levels = thread.levels {
      // What had no replies may have some by now.
      let unknown =
        levels == 0 ? map.arrivals(count: count) : CommentSet(all: count).subtracting(isAnswered)
      thread.folding.fold(unknown, below: levels, in: reading)
    }
    if let filter {
      let renumbered = CommentFilter.renumbered(filter, from: old, to: reading, by: map)
      thread.folding.filterAgain(by: FilteredComments(renumbered, in: reading))
    }
    article.go(to: items(article.anchor))
    navigation.move(by: map, count: count, items: items)
    visit.move(by: map)
    search.move(by: map, count: count, items: items)
    resting = nil
    leaveWhatMayBeGone()
    if old.document.comments.isEmpty,
      old.document.article.blocks.isEmpty || reading.firstPane == .thread
    {
      window.focus = reading.firstPane
    }
    search.restart(in: reading)
    settle()
  }

  /// Leaves lists that speak of the document as it was.
  private mutating func leaveWhatMayBeGone() {
    if mode.hints != nil { mode = .reading }
    guard mode.overlay?.kind != .help, mode.overlay?.kind != .messages else { return }
    mode.overlay = nil
  }
}

extension Reading {
  /// Takes over what was found, told and marked while `old` was read, whose comments stand where
  /// `map` says.
  fileprivate mutating func takeOver(from old: Reading, _ map: CommentMap) {
    isPartial = old.isPartial
    givenAddress = old.givenAddress
    if document.linkedAddress != nil { linkNotice = old.linkNotice }
    for (id, completion) in old.completions {
      map(id).map { completions[$0] = completion }
    }
    if news.isEmpty { news = old.news.moved(by: map) }
    // What has come since stands behind the rest.
    givenPlaces = old.givenPlaces.map {
      map.moved($0, count: document.comments.count, none: .max)
    }
  }
}
