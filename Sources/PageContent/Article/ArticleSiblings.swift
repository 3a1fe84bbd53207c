import HTMLParsing
import PageModel

/// Which neighbours of the element that holds most of an article belong to it.
///
/// Lead paragraphs, or text that was torn apart by advertisements.
struct ArticleSiblings {
  private let tree: ArticleTree
  private let top: Int
  private let points: [Int: Double]
  private let stats: [ContentStats]
  private let topClass: String
  private let bonus: Double
  private let bar: Double

  /// The neighbours of `top`.
  init(_ tree: ArticleTree, _ top: Int, _ points: [Int: Double], _ stats: [ContentStats]) {
    self.tree = tree
    self.top = top
    self.points = points
    self.stats = stats
    topClass = Self.class(top, tree)
    bonus = (points[top] ?? 0) * 0.2
    bar = max(10, bonus)
  }

  /// Whether a neighbour, or the element itself, is part of the article.
  func joins(_ index: Int) -> Bool {
    if index == top { return true }
    if let own = points[index] {
      let isAlike = !topClass.isEmpty && Self.class(index, tree) == topClass
      if own + (isAlike ? bonus : 0) >= bar { return true }
    }
    return tree[index].tag == .p && isProse(index)
  }

  private func isProse(_ index: Int) -> Bool {
    let stats = stats[index]
    if stats.text.count > 80 { return stats.linkDensity < 0.25 }
    guard stats.text.hasText, stats.text.count < 80, stats.linkDensity == 0 else { return false }
    let text = tree.text(index)
    return text.hasSuffix(".") || text.has(". ")
  }

  private static func `class`(_ index: Int, _ tree: ArticleTree) -> String {
    tree[index].source.flatMap { tree.page.tree.attribute(.class, of: $0) } ?? ""
  }
}
