/// A block of the article that was moved to though it could not come to the top of its pane.
///
/// Near the end the pane stays where it is; the block is then told by the cursor and a bar beside
/// it, until the pane moves on.
struct ArticleStop: Hashable, Sendable {
  /// The item of the article's column.
  let item: Int
  /// What the pane began with when it was moved to.
  let anchor: ScrollAnchor
}

extension AppState {
  /// The item of the article that keys are about: the one moved to, else the one at the top.
  var articleItem: Int {
    guard let articleStop, articleStop.anchor == articleAnchor else { return articleAnchor.item }
    return articleStop.item
  }

  /// Goes to `item` of the article, which comes as near to the top of the pane as it can.
  mutating func stopInArticle(at item: Int) {
    articleAnchor = articleColumn.clamp(ScrollAnchor(item: item), height: height(of: .article))
    let isAtTop = articleAnchor == ScrollAnchor(item: item)
    articleStop = isAtTop ? nil : ArticleStop(item: item, anchor: articleAnchor)
  }
}
