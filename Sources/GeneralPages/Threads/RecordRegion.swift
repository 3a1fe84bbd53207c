import DocumentParsing
import HTMLParsing
import PageModel

/// The elements around a thread that are no part of the article.
struct RecordRegion {
  /// The elements.
  let nodes: [HTMLNodeID]

  /// The smallest element around all records, wider as long as its name speaks of comments; where
  /// it holds the article too, what in it leads to the records.
  init(_ group: RecordGroup, _ outline: PageOutline) {
    guard let first = group.records.first, let last = group.records.last else {
      nodes = []
      return
    }
    let end = group.records.reduce(last.range.upperBound) { max($0, $1.range.upperBound) }
    var place = first.place
    while place > 0, outline.ends[place] < end { place = outline.parents[place] }
    let inside = group.records.reduce(0) { sum, record in
      record.container == nil ? sum + outline.textLength(record.range) : sum
    }
    let surplus = outline.textLength(outline.range(place)) - inside
    let policy = outline.page.policies[RegionPolicy.self]
    let most = Double(policy.looseText) + policy.looseShare * Double(inside)
    if place <= 0 || Double(surplus) > most
      || Self.holdsArticle(place, before: first.place, outline)
    {
      nodes = Self.children(of: max(0, place), group, outline)
      return
    }
    while outline.parents[place] > 0 {
      let parent = outline.parents[place]
      let more =
        outline.textLength(outline.range(parent)) - outline.textLength(outline.range(place))
      let isNamed = outline.hints[parent].contains(.comment)
      guard more <= (isNamed ? policy.headText + inside : 0) else { break }
      place = parent
    }
    nodes = [outline.nodes[place]]
  }

  /// Whether an element holds an `article` with text before the first record.
  private static func holdsArticle(_ place: Int, before end: Int, _ outline: PageOutline) -> Bool {
    (place + 1..<max(place + 1, end)).contains { inside in
      outline.tag(inside) == .article && outline.ends[inside] <= end
        && outline.textLength(outline.range(inside)) > 0
    }
  }

  private static func children(
    of place: Int,
    _ group: RecordGroup,
    _ outline: PageOutline
  ) -> [HTMLNodeID] {
    let policy = outline.page.policies[RegionPolicy.self]
    var nodes: [HTMLNodeID] = []
    var done = 0
    for record in group.records where record.place >= done {
      var child = record.place
      while outline.parents[child] != place, outline.parents[child] > 0 {
        child = outline.parents[child]
      }
      let most = policy.frameFactor * outline.textLength(record.range) + policy.looseText
      let isOwn = outline.textLength(outline.range(child)) <= most
      var next = isOwn ? child : record.place
      let end = max(record.range.upperBound, isOwn ? outline.ends[child] : 0)
      while next < end {
        nodes.append(outline.nodes[next])
        next = max(next + 1, outline.ends[next])
      }
      done = end
    }
    return nodes
  }
}
