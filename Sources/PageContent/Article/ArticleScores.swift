import DocumentParsing
import HTMLParsing
import PageModel

/// Points for the elements of a page: paragraphs of prose speak for what they stand in.
struct ArticleScores {
  /// The points of elements that have any.
  private(set) var points: [Int: Double] = [:]
  /// The elements with most points, the best first.
  private(set) var best: [Int] = []
  private let weighsNames: Bool
  private let policy: ArticleScorePolicy

  /// Scores a tree; O(its size).
  init(
    _ tree: ArticleTree,
    scoring toScore: [Int],
    stats: [ContentStats],
    weighsNames: Bool
  ) {
    self.weighsNames = weighsNames
    policy = tree.page.policies[ArticleScorePolicy.self]
    var candidates: [Int] = []
    for index in toScore where tree.parent(index) != nil {
      let text = stats[index].text
      guard text.count >= policy.shortestParagraph else { continue }
      let length = min(Int(text.count) / policy.pointLength, policy.mostLengthPoints)
      let score = policy.paragraphPoints + Double(text.commas) + Double(length)
      var node = index
      for level in 0..<policy.scoredAncestors {
        guard let parent = tree.parent(node) else { break }
        if points[parent] == nil {
          points[parent] = firstPoints(tree[parent])
          candidates.append(parent)
        }
        points[parent, default: 0] += score / divisor(level)
        node = parent
      }
    }
    for candidate in candidates {
      points[candidate, default: 0] *= 1 - stats[candidate].linkDensity
      rank(candidate)
    }
  }

  /// The part of a paragraph's points that the element `level` above its parent gets.
  private func divisor(_ level: Int) -> Double {
    switch level {
    case 0: 1
    case 1: policy.grandparentDivisor
    default: policy.ancestorDivisor * Double(level)
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
    guard place < policy.keptCandidates else { return }
    best.insert(candidate, at: place)
    if best.count > policy.keptCandidates { best.removeLast() }
  }

  /// The element around several of the best, if they come close to the first.
  private func commonParent(of first: Int, _ tree: ArticleTree) -> Int {
    let bar = (points[first] ?? 0) * policy.closeShare
    let others = best.dropFirst().filter { (points[$0] ?? 0) >= bar }
    guard others.count >= policy.closeCandidates else { return first }
    let lines = others.map { ancestors(of: $0, tree) }
    var node = first
    while let parent = tree.parent(node), parent != ArticleTree.top {
      if lines.count(where: { $0.contains(parent) }) >= policy.closeCandidates { return parent }
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
    let bar = last / policy.parentDivisor
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

  /// Notes the best elements and the one that was chosen, for those who ask why.
  func noteDecisions(_ tree: ArticleTree, chosen: Int?) {
    guard let decisions = tree.page.decisions else { return }
    func describe(_ index: Int) -> String {
      let element = tree[index].source.map { tree.page.label(of: $0) } ?? "stray text"
      return "\(element): \(Self.tenths(points[index] ?? 0)) points"
    }
    for index in best {
      decisions.note("article", "kept-candidates", describe(index), isMet: index == chosen)
    }
    if let chosen, !best.contains(chosen) {
      decisions.note(
        "article",
        "close-candidates",
        "around the best: \(describe(chosen))",
        isMet: true
      )
    }
    if chosen == nil {
      decisions.note("article", "kept-candidates", "no element: the whole page", isMet: true)
    }
  }

  /// Points as decisions show them.
  static func tenths(_ points: Double) -> Double { (points * 10).rounded() / 10 }

  private func firstPoints(_ node: ArticleTree.Node) -> Double {
    let names = weighsNames ? policy.namePoints * node.hints.balance : 0
    let kind =
      switch node.tag {
      case .div: policy.boxPoints
      case .pre, .td, .blockquote: policy.quotationPoints
      case .address, .ol, .ul, .dl, .dd, .dt, .li, .form: policy.listPoints
      case .h1, .h2, .h3, .h4, .h5, .h6, .th: policy.headingPoints
      default: 0
      }
    return Double(names + kind)
  }
}
