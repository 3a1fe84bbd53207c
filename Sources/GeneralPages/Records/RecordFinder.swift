import DocumentModel
import HTMLParsing
import PageModel

/// Finds elements of a page that are built alike and hold a date each.
///
/// Every element belongs to several groups: those of each of its classes, of its id without the
/// numbers, of its kind of place. Linear in the page.
struct RecordFinder {
  private let survey: PageSurvey
  private let outline: PageOutline
  private let policy: RecordPolicy
  private var numbers = HashNumbers()
  private var groups: [[Int]] = []
  /// The nearest place around each element that has a name of its own.
  private let bases: [Int]
  /// How many comments headings of the page say there are.
  private let counts: Set<Int>

  init(_ survey: PageSurvey) {
    self.survey = survey
    outline = survey.outline
    policy = survey.policy
    bases = Self.bases(survey.outline)
    counts = HeadingCounts(survey.outline).counts
    for place in outline.nodes.indices where isCandidate(place) { add(place) }
  }

  /// The nearest element around each place that has a class, or an id without numbers; O(places).
  private static func bases(_ outline: PageOutline) -> [Int] {
    let tree = outline.page.tree
    var bases = [Int](repeating: 0, count: outline.nodes.count)
    for place in outline.nodes.indices where outline.parents[place] >= 0 {
      let parent = outline.parents[place]
      let isNamed = tree.attributeRange(of: outline.nodes[parent]).contains { index in
        let attribute = tree.attributes[index]
        guard attribute.name == .class || attribute.name == .id else { return false }
        return tree.withRawValue(of: attribute) { bytes in
          !bytes.isEmpty
            && (attribute.name == .class || !bytes.contains { $0 &- 0x30 < 10 })
        }
      }
      bases[place] = isNamed ? parent : bases[parent]
    }
    return bases
  }

  /// A group, and how promising it is among all groups of the page.
  struct Candidate {
    let group: RecordGroup
    let rank: Double
  }

  /// The most promising groups, the best first.
  func candidates() -> some Sequence<Candidate> {
    var found: [(group: RecordGroup, score: Double)] = []
    for places in groups where mayBeComments(places) {
      var plain = RecordGroup(places, extends: false, in: survey)
      plain.isCounted = places.count > 1 && counts.contains(places.count)
      let pairs = plain.nested == 0 ? PairedRecords(places, in: survey) : nil
      if let pairs {
        let group = RecordGroup(stretches: pairs.stretches, in: survey)
        found.append((group, group.score(policy)))
      }
      let score = plain.score(policy)
      guard score > 0 else { continue }
      guard places.count > 1 || plain.named.own + plain.named.around > 0 else { continue }
      found.append((plain, score))
      if places.count > 1, plain.nested == 0, pairs == nil, sharesParents(places) {
        let long = RecordGroup(places, extends: true, in: survey)
        if Double(long.text) > policy.growth * Double(plain.text) {
          found.append((long, long.score(policy)))
        }
      }
    }
    let best = found.sorted { $0.score > $1.score }.prefix(policy.mostGroups)
    return ranked(Array(best)).prefix(policy.mostCandidates)
  }

  /// Whether elements are worth a look: some hold a date, or all call themselves comments.
  private func mayBeComments(_ places: [Int]) -> Bool {
    if places.contains(where: isDated) || counts.contains(places.count) { return true }
    return places.count > 1
      && places.allSatisfy { place in
        let hints = outline.hints[place]
        return hints.contains(.comment)
          && !hints.intersects(.accessory.union(.author).union(.date).union(.body))
      }
  }

  /// Whether most elements stand beside another: of those that stand alone what they stand in is the
  /// record.
  private func sharesParents(_ places: [Int]) -> Bool {
    let parents = Set(places.lazy.map { outline.parents[$0] }).count
    return Double(parents) <= policy.mostParents * Double(places.count)
  }

  private func isDated(_ place: Int) -> Bool { survey.dateCount(outline.range(place)) > 0 }

