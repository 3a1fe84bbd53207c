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
      Self.numberWords.flatMap { classes.elements($0) }
      + classes.elements("gutter").filter { tree[$0].tag == .td }
    var numbers: Set<HTMLNodeID> = []
    for node in named {
      let isInside = tree[node].parent.map(numbers.contains) ?? false
      if isInside || !Self.hasWords(node, tree) { numbers.insert(node) }
    }
    self.numbers = numbers
    let cells = Self.codeWords.lazy.flatMap { classes.elements($0) }.filter {
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

  private static let numberWords = Vocabulary.names(.lineNumbers)
  private static let codeWords = Vocabulary.names(.codeCell)
}
