import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Finds the article of a page whose mark-up does not say where it is.
///
/// The method of Mozilla's Readability (Apache License 2.0), on sums kept for every element: the
/// element with most prose wins, its neighbours join it, boilerplate is removed. If little is left
/// it tries again less strictly. O(size of the page).
struct ArticleFinder {
  private let page: HTMLPage
  private let metadata: PageMetadata
  private let thread: PageThread
  private let policy: ArticlePolicy

  /// How strict one attempt is.
  private struct Strictness {
    var stripsUnlikely = true
    var weighsNames = true
    var isWary = true
    /// How decisions describe it.
    let name: String

    /// The attempts in their order.
    static let attempts = [
      Strictness(name: "strictly"),
      Strictness(stripsUnlikely: false, name: "with elements named like boilerplate"),
      Strictness(stripsUnlikely: false, weighsNames: false, name: "whatever elements are named"),
      Strictness(
        stripsUnlikely: false,
        weighsNames: false,
        isWary: false,
        name: "with forms, tables and lists of links"
      ),
    ]
  }

  /// What one attempt found.
  private struct Attempt {
    var tree: ArticleTree
    /// The elements that make up the article.
    var chosen: [Int]
    var length: Int32
    var byline: BylineText?
  }

  /// A finder that leaves out the discussion.
  init(_ page: HTMLPage, metadata: PageMetadata, thread: PageThread) {
    self.page = page
    self.metadata = metadata
    self.thread = thread
    policy = page.policies[ArticlePolicy.self]
  }

  /// The article.
  func find() -> PageArticle {
    guard let body = page.tree.first(.body) else { return PageArticle() }
    let marked = MarkedContent(page, policy)
    let stated = marked.stated.map { find(in: $0) } ?? PageArticle()
    let comments = Set(thread.comments.lazy.map(\.element))
    let isStated = !stated.content.isEmpty
    let found = isStated ? stated : marked.endingBefore(comments, find(in: body))
    var article = isStated ? found : marked.narrowed(found)
    if let line = ArticleByline(of: found, on: page, policy: policy) {
      article.leftOut.insert(line.node)
      page.decisions?.note(
        "article",
        "longest-byline",
        "names author and date: \(page.label(of: line.node))",
        isMet: true
      )
      if metadata.author.isEmpty { article.author = article.author ?? line.author }
      if metadata.date == nil, article.date == .none { article.date = line.date }
    } else if let line = ArticleByline.line(
      naming: metadata.author,
      in: article,
      on: page,
      policy: policy
    ) {
      article.leftOut.insert(line)
    }
    article.content += ArticleNotes(of: article, on: page, thread: thread).boxes
    return article
  }

  private func find(in body: HTMLNodeID) -> PageArticle {
    let discussion = thread.nodes
    var tree = ArticleTree(page, body: body) {
      discussion.contains($0) || page.isDiscussion($0)
    }
    tree.markPhrasing()
    tree.splitAtBreaks()
    let known = tree.stats(from: ArticleTree.top)
    var best: Attempt?
    for strictness in Strictness.attempts {
      let attempt = self.attempt(tree, known, strictness)
      if attempt.length > best?.length ?? 0 || best == nil { best = attempt }
      let isEnough = attempt.length >= policy.enoughText
      page.decisions?.note(
        "article",
        "enough-text",
        "\(attempt.length) characters found \(strictness.name)",
        isMet: isEnough
      )
      if isEnough {
        best = attempt
        break
      }
    }
    var article = best.map { self.article($0, body) } ?? PageArticle()
    article.isCut = tree.isCut
    return article
  }

  /// Tries to find the article in a copy of a tree, whose sums are `known`.
  private func attempt(
    _ original: ArticleTree,
    _ known: [ContentStats],
    _ strictness: Strictness
  ) -> Attempt {
    var tree = original
    let preparation = ArticleTree.Preparation(
      stripsUnlikely: strictness.stripsUnlikely,
      title: WordSet(metadata.title),
      takesByline: metadata.isAuthorShown
    )
    let (toScore, byline) = tree.prepare(preparation, known: known)
    let stats = tree.stats(from: ArticleTree.top)
    var scores = ArticleScores(
      tree,
      scoring: toScore,
      stats: stats,
      weighsNames: strictness.weighsNames
    )
    let chosen = choose(from: &tree, by: &scores, stats: stats)
    let holder = tree.add(ArticleTree.Node(source: nil, tag: .div))
    for index in chosen {
      tree.remove(index)
      tree.append(index, to: holder)
    }
    let length = tree.clean(
      holder,
      weighsNames: strictness.weighsNames,
      isWary: strictness.isWary
    )
    return Attempt(tree: tree, chosen: [holder], length: length, byline: byline)
  }

  /// The best element and the siblings that belong to it.
  private func choose(
    from tree: inout ArticleTree,
    by scores: inout ArticleScores,
    stats: [ContentStats]
  ) -> [Int] {
    let found = scores.top(tree)
    scores.noteDecisions(tree, chosen: found)
    guard let top = found, let parent = tree.parent(top) else {
      let all = tree.add(ArticleTree.Node(source: nil, tag: .div))
      while let child = tree.first(ArticleTree.top) {
        tree.remove(child)
        tree.append(child, to: all)
      }
      return [all]
    }
    let siblings = ArticleSiblings(of: top, in: tree, points: scores.points, stats: stats)
    let chosen = tree.elements(in: parent).filter { siblings.joins($0) }
    for index in chosen {
      switch tree[index].tag {
      case .div, .article, .section, .p, .ol, .ul: break
      default: tree[index].tag = .div
      }
    }
    return chosen
  }

  /// The article as nodes of the page: the element that contains it, and what to leave out of that.
  private func article(_ attempt: Attempt, _ body: HTMLNodeID) -> PageArticle {
    var article = PageArticle()
    if let byline = attempt.byline {
      article.author = metadata.author.isEmpty && !byline.name.isEmpty ? byline.name : nil
      if metadata.date == nil { article.date = byline.date }
    }
    var kept = [Bool](repeating: false, count: page.tree.nodes.count)
    for holder in attempt.chosen {
      for number in attempt.tree.order(from: holder) {
        guard let source = attempt.tree[Int(number)].source else { continue }
        var node: HTMLNodeID? = source
        while let next = node, next != body, !kept[next.index] {
          kept[next.index] = true
          node = page.tree[next].parent
        }
      }
    }
    guard kept.contains(true) else { return article }
    let top = commonTop(of: kept, body)
    article.content = [top]
    var next: HTMLNodeID? = page.tree.node(after: top, in: top)
    while let node = next {
      let isKept = kept[node.index] || isBreak(node)
      if !isKept { article.leftOut.insert(node) }
      next = page.tree.node(after: node, in: top, skippingChildren: !isKept)
    }
    return article
  }

  /// The innermost element that contains everything that was kept.
  private func commonTop(of kept: [Bool], _ body: HTMLNodeID) -> HTMLNodeID {
    var top = body
    while true {
      let inside = page.tree.children(of: top).filter { kept[$0.index] }
      guard inside.count == 1, let only = inside.first, page.tree[only].kind == .element else {
        return top
      }
      top = only
    }
  }

  /// Whether a node separates lines or words: these stay even if the copy lost them.
  private func isBreak(_ node: HTMLNodeID) -> Bool {
    if page.tree[node].tag == .br { return true }
    guard page.tree[node].kind == .text else { return false }
    return page.tree.withRawText(of: node) { $0.allSatisfy { $0 <= 0x20 } }
  }
}
