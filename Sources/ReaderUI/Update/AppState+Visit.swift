import DocumentModel

/// What is kept of a document until it is opened again.
extension AppState {
  /// How the document is looked at, to be kept; O(comments / 64).
  public var savedView: SavedView {
    var saved = SavedView()
    saved.focus = focus
    saved.layout = window.mode == options.layout ? nil : window.mode
    saved.share = window.share
    saved.levels = thread.levels
    saved.order = thread.order
    saved.article = place(of: article.anchor, in: .article)
    saved.thread = place(of: thread.anchor, in: .thread)
    saved.focused = thread.focused
    let folds = thread.folding.lastingFolds
    saved.folded = folds.folds
    saved.keptTexts = folds.keptTexts
    saved.hidden = thread.folding.hidden
    for id in thread.folding.expanded { saved.expanded.insert(id) }
    for id in reading.opened { saved.opened.insert(id) }
    saved.marks = navigation.marks.mapValues { location in
      SavedView.Mark(
        pane: location.pane,
        place: place(of: location.anchor, in: location.pane),
        focused: location.focused
      )
    }
    // One that is being typed is none yet.
    let folding = (search.filterOrigin?.thread ?? thread).folding
    let filter = folding.filtered?.text ?? ""
    // The comment of a conversation is told by its number, which may be another's the next time.
    saved.filter = filter.firstRange(of: CommentFilter.conversation) == nil ? filter : ""
    return saved
  }

  /// Takes full texts that are kept since an earlier visit; `restore` shows those that were shown.
  public mutating func takeKept(_ fullTexts: [CommentID: Completion]) {
    reading.completions.merge(fullTexts) { own, _ in own }
  }

  /// Whether the other state has the same folds, marks, layout and full texts: all that is
  /// kept apart from where one is and what one has seen.
  public func keepsSame(as other: AppState) -> Bool {
    thread.folding == other.thread.folding
      && thread.levels == other.thread.levels && thread.order == other.thread.order
      && navigation.marks == other.navigation.marks && window.mode == other.window.mode
      && window.share == other.window.share
      && reading.completions.count == other.reading.completions.count
      && reading.opened == other.reading.opened
  }

  /// Whether the other state is at the same place in both panes.
  public func isAtSamePlace(as other: AppState) -> Bool {
    focus == other.focus && article.anchor == other.article.anchor
      && thread.anchor == other.thread.anchor && thread.focused == other.thread.focused
  }

  /// Whether the other state is at the same place and has seen the same comments.
  public func standsSame(as other: AppState) -> Bool {
    isAtSamePlace(as: other) && visit == other.visit && reading.news.new == other.reading.news.new
  }

  /// The number of the comment with the focus, from 1; `nil` for none, and for what is not counted.
  public var placeNumber: Int? { thread.focused.flatMap { reading.number(of: $0) } }

  /// Goes back to how the document was looked at, but stays in place if it `keepsPlace`; `arrivals`
  /// are comments it did not hold then.
  public mutating func restore(
    _ saved: SavedView,
    arrivals: CommentSet = CommentSet(),
    keepsPlace: Bool = false
  ) {
    var folding = Folding(folds: saved.folded, keptTexts: saved.keptTexts, hidden: saved.hidden)
    for id in document.commentIDs where saved.expanded.contains(id) { folding.expanded.insert(id) }
    if let levels = saved.levels { folding.fold(arrivals, below: levels, in: reading) }
    thread.folding = folding
    muteAgain()
    thread.levels = saved.levels
    reading.opened = Set(reading.completions.keys.filter(saved.opened.contains))
    if !keepsPlace { goTo(saved) }
    for (name, mark) in saved.marks {
      navigation.marks[name] = Location(
        pane: mark.pane,
        anchor: anchor(of: mark.place, in: mark.pane),
        focused: mark.focused
      )
    }
    settle()
    thread.keepFocusedInSight(in: threadColumn)
  }

