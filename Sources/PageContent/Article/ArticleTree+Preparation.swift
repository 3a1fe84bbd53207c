import DocumentParsing
import HTMLParsing
import PageModel

/// Prepares the copy for scoring: removes certain boilerplate, puts loose text into paragraphs.
extension ArticleTree {
  /// What to remove before scoring.
  struct Preparation {
    /// Whether to remove elements that are named like boilerplate.
    var stripsUnlikely = true
    /// The page's title; the heading that repeats it is removed.
    var title: WordSet
    /// Whether to remove the element that names the author.
    var takesByline: Bool
  }

  /// Removes boilerplate; returns the elements to score, and the byline if it was removed.
  ///
  /// `known` are the sums of the tree as it is.
  mutating func prepare(
    _ preparation: Preparation,
    known: [ContentStats]
  ) -> (toScore: [Int], byline: BylineText?) {
    var toScore: [Int] = []
    var (byline, keepsTitle): (BylineText?, Bool) = (nil, false)
    var next = first(ArticleTree.top)
    while let index = next {
      if nodes[index].isText {
        next = node(after: index)
        continue
      }
      let own = index < known.count ? known[index] : ContentStats()
      var drops = preparation.stripsUnlikely && isUnlikely(index) || isEmpty(index, own)
      if preparation.takesByline, byline == nil, let line = self.byline(index, own) {
        (byline, drops) = (line, true)
      } else if !keepsTitle, repeatsTitle(index, preparation.title) {
        (keepsTitle, drops) = (true, true)
      }
      if drops {
        next = node(after: index, skippingChildren: true)
        remove(index)
        continue
      }
      if Self.isScored(nodes[index].tag) { toScore.append(index) }
      var last = index
      if nodes[index].tag == .div {
        last = wrapText(in: index, own)
        if nodes[last].tag == .p { toScore.append(last) }
      }
      next = node(after: last)
    }
    return (toScore, byline)
  }

  /// What the element says if it is marked as the byline.
  private func byline(_ index: Int, _ own: ContentStats) -> BylineText? {
    guard own.text.hasText, own.text.count < policy.longestByline, let source = nodes[index].source
    else {
      return nil
    }
    let tree = page.tree
    let isByline =
      nodes[index].hints.contains(.byline) && !nodes[index].hints.contains(.unlikely)
      || has("author", in: .rel, of: source)
      || tree.attribute(.itemprop, of: source)?.has("author") == true
    guard isByline else { return nil }
    let name = page.first(in: source) {
      tree.attribute(.itemprop, of: $0)?.has("name") == true
    }
    let line = BylineText(name ?? source, on: page, policy: page.policies[MetadataPolicy.self])
    // What begins with a number that is no date counts something.
    let isCount = line.date == .none && page.text(name ?? source).first?.isNumber == true
    return isCount || line.name.isEmpty && line.date == .none ? nil : line
  }

  /// Whether an attribute of an element is a word and nothing else.
  private func has(_ word: StaticString, in name: HTMLName, of node: HTMLNodeID) -> Bool {
    guard let index = page.tree.attributeIndex(name, of: node) else { return false }
    return page.tree.withValue(of: page.tree.attributes[index]) { $0.equal($0.indices, word) }
  }

  private func repeatsTitle(_ index: Int, _ title: WordSet) -> Bool {
    guard nodes[index].tag == .h1 || nodes[index].tag == .h2, !title.isEmpty else { return false }
    return title.covers(text(index), exceptFor: policy.newTitleWords)
  }

  private func isUnlikely(_ index: Int) -> Bool {
    let hints = nodes[index].hints
    if hints.contains(.unlikely), !hints.contains(.possible), nodes[index].tag != .a,
      !near(index, where: { $0.tag == .table || $0.tag == .code })
    {
      return true
    }
    guard let role = nodes[index].source.flatMap({ page.tree.attribute(.role, of: $0) }) else {
      return false
    }
    switch role {
    case "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog":
      return true
    default:
      return false
    }
  }

  /// Whether a box or a heading is empty, or contains only line breaks and rules.
  private func isEmpty(_ index: Int, _ own: ContentStats) -> Bool {
    switch nodes[index].tag {
    case .div, .section, .header, .h1, .h2, .h3, .h4, .h5, .h6: break
    default: return false
    }
    guard nodes[index].source != nil, !own.text.hasText else { return false }
    return elements(in: index).count == Int(own.breaks)
  }

  /// Puts the loose text of a box into paragraphs; returns the element that replaces the box.
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

  /// Makes a paragraph of a run of siblings, without white space at its ends.
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
