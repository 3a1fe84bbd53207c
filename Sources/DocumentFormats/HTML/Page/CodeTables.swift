import HTMLParsing

/// Code that stands in tables, the numbers of its lines in cells beside it.
///
/// GitHub, Pygments, Rouge, Hexo, SyntaxHighlighter, Crayon, highlight.js with numbers.
struct CodeTables: Sendable {
  /// The tables whose cells hold lines of code, where no `pre` says so.
  let tables: Set<HTMLNodeID>
  /// The elements that hold nothing but numbers of lines.
  let numbers: Set<HTMLNodeID>

  /// Looks the elements up by their classes; O(their number and what is in the tables).
  init(_ tree: HTMLDocument, _ classes: ClassIndex) {
    numbers = Set(Self.numberWords.flatMap { classes.elements($0) })
      .union(classes.elements("gutter").filter { tree[$0].tag == .td })
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

  private static let numberWords: [StaticString] = [
    "blob-num", "linenos", "lineno", "linenodiv", "rouge-gutter", "hljs-ln-numbers",
    "crayon-nums",
  ]
  private static let codeWords: [StaticString] = [
    "blob-code", "code", "rouge-code", "hljs-ln-code", "crayon-code",
  ]
}
