import DocumentParsing
import HTMLParsing
import PageModel

/// What the words of a page say of records that nothing in the mark-up calls comments.
struct DiscussionSigns {
  private let group: RecordGroup
  private let outline: PageOutline
  private let policy: VerdictPolicy

  init(_ thread: RecordThread) {
    group = thread.group
    outline = thread.survey.outline
    policy = thread.policy
  }

  /// How many texts above the records are looked at: where records are what follows an element, the
  /// text above may be a part of the first.
  private var textsAbove: Int { group.extends ? 1 : policy.textsAbove }

  /// The heading directly above the first record, if it says that a discussion follows.
  var heading: String? {
    guard let first = group.records.first?.place else { return nil }
    var (place, seen) = (first - 1, 0)
    while place > 0, seen < textsAbove {
      defer { place -= 1 }
      guard !outline.isElement(place), outline.textLength(outline.range(place)) > 0 else {
        continue
      }
      seen += 1
      let block = block(around: place, before: first)
      let length = outline.textLength(outline.range(block))
      guard length <= policy.longestHeading else { return nil }
      guard isHeading(block) else { continue }
      let text = outline.page.text(outline.nodes[block])
      if DiscussionWords.isHeading(text) { return text }
      return nil
    }
    return nil
  }

  /// The widest element around a text that holds nothing else and ends before a place.
  private func block(around text: Int, before end: Int) -> Int {
    var block = text
    while outline.parents[block] > 0 {
      let parent = outline.parents[block]
      guard outline.ends[parent] <= end,
        outline.textLength(outline.range(parent)) <= policy.longestHeading,
        !isHeading(block)
      else { break }
      block = parent
    }
    return block
  }

  private func isHeading(_ place: Int) -> Bool {
    switch outline.tag(place) {
    case .h1, .h2, .h3, .h4, .h5, .h6, .legend, .caption: true
    default: false
    }
  }

  /// Whether an element holds a button to answer, which is no part of the outline.
  private func hasButton(_ node: HTMLNodeID) -> Bool {
    let page = outline.page
    return page.tree.descendants(of: node).contains { inside in
      guard page.tree[inside].tag == .button else { return false }
      let text = page.text(inside)
      return text.utf8.count <= policy.longestLabel && DiscussionWords.isAnswer(text)
    }
  }

  /// The share of the records with a button to answer them; 0 where it cannot be told whose it is.
  var answerShare: Double {
    if group.extends { return 0 }
    let count = group.records.count { record in
      record.range.contains { place in
        outline.isElement(place)
          && 1...policy.longestLabel ~= outline.textLength(outline.range(place))
          && outline.range(place).count <= 3
          && DiscussionWords.isAnswer(outline.page.text(outline.nodes[place]))
      } || hasButton(outline.nodes[record.place])
    }
    return Double(count) / Double(group.records.count)
  }
}