  /// Of groups that hold the same dates the one with most text comes first, then the outermost.
  private func ranked(_ groups: [(group: RecordGroup, score: Double)]) -> [Candidate] {
    let candidates = groups.map { group, score in
      let rivals = groups.filter {
        Double($0.group.dated) >= policy.rivalDates * Double(group.dated)
          && overlap($0.group, group)
      }
      let most = rivals.map(\.group.text).max() ?? 1
      let share = Double(group.text) / Double(max(1, most))
      let fullness = policy.leastFullness + (1 - policy.leastFullness) * share
      let nesting = group.nested > 0 ? policy.nestingWeight : 1
      return Candidate(group: group, rank: score * fullness * nesting)
    }
    return candidates.sorted {
      $0.rank != $1.rank ? $0.rank > $1.rank : outer($0.group, $1.group)
    }
  }

  private func overlap(_ left: RecordGroup, _ right: RecordGroup) -> Bool {
    guard let first = left.records.first, let last = left.records.last,
      let other = right.records.first, let end = right.records.last
    else { return false }
    return first.place < end.range.upperBound && other.place < last.range.upperBound
  }

  private func outer(_ left: RecordGroup, _ right: RecordGroup) -> Bool {
    (left.records.first?.place ?? 0) < (right.records.first?.place ?? 0)
  }

  /// Whether an element may be a comment or begin one.
  private func isCandidate(_ place: Int) -> Bool {
    guard outline.isElement(place) else { return false }
    switch outline.tag(place) {
    case .tr: return !isRowOfHeadings(place)
    case .a, .b, .i, .em, .strong, .img, .br, .time, .abbr, .input, .small, .cite, .code, .label,
      .form, .html, .body, .font, .tbody, .u, .hr, .th:
      return false
    default:
      return outline.textLength(outline.range(place)) > 0
    }
  }

  /// Whether a row of a table has no cells but headings, or no text.
  private func isRowOfHeadings(_ place: Int) -> Bool {
    var next = place + 1
    while next < outline.ends[place] {
      if outline.tag(next) == .td { return outline.textLength(outline.range(place)) == 0 }
      next = outline.ends[next]
    }
    return true
  }

  private mutating func add(_ place: Int) {
    let node = outline.nodes[place]
    let page = outline.page
    let seed = PageOutline.seed(page.tree[node])
    var isNamed = false
    for index in page.tree.attributeRange(of: node) {
      let attribute = page.tree.attributes[index]
      switch attribute.name {
      case .class:
        page.forEachWord(of: node) { word in
          add(place, PageOutline.masked(word, FNVHash.mix(seed, 1)))
          if Self.isStyle(word) { add(place, word.reduce(FNVHash.mix(seed, 7), FNVHash.mix)) }
          isNamed = true
        }
      case .id:
        page.tree.withRawValue(of: attribute) { bytes in
          guard bytes.contains(where: { 0x30...0x39 ~= $0 }) else { return }
          add(place, PageOutline.masked(bytes, FNVHash.mix(seed, 2)))
        }
      case .itemtype, .typeof, .role:
        page.tree.withRawValue(of: attribute) { bytes in
          add(place, PageOutline.masked(bytes, FNVHash.mix(seed, 3)))
        }
      default: break
      }
    }
    let parent = outline.parents[place]
    guard parent >= 0 else { return }
    if !isNamed {
      add(place, FNVHash.mix(outline.keys[place], 4))
      switch outline.tag(place) {
      case .article, .blockquote, .dd, .details, .fieldset, .li, .section, .other:
        // Lists without names that stand inside each other.
        var key = seed
        for shift in stride(from: 0, to: 32, by: 8) {
          key = FNVHash.mix(key, UInt8(truncatingIfNeeded: bases[place] >> shift))
        }
        add(place, FNVHash.mix(key, 6))
      default: break
      }
    }
    add(place, FNVHash.mix(outline.keys[parent] &* 31 &+ seed, 5))
  }

  /// Whether a class is a style whose number tells it from others: `my-4`, not `my-2`.
  private static func isStyle(_ word: UnsafeRawBufferPointer) -> Bool {
    guard 3...6 ~= word.count, let mark = word.firstIndex(of: 0x2D), 1...3 ~= mark else {
      return false
    }
    let number = word[(mark + 1)...]
    return 1...2 ~= number.count && number.allSatisfy { $0 &- 0x30 < 10 }
  }

  private mutating func add(_ place: Int, _ key: UInt64) {
    let number = numbers.number(key)
    if number == groups.count { groups.append([]) }
    if groups[number].last != place { groups[number].append(place) }
  }
}
