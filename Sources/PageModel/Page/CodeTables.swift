import HTMLParsing

/// Code that stands in tables, the numbers of its lines in cells beside it.
///
/// GitHub, Pygments, Rouge, Hexo, SyntaxHighlighter, Crayon, highlight.js with numbers.
package struct CodeTables: Sendable {
  /// The tables whose cells hold lines of code, where no `pre` says so.
  package let tables: Set<HTMLNodeID>
  /// The elements that hold nothing but numbers of lines.
  package let numbers: Set<HTMLNodeID>

  /// Looks the elements up by their classes; O(their number and what is in the tables).
  init(_ tree: HTMLDocument, _ classes: ClassIndex) {
    let named =
      classes.elements(Self.numberWords)
      + classes.elements("gutter").filter { tree[$0].tag == .td }
    var numbers: Set<HTMLNodeID> = []
    for node in named {
      let isInside = tree[node].parent.map(numbers.contains) ?? false
      if isInside || !Self.hasWords(node, tree) { numbers.insert(node) }
    }
    for index in tree.nodes.indices where tree.nodes[index].tag == .pre {
      if Self.isNumbers(HTMLNodeID(index), tree) { numbers.insert(HTMLNodeID(index)) }
    }
    self.numbers = numbers
    let cells = classes.elements(Self.codeWords).lazy.filter {
      tree[$0].tag == .td && tree.first(.pre, in: $0) == nil
    }
    var tables: Set<HTMLNodeID> = []
    for cell in cells {
      let around = tree.ancestor(of: cell) { [.table, .pre].contains(tree[$0].tag) }
      if let around, tree[around].tag == .table { tables.insert(around) }
    }
    self.tables = tables
  }

  /// Whether there are letters in an element: then it holds more than numbers.
  private static func hasWords(_ top: HTMLNodeID, _ tree: HTMLDocument) -> Bool {
    tree.descendants(of: top).contains { node in
      tree[node].kind == .text && tree.decodedText(of: node).contains(where: \.isLetter)
    }
  }

  /// Whether a `pre` in a cell counts 1, 2, 3 and on, or from another number, while the next cell has
  /// a `pre` of its own.
  private static func isNumbers(_ pre: HTMLNodeID, _ tree: HTMLDocument) -> Bool {
    guard let cell = tree.ancestor(of: pre, where: { [.td, .table].contains(tree[$0].tag) }),
      tree[cell].tag == .td
    else { return false }
    var beside = tree[cell].nextSibling
    while let next = beside, tree[next].tag != .td { beside = tree[next].nextSibling }
    guard let beside, tree.first(.pre, in: beside) != nil else { return false }
    var last: Int?
    for word in tree.text(of: pre).split(whereSeparator: \.isWhitespace) {
      guard let number = Int(word), last.map({ number == $0 &+ 1 }) ?? true else { return false }
      last = number
    }
    return last != nil
  }

  private static let numberWords = Vocabulary.names(.lineNumbers)
  private static let codeWords = Vocabulary.names(.codeCell)
}
