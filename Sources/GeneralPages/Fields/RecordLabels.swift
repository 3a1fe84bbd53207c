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
    guard elements.count >= policy.leastLabelled else { return }
    let texts = elements.evidence.texts
    let weights = elements.evidence.weights
    var counts = [(records: Int32, last: Int32)](repeating: (0, -1), count: texts.count)
    var found: [(place: Int, text: Int)] = []
    for index in 0..<elements.count {
      for place in elements.own[index] {
        guard let text = texts[place] else { continue }
        let range = outline.range(place)
        guard outline.textLength(range) <= policy.longestLabel, range.count <= policy.labelNodes,
          !weights.isSure(place)
        else { continue }
        found.append((place, text))
        if counts[text].last != index {
          counts[text] = (counts[text].records + 1, Int32(index))
        }
      }
    }
    for (place, text) in found {
      let count = Int(counts[text].records)
      labels[place] =
        count >= policy.leastLabelled && count * 100 > elements.count * policy.labelPercent
    }
  }

  /// The elements as nodes of the page.
  var nodes: Set<HTMLNodeID> {
    Set(labels.indices.lazy.filter { labels[$0] }.map { outline.nodes[$0] })
  }

  /// Whether an element is a button or a label.
  func contains(_ place: Int) -> Bool { labels[place] }
}
