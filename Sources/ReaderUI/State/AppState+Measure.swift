import DocumentModel
import Terminal

/// How much room the panes need.
extension AppState {
  /// Columns of a thread beside the article that leave its text as wide as settings allow, some
  /// steps further in.
  private var threadColumnsWanted: Int { options.textWidth + 9 * ThreadColumn.step }

  /// Finds out what the panes need, and whether there is anything to show in both.
  mutating func measure() {
    guard list == nil else { return }
    let isOpen = reading.isPartial && document.comments.isEmpty
    let hasThread =
      !document.comments.isEmpty || document.missingComments != nil || reading.isPartial
      || document.next(of: .discussion) != nil || lacksDiscussion
    let hasArticle =
      isOpen || !document.title.isEmpty || !document.article.blocks.isEmpty
      || !document.article.byline.isEmpty || document.next(of: .article) != nil
    window.empty = !hasThread ? .thread : !hasArticle ? .article : nil
    // More of an article may come, but not once its comments begin.
    window.needs = PaneNeeds(
      articleRows: isOpen ? nil : articleRows(inColumns: size.columns, upTo: size.rows),
      articleColumns: isOpen ? nil : articleColumnsNeeded,
      threadRows: reading.isPartial ? nil : threadRows(upTo: size.rows)
    )
  }

  /// How many rows the article takes in a pane of so many columns, `nil` for `limit` and more.
  private func articleRows(inColumns columns: Int, upTo limit: Int) -> Int? {
    let width = articleColumns(in: columns).width
    let column = ArticleColumn(reading, width: width, height: max(1, limit))
    let rows = column.visible(from: ScrollAnchor()).count
    return rows < limit ? rows : nil
  }

  /// The fewest columns in which the article can be seen whole beside the thread, more if the thread
  /// can spare them; `nil` if it would be half of the window.
  private var articleColumnsNeeded: Int? {
    let room = size.columns - 2
    let least = max(PaneLayout.leastArticleColumns, room - threadColumnsWanted)
    func fits(_ columns: Int) -> Bool { articleRows(inColumns: columns, upTo: size.rows) != nil }
    var (low, high) = (least, room / 2)
    guard low < high, fits(high) else { return nil }
    while low < high {
      let middle = (low + high) / 2
      if fits(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// How many rows the thread takes as wide as the window, `nil` for `limit` and more.
  private func threadRows(upTo limit: Int) -> Int? {
    guard !document.comments.isEmpty else { return 4 }
    let column = threadColumn(Folding(), width: size.columns, height: limit)
    let rows = column.visible(from: ScrollAnchor()).count
    return rows < limit ? rows : nil
  }
}
