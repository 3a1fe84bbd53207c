import DocumentParsing
import HTMLParsing
import PageModel

/// Finds buttons and labels: short texts that most records have word for word.
struct RecordLabels {
  /// The elements.
  private(set) var nodes: Set<HTMLNodeID> = []

  init(_ elements: RecordElements) {
    let outline = elements.survey.outline
    let policy = outline.page.policies[FieldPolicy.self]
    let weight = AuthorWeight(outline)
    guard elements.records.count >= policy.leastLabelled else { return }
    var counts: [String: (records: Int, last: Int)] = [:]
    var texts: [(place: Int, text: String)] = []
    for (index, places) in elements.own.enumerated() {
      for place in places {
        let range = outline.range(place)
        guard 1...policy.longestLabel ~= outline.textLength(range),
          range.count <= policy.labelNodes
        else { continue }
        let text = outline.page.text(outline.nodes[place])
        guard !weight.isSure(place) else { continue }
        texts.append((place, text))
        let known = counts[text] ?? (0, -1)
        if known.last != index { counts[text] = (known.records + 1, index) }
      }
    }
    for (place, text) in texts {
      guard let count = counts[text]?.records, count >= policy.leastLabelled,
        count * 100 > elements.records.count * policy.labelPercent
      else { continue }
      nodes.insert(outline.nodes[place])
    }
  }
}
