/// The article pane.
public struct ArticleView: Equatable, Sendable {
  var viewport = Viewport<ArticleColumn>() {
    didSet { if viewport.anchor != oldValue.anchor { target = nil } }
  }
  /// The item moved to, where the end of the article keeps it from the top of the pane.
  ///
  /// It is told by the cursor and a bar beside it, until the pane moves on.
  private var target: Int?

  /// The line at the top of the pane.
  public var anchor: ScrollAnchor { viewport.anchor }

  /// The item that keys are about: the one moved to, else the one at the top.
  var item: Int { target ?? viewport.anchor.item }

  /// Goes to `item`, which comes as near to the top of the pane as it can.
  mutating func go(to item: Int, in column: ArticleColumn) {
    let start = ScrollAnchor(item: item)
    viewport.anchor = column.clamp(start)
    target = viewport.anchor == start ? nil : item
  }

  /// Goes to the line at `anchor`, not to an item below it.
  mutating func go(to anchor: ScrollAnchor) {
    viewport.anchor = anchor
    target = nil
  }
}
