import HTMLParsing
import PageModel

/// Points for the elements of a page: paragraphs of prose speak for what they stand in.
struct ArticleScores {
  /// The points of elements that have any.
  private(set) var points: [Int: Double] = [:]
  /// The five elements with most points, the best first.
  private(set) var best: [Int] = []
  private let weighsNames: Bool

  /// Scores a tree; O(its size).
  init(_ tree: ArticleTree, _ toScore: [Int], _ stats: [ContentStats], weighsNames: Bool) {
    self.weighsNames = weighsNames
    var candidates: [Int] = []
    for index in toScore where tree.parent(index) != nil {
      let text = stats[index].text
      guard text.count >= 25 else { continue }
      let score = 2 + Double(text.commas) + Double(min(text.count / 100, 3))
      var node = index
      for level in 0..<5 {
        guard let parent = tree.parent(node) else { break }
        if points[parent] == nil {
          points[parent] = firstPoints(tree[parent])
          candidates.append(parent)
        }
        points[parent, default: 0] += score / [1, 2, 6, 9, 12][level]
        node = parent
      }
    }
    for candidate in candidates {
      points[candidate, default: 0] *= 1 - stats[candidate].linkDensity
      rank(candidate)
    }
  }

  /// Gives an element the points of its kind and names if it has none.
  mutating func ensurePoints(_ index: Int, _ tree: ArticleTree) {
    if points[index] == nil { points[index] = firstPoints(tree[index]) }
  }

  /// The element the article stands in; nil: the whole page.
  mutating func top(_ tree: ArticleTree) -> Int? {
    guard let first = best.first, first != ArticleTree.top else { return nil }
    var top = commonParent(of: first, tree)
    ensurePoints(top, tree)
    top = betterParent(of: top, tree)
    while let parent = tree.parent(top), parent != ArticleTree.top,
      tree.elements(in: parent).count == 1
    {
      top = parent
    }
    ensurePoints(top, tree)
    return top
  }

  private mutating func rank(_ candidate: Int) {
    let score = points[candidate] ?? 0
    let place = best.firstIndex { score > points[$0] ?? 0 } ?? best.count
    guard place < 5 else { return }
    best.insert(candidate, at: place)
    if best.count > 5 { best.removeLast() }
  }

  /// The element around three or more of the best, if they come close to the first.
  private func commonParent(of first: Int, _ tree: ArticleTree) -> Int {
    let bar = (points[first] ?? 0) * 0.75
    let others = best.dropFirst().filter { (points[$0] ?? 0) >= bar }
    guard others.count >= 3 else { return first }
    let lines = others.map { ancestors(of: $0, tree) }
    var node = first
    while let parent = tree.parent(node), parent != ArticleTree.top {
      if lines.count(where: { $0.contains(parent) }) >= 3 { return parent }
      node = parent
    }
    return first
  }

  private func ancestors(of index: Int, _ tree: ArticleTree) -> Set<Int> {
    var found: Set<Int> = []
    var node = index
    while let parent = tree.parent(node) {
      found.insert(parent)
      node = parent
    }
    return found
  }

  /// A parent with more points than its child, as long as they do not fall much on the way.
  private func betterParent(of index: Int, _ tree: ArticleTree) -> Int {
    var last = points[index] ?? 0
    let bar = last / 3
    var node = index
    while let parent = tree.parent(node), parent != ArticleTree.top {
      node = parent
      guard let score = points[parent] else { continue }
      if score < bar { return index }
      if score > last { return parent }
      last = score
    }
    return index
  }

  private func firstPoints(_ node: ArticleTree.Node) -> Double {
    let weight = weighsNames ? Double(node.hints.weight) : 0
    switch node.tag {
    case .div: return weight + 5
    case .pre, .td, .blockquote: return weight + 3
    case .address, .ol, .ul, .dl, .dd, .dt, .li, .form: return weight - 3
    case .h1, .h2, .h3, .h4, .h5, .h6, .th: return weight - 5
    default: return weight
    }
  }
}
