import DocumentModel
import TextLayout

/// Writes blocks as Markdown.
struct MarkdownBlocks {
  let text: MarkdownText
  /// The columns that running text is wrapped to, `nil`: it is not.
  let width: Int?

  private var bytes: UnsafeRawBufferPointer { text.bytes }

  /// Writes blocks inside `depth` quotations, with a blank line between those that are not items of a
  /// list.
  func write(_ range: Range<Int32>, depth: Int, to sink: inout ByteSink) {
    var items = MarkdownItems()
    var previous: Block?
    for block in text.document.blocks(in: range) {
      if let previous {
        let isList = previous.kind == .listItem && block.kind == .listItem
        if !isList || previous.quoteDepth != block.quoteDepth {
          items = MarkdownItems()
          writeBlank(depth + Int(min(previous.quoteDepth, block.quoteDepth)), to: &sink)
        }
      }
      write(block, depth + Int(block.quoteDepth), &items, to: &sink)
      previous = block
    }
  }

  /// Writes an empty line inside `depth` quotations.
  func writeBlank(_ depth: Int, to sink: inout ByteSink) {
    for level in 0..<depth { sink.write(level == 0 ? ">" : " >") }
    sink.write("\n")
  }

  /// Begins a line inside `depth` quotations.
  func quote(_ depth: Int, _ sink: inout ByteSink) {
    for _ in 0..<depth { sink.write("> ") }
  }

  private func write(
    _ block: Block,
    _ depth: Int,
    _ items: inout MarkdownItems,
    to sink: inout ByteSink
  ) {
    switch block.kind {
    case .code: writeCode(block, depth, to: &sink)
    case .table: writeTable(block, depth, to: &sink)
    case .rule: writeLine("* * *", depth, to: &sink)
    case .heading:
      let marks = String(repeating: "#", count: max(2, min(6, Int(block.level))))
      for line in SourceLines(bytes, of: block.text.offsets) {
        writeLine("\(marks) ", depth, to: &sink) {
          text.write(block.words(ofLine: line, in: bytes), of: block, atStart: false, to: &$0)
        }
      }
    case .listItem:
      let (first, rest) = items.next(block)
      write(block, first, rest, depth, to: &sink)
    case .image: write(block, "🖼 ", "", depth, to: &sink)
    case .embed: write(block, "▶ ", "", depth, to: &sink)
    case .paragraph: write(block, "", "", depth, to: &sink)
    }
  }

  /// Writes running text; `first` stands before its first line, `rest` before the others.
  private func write(
    _ block: Block,
    _ first: String,
    _ rest: String,
    _ depth: Int,
    to sink: inout ByteSink
  ) {
    var before = first
    for line in SourceLines(bytes, of: block.text.offsets) {
      let words = block.words(ofLine: line, in: bytes)
      let isLast = line.upperBound == Int(block.text.end)
      let inline = ByteSink.collect { inline in
        text.write(words, of: block, atStart: true, to: &inline)
        if !isLast { inline.write("\\") }
      }
      let room = width.map { $0 - 2 * depth - before.count }
      for part in MarkdownWrapping.lines(of: inline, width: room) {
        quote(depth, &sink)
        sink.write(before)
        part.withUnsafeBytes { sink.write($0) }
        sink.write("\n")
        before = rest
      }
    }
  }

  private func writeCode(_ block: Block, _ depth: Int, to sink: inout ByteSink) {
    let fence = String(repeating: "`", count: fenceLength(around: block.text.offsets))
    writeLine(block.isPatch ? fence + "diff" : fence, depth, to: &sink)
    for line in SourceLines(bytes, of: block.text.offsets) {
      writeLine("", depth, to: &sink) {
        $0.write(UnsafeRawBufferPointer(rebasing: bytes[line]))
      }
    }
    writeLine(fence, depth, to: &sink)
  }

  /// One more backtick than the longest run in the code, at least three.
  private func fenceLength(around code: Range<Int>) -> Int {
    var (longest, run) = (2, 0)
    for offset in code {
      run = bytes[offset] == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest + 1
  }

  /// Writes a table; one without a heading gets an empty one, since it must have one.
  private func writeTable(_ block: Block, _ depth: Int, to sink: inout ByteSink) {
    let rows = SourceLines(bytes, of: block.text.offsets)
    let columns = rows.reduce(1) { max($0, cells(of: $1).underestimatedCount) }
    var isHead = true
    if block.level == 0 {
      writeRow([], of: block, columns, depth, to: &sink)
      writeDivision(columns, depth, to: &sink)
      isHead = false
    }
    for row in rows {
      writeRow(cells(of: row), of: block, columns, depth, to: &sink)
      if isHead { writeDivision(columns, depth, to: &sink) }
      isHead = false
    }
  }

  private func cells(of row: Range<Int>) -> [Range<Int>] {
    Array(SourceLines(bytes, of: row, separator: 0x09))
  }

  private func writeRow(
    _ cells: [Range<Int>],
    of block: Block,
    _ columns: Int,
    _ depth: Int,
    to sink: inout ByteSink
  ) {
    writeLine("|", depth, to: &sink) { sink in
      for column in 0..<columns {
        sink.write(" ")
        if column < cells.count {
          text.write(cells[column], of: block, atStart: false, to: &sink)
        }
        sink.write(" |")
      }
    }
  }

  private func writeDivision(_ columns: Int, _ depth: Int, to sink: inout ByteSink) {
    writeLine("|" + String(repeating: " --- |", count: columns), depth, to: &sink)
  }

  private func writeLine(
    _ start: String,
    _ depth: Int,
    to sink: inout ByteSink,
    _ rest: (inout ByteSink) -> Void = { _ in }
  ) {
    quote(depth, &sink)
    sink.write(start)
    rest(&sink)
    sink.write("\n")
  }
}
