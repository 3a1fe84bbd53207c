import DocumentParsing
import HTMLParsing
import PageModel

/// Getting the copy ready for scores: what is surely boilerplate goes, stray text gets paragraphs.
extension ArticleTree {
  /// What is to be taken away before anything is scored.
  struct Preparation {
    /// Whether elements go that are named like boilerplate.
    var stripsUnlikely = true
    /// The page's title: a heading that repeats it goes.
    var title: WordSet
    /// Whether the element that names the author goes.
    var takesByline: Bool
  }

  /// Takes away boilerplate; returns the elements to score and the name of the author, if taken.
  mutating func prepare(_ preparation: Preparation) -> (toScore: [Int], byline: String?) {
    let known = stats(from: ArticleTree.top).all
    var toScore: [Int] = []
    var (byline, keepsTitle): (String?, Bool) = (nil, false)
    var next = first(ArticleTree.top)
    while let index = next {
      if nodes[index].isText {
        next = node(after: index)
        continue
      }
      let own = index < known.count ? known[index] : ContentStats()
      if preparation.takesByline, byline == nil, let name = self.byline(index, own) {
        byline = name
        next = dropAndGoOn(index)
        continue
      }
      if !keepsTitle, repeatsTitle(index, preparation.title) {
        keepsTitle = true
        next = dropAndGoOn(index)
        continue
      }
      if preparation.stripsUnlikely && isUnlikely(index) || isEmpty(index, own) {
        next = dropAndGoOn(index)
        continue
      }
      if Self.isScored(nodes[index].tag) { toScore.append(index) }
      if nodes[index].tag == .div {
        let paragraph = wrapText(in: index, own)
        if nodes[paragraph].tag == .p { toScore.append(paragraph) }
        next = node(after: paragraph)
      } else {
        next = node(after: index)
      }
    }
    return (toScore, byline)
  }

  private mutating func dropAndGoOn(_ index: Int) -> Int? {
    let next = node(after: index, skippingChildren: true)
    remove(index)
    return next
  }

  /// The author's name if an element is there to tell it.
  private func byline(_ index: Int, _ own: ContentStats) -> String? {
    guard own.text.hasText, own.text.count < policy.longestByline, let source = nodes[index].source
    else {
      return nil
    }
    let tree = page.tree
    let isByline =
      nodes[index].hints.contains(.byline) && !nodes[index].hints.contains(.unlikely)
      || tree.attribute(.rel, of: source) == "author"
      || tree.attribute(.itemprop, of: source)?.has("author") == true
    guard isByline else { return nil }
    let name = page.first(in: source) {
      tree.attribute(.itemprop, of: $0)?.has("name") == true
    }
    let text = page.text(name ?? source)
    return text.first?.isNumber == true ? nil : text
  }

  private func repeatsTitle(_ index: Int, _ title: WordSet) -> Bool {
    guard nodes[index].tag == .h1 || nodes[index].tag == .h2, !title.isEmpty else { return false }
    return title.covers(text(index), exceptFor: policy.newTitleWords)
  }

  private func isUnlikely(_ index: Int) -> Bool {
    let node = nodes[index]
    if node.hints.contains(.unlikely), !node.hints.contains(.maybe), node.tag != .a,
      !near(index, where: { $0.tag == .table || $0.tag == .code })
    {
      return true
    }
    guard let role = node.source.flatMap({ page.tree.attribute(.role, of: $0) }) else {
      return false
    }
    switch role {
    case "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog":
      return true
    default:
      return false
    }
  }

  /// Whether a box or a heading holds nothing, or nothing but breaks and rules.
  private func isEmpty(_ index: Int, _ own: ContentStats) -> Bool {
    switch nodes[index].tag {
    case .div, .section, .header, .h1, .h2, .h3, .h4, .h5, .h6: break
    default: return false
    }
    guard nodes[index].source != nil, !own.text.hasText else { return false }
    return elements(in: index).count == Int(own.breaks)
  }

  /// Gives the stray text of a box paragraphs; returns the element that stands there now.
  private mutating func wrapText(in index: Int, _ own: ContentStats) -> Int {
    var wraps = false
    var next = first(index)
    while let node = next {
      guard nodes[node].isPhrasing else {
        next = self.next(node)
        continue
      }
      var run: [Int] = []
      var follower: Int? = node
      while let part = follower, nodes[part].isPhrasing {
        run.append(part)
        follower = self.next(part)
      }
      next = follower
      wraps = wrap(run, in: index) || wraps
    }
    let inside = elements(in: index)
    if inside.count == 1, let only = inside.first, nodes[only].tag == .p,
      !hasOwnText(index), own.linkDensity < policy.singleParagraphLinks
    {
      replace(index, with: only)
      return only
    }
    if !wraps, !own.hasBlock { self[index].tag = .p }
    return index
  }

  private func hasOwnText(_ index: Int) -> Bool {
    var next = first(index)
    while let node = next {
      if nodes[node].isText && nodes[node].text.hasText { return true }
      next = self.next(node)
    }
    return false
  }

  /// Makes a paragraph of a run of neighbours, white space at its ends left out.
  private mutating func wrap(_ run: [Int], in index: Int) -> Bool {
    guard let first = run.firstIndex(where: { !isBlank($0) }),
      let last = run.lastIndex(where: { !isBlank($0) })
    else {
      run.forEach { remove($0) }
      return false
    }
    let paragraph = add(Node(source: nil, tag: .p))
    insert(paragraph, into: index, before: run[0])
    for (place, node) in run.enumerated() {
      remove(node)
      if first...last ~= place { append(node, to: paragraph) }
    }
    return true
  }

  private static func isScored(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .section, .h2, .h3, .h4, .h5, .h6, .p, .td, .pre: true
    default: false
    }
  }
}
