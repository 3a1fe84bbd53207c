import HTMLParsing
import PageModel

/// What the classes of a page's elements say they are, looked up once for the whole page.
///
/// `Mark` is an enumeration whose raw value 0 means nothing. It stands in the target that uses it:
/// generic types are not specialised across targets.
struct ElementMarks<Mark: RawRepresentable<UInt8> & Sendable>: Sendable {
  private let marks: [UInt8]

  /// Marks the elements of a page; of several classes that mean something the earlier row counts.
  ///
  /// O(nodes of the page).
  init(_ page: HTMLPage, _ meanings: [(word: StaticString, mark: Mark)]) {
    var marks = [UInt8](repeating: 0, count: page.tree.nodes.count)
    for meaning in meanings {
      for node in page.elements(meaning.word) where marks[node.index] == 0 {
        marks[node.index] = meaning.mark.rawValue
      }
    }
    self.marks = marks
  }

  /// What an element is, nil if its classes do not tell.
  subscript(node: HTMLNodeID) -> Mark? {
    marks[node.index] == 0 ? nil : Mark(rawValue: marks[node.index])
  }
}