  private mutating func goTo(_ saved: SavedView) {
    if let layout = saved.layout { window.mode = layout }
    window.share = saved.share
    measure()
    window.focus = saved.focus
    window.keepFocusShown()
    article.go(to: anchor(of: saved.article, in: .article))
    if let focused = saved.focused, document.comments.indices.contains(focused.index) {
      thread.focused = focused
    }
    thread.viewport.anchor = anchor(of: saved.thread, in: .thread)
  }

  /// Tells what has happened since the visit before; `since` stands behind that word.
  ///
  /// `seen`: the comments that were on the screen then; `removed`: how many are gone.
  public mutating func goOn(
    _ news: CommentNews,
    seen: CommentSet,
    removed: Int,
    since: String
  ) {
    reading.news = news
    visit.seen = seen
    visit.since = since
    let counts = [(news.new.count, "new"), (news.changed.count, "changed"), (removed, "removed")]
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    guard !words.isEmpty else { return }
    let way = news.new.isEmpty ? "" : "; \(key("next-new")) goes to the next new comment"
    tell("\(words.joined(separator: ", ")) since \(since)\(way)")
  }

  /// Takes the comments on the screen for seen: those of which a line of text is there.
  public mutating func noteShown() {
    guard panes.thread != nil, !document.comments.isEmpty, !window.isTooSmall, mode.overlay == nil
    else { return }
    for line in threadColumn.visible(from: thread.anchor) {
      switch line.content {
      case .text, .cut, .notice: visit.seen.insert(CommentID(line.item))
      case .header, .more, .further, .end, .beforeEnd, .blank: break
      }
    }
  }

  /// The patterns that were searched for, the oldest first.
  public var searchedPatterns: [String] { history.all(of: .search) }

  /// Puts patterns of earlier sessions in front of those.
  public mutating func recall(searchedPatterns earlier: [String]) {
    history.prepend(earlier, of: .search)
  }

  /// Marks the entries of the list that `marked`, the same list, says were read, and what is new there.
  public mutating func mark(asIn marked: Listing) {
    guard let count = list?.listing.entries.count, count == marked.entries.count else { return }
    list?.listing = marked
    for (index, entry) in marked.entries.enumerated() where entry.isRead { markRead(entry: index) }
  }

  /// Shows the list as it was looked at before: in the order called `order`, if there is one, without
  /// the entries whose keys are `hidden`, at the one whose key is `focus`, else at the first.
  public mutating func arrange(
    order: String,
    filter: String,
    hidden: Set<String>,
    focus: String
  ) {
    guard list != nil else { return }
    list?.arrangement.order = EntryOrder(rawValue: order) ?? .given
    list?.arrangement.filter = filter
    list?.arrangement.hidden = hidden
    list?.start(at: focus)
    listChanged()
    guard let list, list.shown.count < list.listing.entries.count else { return }
    tell(
      "\(list.shown.count) of \(list.listing.entries.count.counted("entry")), as you left the list"
    )
  }

  // MARK: Places

  private func place(of anchor: ScrollAnchor, in pane: Pane) -> SavedView.Place {
    switch pane {
    case .article:
      SavedView.Place(anchor, in: articleColumn, of: document) { firstBlock(of: $0, in: .article) }
    case .thread:
      SavedView.Place(anchor, in: threadColumn, of: document) { firstBlock(of: $0, in: .thread) }
    }
  }

  private func anchor(of place: SavedView.Place, in pane: Pane) -> ScrollAnchor {
    switch pane {
    case .article:
      guard 0...document.article.blocks.count ~= place.item else { return ScrollAnchor() }
      return place.anchor(in: articleColumn, of: document) { firstBlock(of: $0, in: .article) }
    case .thread:
      guard document.comments.indices.contains(place.item) else { return ScrollAnchor() }
      return place.anchor(in: threadColumn, of: document) { firstBlock(of: $0, in: .thread) }
    }
  }

  private func firstBlock(of item: Int, in pane: Pane) -> Int? {
    switch pane {
    case .article: articleColumn.block(of: item)
    case .thread:
      document.comments.indices.contains(item)
        ? Int(document.comments[item].blocks.lowerBound) : nil
    }
  }
}
