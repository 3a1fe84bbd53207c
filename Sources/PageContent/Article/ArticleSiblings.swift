import DocumentParsing
import HTMLParsing
import PageModel

/// Decides which siblings of the best element belong to the article.
///
/// These are lead paragraphs, or text that advertisements split.
struct ArticleSiblings {
  private let tree: ArticleTree
  private let top: Int
  private let points: [Int: Double]
  private let stats: [ContentStats]
  private let policy: ArticleScorePolicy
  private let topClass: String
  private let bonus: Double
  private let bar: Double

  /// The neighbours of `top`.
  init(of top: Int, in tree: ArticleTree, points: [Int: Double], stats: [ContentStats]) {
    self.tree = tree
    self.top = top
    self.points = points
    self.stats = stats
    policy = tree.page.policies[ArticleScorePolicy.self]
    topClass = Self.class(top, tree)
    bonus = (points[top] ?? 0) * policy.siblingShare
    bar = max(policy.leastSiblingPoints, bonus)
  }

  /// Whether a sibling, or the best element itself, is part of the article.
  func joins(_ index: Int) -> Bool {
    if index == top { return true }
    if let own = points[index] {
      let isAlike = !topClass.isEmpty && Self.class(index, tree) == topClass
      let sum = own + (isAlike ? bonus : 0)
      note(index, sum)
      if sum >= bar { return true }
    }
    return tree[index].tag == .p && isProse(index)
  }

  private func note(_ index: Int, _ sum: Double) {
    guard let decisions = tree.page.decisions, let source = tree[index].source else { return }
    let label = tree.page.label(of: source)
    let points = "\(ArticleScores.tenths(sum)) points, \(ArticleScores.tenths(bar)) needed"
    decisions.note("article", "sibling-share", "beside it \(label): \(points)", isMet: sum >= bar)
  }

  private func isProse(_ index: Int) -> Bool {
    let stats = stats[index]
    let length = Int(stats.text.count)
    if length > policy.longSibling { return stats.linkDensity < policy.siblingLinks }
    guard stats.text.hasText, length < policy.longSibling, stats.linkDensity == 0 else {
      return false
    }
    let text = tree.text(index)
    return text.hasSuffix(".") || text.has(". ")
  }

  private static func `class`(_ index: Int, _ tree: ArticleTree) -> String {
    tree[index].source.flatMap { tree.page.tree.attribute(.class, of: $0) } ?? ""
  }
}
