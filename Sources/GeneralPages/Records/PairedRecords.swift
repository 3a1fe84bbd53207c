import DocumentModel
import HTMLParsing
import PageModel

/// Comments that are several elements side by side: a line with name and date, and the text below or
/// above it in elements of its own.
///
/// The lines alone do not tell whether their text follows or went before; what separates the comments
/// does, or what stands before the first line and behind the last.
struct PairedRecords {
  /// The places of each comment.
  let stretches: [Range<Int>]

  /// The comments whose lines are among elements that are built alike; nil if they are none, or if it
  /// cannot be told to which line a text belongs.
  ///
  /// O(elements and what stands between them).
  init?(_ places: [Int], in survey: PageSurvey) {
    let (outline, policy) = (survey.outline, survey.policy)
    guard let parent = Self.parent(of: places, outline) else { return nil }
    let places = places.filter { outline.parents[$0] == parent }
    let lines = places.filter { place in
      let range = outline.range(place)
      return survey.dateCount(range) > 0 && outline.textLength(range) <= policy.longestLine
    }
    guard lines.count >= policy.leastLines, let start = lines.first, let end = lines.last else {
      return nil
    }
    let among = places.count { start...end ~= $0 }
    let isMixed = among > lines.count
    // What has a class of its own and no date is a comment without one.
    if isMixed, outline.page.tree.hasAttribute(.class, of: outline.nodes[start]) { return nil }
    guard Double(lines.count) >= policy.lineShare * Double(among) else { return nil }
    let siblings = Siblings(outline)
    var gaps: [[Int]] = []
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard let gap = siblings.between(line, next, most: policy.mostBetween) else { return nil }
      gaps.append(gap)
    }
    let filled = gaps.filter { gap in gap.contains { !siblings.isBlank($0) } }
    guard Double(filled.count) >= policy.betweenShare * Double(gaps.count) else { return nil }
    let before = siblings.run(before: start, like: gaps)
    let behind = siblings.run(behind: end, like: gaps)
    guard let isAbove = siblings.isAbove(gaps, before: before, behind: behind) else { return nil }
    // Lines of their own kind are found without: each goes on to the next.
    guard isMixed || isAbove else { return nil }
    var stretches: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      let gap =
        isAbove
        ? (index == 0 ? before : gaps[index - 1]) : (index < gaps.count ? gaps[index] : behind)
      let texts = gap.filter { !siblings.isBlank($0) }
      guard let edge = isAbove ? texts.first : texts.last else {
        stretches.append(outline.range(line))
        continue
      }
      stretches.append(isAbove ? edge..<outline.ends[line] : line..<outline.ends[edge])
    }
    self.stretches = stretches
  }

  /// The element that most of the elements stand in, nil if there is none.
  private static func parent(of places: [Int], _ outline: PageOutline) -> Int? {
    var counts: [Int: Int] = [:]
    for place in places { counts[outline.parents[place], default: 0] += 1 }
    return counts.first { $0.key >= 0 && $0.value * 2 > places.count }?.key
  }
}

/// The elements beside each other in one element.
private struct Siblings {
  let outline: PageOutline

  init(_ outline: PageOutline) { self.outline = outline }

  /// What stands between two of them; nil if that is more than so many, or not in elements.
  func between(_ place: Int, _ other: Int, most: Int) -> [Int]? {
    var found: [Int] = []
    var next = outline.ends[place]
    while next < other {
      guard outline.isElement(next), found.count < most else { return nil }
      found.append(next)
      next = outline.ends[next]
    }
    return next == other ? found : nil
  }

  /// Whether an element only separates others.
  func isBlank(_ place: Int) -> Bool { outline.textLength(outline.range(place)) <= 2 }

  private func isHeading(_ place: Int) -> Bool {
    switch outline.tag(place) {
    case .h1, .h2, .h3, .h4, .h5, .h6, .form, .legend, .caption: true
    default: false
    }
  }

  /// The elements behind the last line that may be its text: no more than behind others, of kinds that
  /// stand there.
  func run(behind line: Int, like gaps: [[Int]]) -> [Int] {
    let kinds = Set(gaps.joined().map { outline.kinds[$0] })
    let most = gaps.map(\.count).max() ?? 0
    let end = outline.ends[outline.parents[line]]
    var found: [Int] = []
    var next = outline.ends[line]
    while next < end, found.count < most, outline.isElement(next), !isHeading(next),
      kinds.contains(outline.kinds[next])
    {
      found.append(next)
      next = outline.ends[next]
    }
    return found
  }

  /// The elements before the first line that may be its text, as many as the fewest between lines.
  func run(before line: Int, like gaps: [[Int]]) -> [Int] {
    let kinds = Set(gaps.joined().map { outline.kinds[$0] })
    let (least, most) = (gaps.map(\.count).min() ?? 0, gaps.map(\.count).max() ?? 0)
    var found: [Int] = []
    var place = line
    while found.count < most, let previous = previous(place), !isHeading(previous),
      kinds.contains(outline.kinds[previous])
    {
      found.insert(previous, at: 0)
      place = previous
    }
    // All that is there stands below a heading, or begins the list; else an article goes before it.
    let isBounded = found.count < most || previous(place).map(isHeading) ?? true
    return isBounded ? found : Array(found.suffix(max(1, least)))
  }

  private func previous(_ place: Int) -> Int? {
    let parent = outline.parents[place]
    var last = place - 1
    guard last > parent else { return nil }
    while outline.parents[last] != parent { last = outline.parents[last] }
    return outline.isElement(last) ? last : nil
  }

  /// Whether texts stand above their lines; nil if nothing tells.
  func isAbove(_ gaps: [[Int]], before: [Int], behind: [Int]) -> Bool? {
    // What separates comments stands directly behind the line that ends them, or before the one that
    // begins them.
    let opened = gaps.count { $0.count > 1 && isBlank($0[0]) }
    let closed = gaps.count { $0.count > 1 && isBlank($0[$0.count - 1]) }
    if opened != closed, max(opened, closed) * 2 > gaps.count { return opened > closed }
    let hasBefore = before.contains { !isBlank($0) }
    let hasBehind = behind.contains { !isBlank($0) }
    return hasBefore == hasBehind ? nil : hasBefore
  }
}
