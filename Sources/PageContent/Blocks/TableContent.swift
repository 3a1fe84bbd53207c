import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// A table of data as one block: one line for each row, cells separated by tabs.
struct TableContent {
  private let table: HTMLNodeID
  private let content: ContentReader

  /// The table at `table`, read with the settings of `content`.
  init(_ table: HTMLNodeID, _ content: ContentReader) {
    self.table = table
    self.content = content
  }

  /// Whether a table holds data; tables for layout contain blocks, other tables, or one cell a row.
  static func isData(_ table: HTMLNodeID, on page: HTMLPage, policy: ContentPolicy)
    -> Bool
  {
    let tree = page.tree
    if ["presentation", "none"].contains(tree.attribute(.role, of: table)) { return false }
    var (rows, cells, isRich) = (0, 0, false)
    for node in tree.descendants(of: table) {
      switch tree[node].tag {
      case .tr: rows += 1
      case .td, .th: cells += 1
      case .table, .blockquote, .pre, .h1, .h2, .h3, .ul, .ol, .article, .section: isRich = true
      default: break
      }
    }
    return !isRich && rows >= policy.leastTableRows && cells > rows
  }

  /// Adds the caption as a paragraph and the rows as a table.
  func add(into builder: inout DocumentBuilder) {
    let tree = content.page.tree
    var text = InlineText()
    var (hasRow, hasHeading, isFirstRow) = (false, false, true)
    for node in tree.descendants(of: table) {
      switch tree[node].tag {
      case .caption:
        let caption = Array(content.page.text(node).utf8)
        if !caption.isEmpty { content.add(.paragraph, text: caption, spans: [], into: &builder) }
      case .tr:
        let cells = tree.children(of: node).filter { [.td, .th].contains(tree[$0].tag) }
        guard !cells.isEmpty else { continue }
        if isFirstRow { hasHeading = cells.allSatisfy { tree[$0].tag == .th } }
        isFirstRow = false
        if hasRow { text.append(verbatim: "\n".utf8) }
        hasRow = true
        append(cells, to: &text, &builder)
      default: break
      }
    }
    let (bytes, stretches) = text.take()
    guard !bytes.isEmpty else { return }
    content.add(
      .table,
      level: hasHeading ? 1 : 0,
      text: bytes,
      spans: stretches,
      into: &builder
    )
  }

  private func append(
    _ cells: [HTMLNodeID],
    to text: inout InlineText,
    _ builder: inout DocumentBuilder
  ) {
    let last = cells.lastIndex { !content.page.text($0).isEmpty } ?? 0
    for (index, cell) in cells.prefix(last + 1).enumerated() {
      if index > 0 { text.append(verbatim: "\t".utf8) }
      if isLine(cell) {
        let (bytes, stretches) = line(cell, &builder)
        text.append(verbatim: bytes, stretches)
      } else {
        text.append(verbatim: content.page.text(cell).utf8.filter { $0 != 0x09 && $0 != 0x0A })
      }
      let width = content.page.tree.attribute(.colspan, of: cell).flatMap { Int($0) } ?? 1
      for _ in 1..<max(1, min(width, content.policy.widestCell)) where index < last {
        text.append(verbatim: "\t".utf8)
      }
    }
  }

  /// Whether a cell holds text alone, and no blocks but paragraphs.
  private func isLine(_ cell: HTMLNodeID) -> Bool {
    content.page.tree.descendants(of: cell).allSatisfy { node in
      switch content.page.tree[node].tag {
      case .pre, .dl, .hr, .h4, .h5, .h6, .figure, .menu, .dir, .listing, .xmp, .table, .img: false
      default: true
      }
    }
  }

  /// The text of a cell with its links and spoilers, all on one line.
  private func line(
    _ cell: HTMLNodeID,
    _ builder: inout DocumentBuilder
  ) -> (bytes: [UInt8], stretches: [InlineText.Stretch]) {
    var words = content
    words.inline = InlineText()
    // As in an item, what would be blocks are lines.
    words.item = .some(nil)
    for child in content.page.tree.children(of: cell) { words.read(child, into: &builder) }
    let (bytes, stretches) = words.inline.take()
    var line = bytes.map { $0 == 0x09 || $0 == 0x0A ? 0x20 : $0 }
    while line.last == 0x20 || line.suffix(2) == [0xC2, 0xA0] {
      line.removeLast(line.last == 0x20 ? 1 : 2)
    }
    let kept = stretches.filter { stretch in
      (stretch.kind == .link || stretch.kind == .spoiler) && stretch.range.upperBound <= line.count
    }
    return (line, kept)
  }
}
