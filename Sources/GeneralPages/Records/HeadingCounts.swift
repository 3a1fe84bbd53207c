import DocumentParsing
import HTMLParsing
import PageModel

/// How many comments the headings of a page say there are: `12 comments`.
struct HeadingCounts {
  /// The numbers.
  private(set) var counts: Set<Int> = []

  /// Reads the headings of an outline; O(places).
  init(_ outline: PageOutline) {
    let policy = outline.page.policies[VerdictPolicy.self]
    for place in outline.nodes.indices {
      switch outline.tag(place) {
      case .h1, .h2, .h3, .h4, .h5, .h6, .legend, .caption: break
      default: continue
      }
      guard outline.textLength(outline.range(place)) <= policy.longestHeading,
        outline.mayHaveDigits(place)
      else { continue }
      let text = outline.page.text(outline.nodes[place])
      if DiscussionWords.isHeading(text) { counts.formUnion(Self.numbers(in: text)) }
    }
  }

  /// The numbers in a heading.
  static func numbers(in heading: String) -> [Int] {
    heading.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
  }
}
