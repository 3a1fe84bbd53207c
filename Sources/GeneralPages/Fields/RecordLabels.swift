import DocumentParsing
import HTMLParsing
import PageModel

/// Finds buttons and labels: short texts that most records have word for word.
struct RecordLabels {
  /// Whether each place of the page is such an element.
  private var labels: [Bool]
  private let outline: PageOutline

  init(_ elements: RecordElements) {
    outline = elements.survey.outline
    labels = [Bool](repeating: false, count: outline.nodes.count)
    let policy = outline.page.policies[FieldPolicy.self]
    let texts = elements.evidence.texts
    let weights = elements.evidence.weights
    var counts = [Count](repeating: Count(), count: texts.count)
    var patterns = [Count](repeating: Count(), count: texts.patternCount)
    var found: [(place: Int, text: Int)] = []
    for index in 0..<elements.count {
      for place in elements.own[index] {
        guard let text = texts[place] else { continue }
        let range = outline.range(place)
        guard outline.textLength(range) <= policy.longestLabel, range.count <= policy.labelNodes,
          !weights.isSure(place)
        else { continue }
        found.append((place, text))
        counts[text].count(index)
        if let pattern = texts.pattern(text) { patterns[pattern].count(index) }
      }
    }
    markActions(elements, policy)
    for (place, text) in found where !labels[place] {
      let isCount =
        texts.pattern(text).map { isCommon(patterns[$0], elements, policy) } ?? false
        && elements.survey.dateCount(outline.range(place)) == 0
      labels[place] =
        isCommon(counts[text], elements, policy) || isCount
        || texts.isControl(text) && counts[text].records > 1 && isButton(place)
    }
    for (place, _) in found where labels[place] { markAround(place) }
  }

  /// Marks what stands around a label, as long as it holds nothing but labels and marks between them.
  private mutating func markAround(_ label: Int) {
    var place = outline.parents[label]
    for _ in 0..<Self.aroundLevels {
      let range = outline.range(max(0, place))
      guard place > 0, !labels[place], range.count <= Self.aroundNodes else { return }
      var next = place + 1
      while next < range.upperBound {
        if labels[next] {
          next = outline.ends[next]
          continue
        }
        if outline.tag(next) == .img { return }
        let isText = !outline.isElement(next)
        if isText,
          outline.page.text(outline.nodes[next]).contains(where: { $0.isLetter || $0.isNumber })
        {
          return
        }
        next += 1
      }
      labels[place] = true
      place = outline.parents[place]
    }
  }

  /// How far around a label is looked, and how many nodes a line of labels has.
  private static let (aroundLevels, aroundNodes) = (3, 40)

  /// Marks the boxes of buttons that most records have at the end, whatever they count.
  private mutating func markActions(_ elements: RecordElements, _ policy: FieldPolicy) {
    var tallies = KindTallies(kinds: outline.kindCount)
    var found: [Int] = []
    for index in 0..<elements.count {
      for place in elements.own[index]
      where outline.hints[place].contains(.action)
        && !outline.hints[place].intersects(.body.union(.author).union(.date).union(.title))
      {
        tallies.count(Int(outline.kinds[place]), in: index) { _ in }
        found.append(place)
      }
    }
    for place in found {
      guard let tally = tallies[Int(outline.kinds[place])] else { continue }
      labels[place] =
        tally.records >= policy.leastLabelled
        && tally.records * 100 > elements.count * policy.labelPercent
    }
  }

  /// In how many records a text stands, and in which it was seen last.
  private struct Count {
    var records = 0
    private var last = -1

    mutating func count(_ record: Int) {
      if last != record { records += 1 }
      last = record
    }
  }

  private func isCommon(
    _ count: Count,
    _ elements: RecordElements,
    _ policy: FieldPolicy
  ) -> Bool {
    count.records >= policy.leastLabelled
      && count.records * 100 > elements.count * policy.labelPercent
  }

  /// Whether an element is a link, or called what is done with it.
  private func isButton(_ place: Int) -> Bool {
    outline.tag(place) == .a || outline.tag(place) == .button
      || outline.hints[place].intersects(.comment.union(.accessory))
  }

  /// The elements as nodes of the page.
  var nodes: Set<HTMLNodeID> {
    Set(labels.indices.lazy.filter { labels[$0] }.map { outline.nodes[$0] })
  }

  /// Whether an element is a button or a label.
  func contains(_ place: Int) -> Bool { labels[place] }
}
