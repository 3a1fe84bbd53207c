import DocumentParsing
import HTMLParsing
import PageModel

/// Removes boilerplate from what was chosen as the article.
extension ArticleTree {
  /// Removes elements inside `top` that are not part of an article.
  ///
  /// Returns the length of the text that is left. A fixed number of passes: O(size).
  mutating func clean(_ top: Int, weighsNames: Bool, isWary: Bool) -> Int32 {
    markData(in: top)
    let cleaner = ConditionalCleaner(policy: policy, weighsNames: weighsNames)
    var sums = stats(from: top)
    if isWary {
      removeConditionally(.form, in: top, cleaner, &sums)
      removeConditionally(.fieldset, in: top, cleaner, &sums)
    }
    if removeBoilerplate(in: top, cleaner, sums) { _ = sum(from: top, into: &sums) }
    if isWary {
      removeConditionally(.table, in: top, cleaner, &sums)
      removeConditionally(.ul, in: top, cleaner, &sums)
      removeConditionally(.div, in: top, cleaner, &sums)
    }
    return sums[top].text.count
  }

  /// Removes the elements of one kind that the conditional cleaner objects to.
  ///
  /// `sums` are those of the tree, before and after.
  private mutating func removeConditionally(
    _ tag: HTMLTag,
    in top: Int,
    _ cleaner: ConditionalCleaner,
    _ sums: inout [ContentStats]
  ) {
    guard nodes.contains(where: { $0.tag == tag }) else { return }
    // As long as nothing is removed the sums are what they are.
    let isChanged = order(from: top).dropFirst().contains { number in
      let index = Int(number)
      return nodes[index].tag == tag && cleaner.objection(to: index, sums[index], in: self) != nil
    }
    guard isChanged else { return }
    let removed = sum(from: top, into: &sums) { index, stats in
      guard nodes[index].tag == tag,
        let objection = cleaner.objection(to: index, stats, in: self)
      else { return false }
      note(objection, to: index, stats)
      return true
    }
    for index in removed { remove(index) }
  }

  /// Removes elements that are boilerplate by their kind, their names or their links to tags;
  /// returns whether there are any.
  private mutating func removeBoilerplate(
    in top: Int,
    _ cleaner: ConditionalCleaner,
    _ known: [ContentStats]
  ) -> Bool {
    var isChanged = false
    var next = first(top)
    while let index = next {
      var objection: StaticString?
      if !nodes[index].isText {
        objection = self.objection(toKind: nodes[index], cleaner)
        if objection == nil, parent(index) != top {
          objection = self.objection(toNames: index, known[index])
        }
      }
      next = node(after: index, in: top, skippingChildren: objection != nil)
      guard let objection else { continue }
      note(objection, to: index, known[index])
      remove(index)
      isChanged = true
    }
    return isChanged
  }

  /// The rule against an element that is never part of an article.
  private func objection(toKind node: Node, _ cleaner: ConditionalCleaner) -> StaticString? {
    switch node.tag {
    case .footer, .link, .aside, .input, .textarea, .select, .button:
      "kind"
    case .object, .embed, .iframe:
      node.source.map { EmbedContent.isShown($0, page) } ?? false ? nil : "kind"
    case .h1, .h2:
      cleaner.balance(node) < 0 ? "name-points" : nil
    default:
      nil
    }
  }

  /// The rule against an element that is named like boilerplate, or lists the article's tags.
  private func objection(toNames index: Int, _ stats: ContentStats) -> StaticString? {
    let length = Int(stats.text.count)
    let hints = nodes[index].hints
    if hints.contains(.share), length < policy.longestShareBox { return "longest-share-box" }
    switch nodes[index].tag {
    case .div, .section, .p, .ul, .ol, .dl, .span, .header: break
    default: return nil
    }
    guard let source = nodes[index].source, length < policy.longestNamedBox else { return nil }
    if hints.contains(.boilerplate), !page.has("hentry", source) { return "longest-named-box" }
    let isTagList =
      nodes[index].tag != .span && stats.linkDensity > policy.tagLinks
      && length < policy.longestTagList && TagList(page, policy).isList(source)
    return isTagList ? "tag-links" : nil
  }

  /// Records why an element is left out.
  private func note(_ objection: StaticString, to index: Int, _ stats: ContentStats) {
    guard let decisions = page.decisions, let source = nodes[index].source else { return }
    let percent = Int((stats.linkDensity * 100).rounded())
    decisions.note(
      "article",
      "\(objection)",
      "left out: \(page.label(of: source)), \(stats.text.count) characters, \(percent) % in links",
      isMet: false
    )
  }
}
