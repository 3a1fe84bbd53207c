import DocumentModel

/// Where the reader is in the document: a pane, the line at its top and the comment with the focus.
public struct Location: Hashable, Sendable {
  /// The pane.
  public let pane: Pane
  /// The line at its top.
  public let anchor: ScrollAnchor
  /// The comment that had the focus.
  public let focused: CommentID?

  /// The same in another document, `nil` if it is not there.
  func moved(by map: CommentMap, items: ArticleMap) -> Location? {
    let focused = focused.flatMap { map($0) }
    guard pane == .thread else {
      return Location(pane: pane, anchor: items(anchor), focused: focused)
    }
    guard let top = map(CommentID(anchor.item)) else { return nil }
    let anchor = ScrollAnchor(item: top.index, line: anchor.line)
    return Location(pane: pane, anchor: anchor, focused: focused)
  }
}

extension Location: Comparable {
  /// Orders as the document is read: the article, then the comments.
  public static func < (left: Location, right: Location) -> Bool {
    func key(_ location: Location) -> (Int, Int, Int) {
      location.pane == .article
        ? (0, location.anchor.item, location.anchor.line)
        : (1, location.focused?.index ?? location.anchor.item, 0)
    }
    return key(left) < key(right)
  }
}
