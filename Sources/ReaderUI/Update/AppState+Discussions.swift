import DocumentModel
import Terminal

/// Several discussions of one article, as tabs of the thread pane.
extension AppState {
  /// Adds discussions that were found to those that are known; `own` is that of the page.
  public mutating func add(_ found: [DiscussionTab], besides own: DiscussionTab) {
    var tabs = discussions
    if tabs.all.isEmpty { tabs.all = [own] }
    tabs.all += found.prefix(max(0, DiscussionTabs.limit + 1 - tabs.all.count))
    show(tabs)
  }

  /// Shows `tabs` over the thread; the texts that the panes begin with stay.
  public mutating func show(_ tabs: DiscussionTabs) {
    discussions = tabs
    guard list == nil, window.hasTabs != tabs.areSeveral else { return }
    reflow { $0.hasTabs = tabs.areSeveral }
  }

  /// The discussions, with what is known by now of the one that is read.
  public var knownDiscussions: DiscussionTabs {
    var known = discussions
    guard known.all.indices.contains(known.current), reading.discussionNotice == nil else {
      return known
    }
    known.all[known.current].commentCount = discussionCount
    known.all[known.current].isEmpty = !hasDiscussion
    return known
  }

  /// How many comments the discussion has that is read, as far as the page says.
  public var discussionCount: Int {
    max(reading.commentCount, document.missingComments?.declared ?? 0)
  }

  /// Whether there is anything of a discussion in the document, or to be had from there.
  public var hasDiscussion: Bool {
    !document.comments.isEmpty || document.missingComments != nil
      || document.next(of: .discussion) != nil
  }

  // MARK: Going from one to another

  /// Goes so many discussions on, back if negative; with `count`, to the one with that number, as in
  /// vim.
  mutating func showDiscussion(_ step: Int, count: Int?) -> [Effect] {
    guard discussions.areSeveral else {
      tell("no other discussion is known; \(key("discussions")) looks for some")
      return []
    }
    let shown = discussions.shown
    guard let count, step > 0 else {
      let next = discussions.neighbour(step * min(count ?? 1, shown.count))
      return next.map { [.showDiscussion($0)] } ?? []
    }
    guard 1...shown.count ~= count else {
      tell("there are \(shown.count) discussions")
      return []
    }
    return shown[count - 1] == discussions.current ? [] : [.showDiscussion(shown[count - 1])]
  }

  /// Takes the place of `other`, another discussion of the same article: with the article and the
  /// border where they are there.
  public mutating func stand(beside other: AppState) {
    guard list == nil, other.list == nil else { return }
    reflow {
      $0.mode = other.window.mode
      $0.share = other.window.share
      $0.focus = other.window.focus
    }
    article.viewport.shift = other.article.viewport.shift
    let items = ArticleMap(from: other.document, to: document)
    article.go(to: items(other.article.anchor))
    // Where none was shown, what was asked for is a discussion.
    let isFirst = !other.hasDiscussion && !other.lacksDiscussion
    if isFirst || panes.thread == nil { window.focus(on: .thread) }
    settle()
  }

  // MARK: Loading

  /// Says in the thread pane that the discussion on `site` is being loaded.
  public mutating func awaitDiscussion(on site: String) {
    reading.isPartial = false
    work[.reading] = nil
    work[.loading] = Progress(label: "loading", share: nil)
    reading.discussionNotice = "Loading the discussion on \(VisibleText.line(site))…"
    measure()
    settle()
  }

  /// Says in the thread pane why the discussion is not there.
  public mutating func refuseDiscussion(because reason: String) {
    work[.loading] = nil
    reading.discussionNotice = "Not loaded: \(VisibleText.line(reason)) · {reload} tries again"
    measure()
    settle()
  }

  /// Whether the discussion that is to be read has not come.
  public var lacksDiscussion: Bool { reading.discussionNotice != nil }

  // MARK: The row of tabs

  /// The tabs in a row of so many columns.
  func tabStrip(inColumns columns: Int) -> TabStrip {
    let known = knownDiscussions
    let shown = known.shown
    return TabStrip(
      shown.map { index in
        (index, known.all[index].site, known.all[index].commentCount.map { "\($0)" } ?? "")
      },
      chosen: shown.firstIndex(of: known.current) ?? 0,
      start: panes.mode == .stacked ? 1 : 0,
      columns: columns - 2
    )
  }

  /// The discussion whose tab is at `position`, `nil` if there is none.
  func tab(at position: Position) -> Int? {
    guard let row = panes.tabs, row.contains(position) else { return nil }
    let column = position.column - row.origin.column
    return tabStrip(inColumns: row.size.columns).cells.first { $0.columns.contains(column) }?.index
  }
}
