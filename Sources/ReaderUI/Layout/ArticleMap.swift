import DocumentModel

/// Where the items of an article's column stand in that of the article that takes its place.
struct ArticleMap {
  private let old: Document
  private let new: Document

  /// A map from the article of `old` to that of `new`.
  init(from old: Document, to new: Document) {
    self.old = old
    self.new = new
  }

  /// The line that stands for `anchor`: of the block with the same text, the nearest if there are
  /// several; of the block with the same number if there is none.
  ///
  /// O(blocks of the article) for a block that has moved.
  func callAsFunction(_ anchor: ScrollAnchor) -> ScrollAnchor {
    let last = new.article.blocks.count
    guard anchor.item > 0, let text = text(of: anchor.item, in: old) else { return anchor }
    if self.text(of: anchor.item, in: new) == text { return anchor }
    let same = (1..<last + 1).filter { self.text(of: $0, in: new) == text }
    guard let nearest = same.min(by: { abs($0 - anchor.item) < abs($1 - anchor.item) }) else {
      return anchor.item > last ? ScrollAnchor(item: last) : anchor
    }
    return ScrollAnchor(item: nearest, line: anchor.line)
  }

  /// The text of the block that `item` of the article's column shows, `nil` if there is none.
  private func text(of item: Int, in document: Document) -> String? {
    guard item > 0 else { return nil }
    return document.blocks(of: document.article).dropFirst(item - 1).first.map {
      document.text(of: $0)
    }
  }
}
