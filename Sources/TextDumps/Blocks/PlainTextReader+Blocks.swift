import DocumentModel
import DocumentParsing

extension PlainTextReader {
  /// Whether the lines of the chunk are laid out by their columns: code, tables drawn with signs,
  /// whatever is indented and not wrapped.
  func isAligned() -> Bool {
    guard !isWrapped || chunk.count == 1 else { return false }
    var (indented, drawn) = (0, 0)
    for line in chunk {
      switch LineMarker(bytes, line.text) {
      case .clause?: return false
      case .item?, .quote?: if line.indent < 8 { return false }
      case nil: break
      }
      let isProse = wrap != nil && proseIndents.contains(line.indent)
      if line.indent >= 4, !isProse, wrap?.centres(line) != true { indented += 1 }
      let isRow = line.firstByte == UInt8(ascii: "|") || line.firstByte == UInt8(ascii: "+")
      if line.hasGap || isRow { drawn += 1 }
    }
    if chunk.count > 1, drawn * 2 >= chunk.count, !areRows(0..<chunk.count) { return true }
    return indented > 0 && (chunk.count > 1 || wrap != nil)
  }

  /// Adds the chunk with its lines and their indents.
  mutating func addAsItStands() {
    writer.begin(wholeLine(chunk[0]))
    for line in chunk.dropFirst() { writer.go(on: wholeLine(line), .lineBreak) }
    writer.end(.code)
  }

  /// A line with the blanks it begins with.
  private func wholeLine(_ line: TextLine) -> Range<Int> {
    var start = line.text.lowerBound
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return start..<line.text.upperBound
  }

  private func areRows(_ range: Range<Int>) -> Bool {
    range.allSatisfy { line in
      let text = chunk[line].text
      return text.count < 1000 && bytes.first(0x09, in: text) != nil
    }
  }

  /// Reads lines with tabs inside as a table.
  mutating func readTable(at start: Int) -> Int? {
    var end = start
    while end < chunk.count, areRows(end..<end + 1) { end += 1 }
    guard end - start >= 2 else { return nil }
    writer.begin(chunk[start].text)
    for line in chunk[start + 1..<end] { writer.go(on: line.text, .lineBreak) }
    writer.end(.table)
    return end
  }

  /// Reads an item of a list, which goes on in lines that are indented, or that had no room before.
  mutating func readItem(at start: Int, _ ordinal: Int32?, _ text: Int) -> Int {
    let first = chunk[start]
    while let open = openItems.last, open > first.indent { openItems.removeLast() }
    if first.indent > openItems.last.map({ $0 + 1 }) ?? -1 { openItems.append(first.indent) }
    writer.begin(text..<max(text, first.text.upperBound))
    var line = start + 1
    while line < chunk.count, belongs(line, toItemAt: first.indent) {
      writer.go(on: chunk[line].text, joint(before: line))
      line += 1
    }
    writer.end(.listItem, level: openItems.count - 1, ordinal: ordinal)
    return line
  }

  private func belongs(_ line: Int, toItemAt indent: Int) -> Bool {
    switch LineMarker(bytes, chunk[line].text) {
    case .quote?: false
    case .item?, .clause?: isFull(before: line) && chunk[line].indent == chunk[line - 1].indent
    case nil: isFull(before: line) || chunk[line].indent > indent
    }
  }

  /// Reads quoted lines of one depth; where lines are not joined their signs stay, as was typed.
  mutating func readQuote(at start: Int, _ depth: Int) -> Int {
    var previous: TextLine?
    var line = start
    while line < chunk.count,
      case .quote(depth, let words)? = LineMarker(bytes, chunk[line].text)
    {
      let shape = wrap == nil ? chunk[line] : TextLine(bytes, words..<chunk[line].text.upperBound)
      if shape.isBlank {
        if previous != nil { writer.end(.paragraph, quoteDepth: depth) }
        previous = nil
      } else if let before = previous {
        writer.go(on: shape.text, joint(before, shape))
        previous = shape
      } else {
        writer.begin(shape.text)
        previous = shape
      }
      line += 1
    }
    if previous != nil { writer.end(.paragraph, quoteDepth: depth) }
    return line
  }

  /// Reads a paragraph, up to a line that begins something else.
  mutating func readText(at start: Int) -> Int {
    var end = start + 1
    while end < chunk.count, goesOn(end, from: start) { end += 1 }
    if wrap == nil, areLong(chunk[start..<end]) {
      for line in chunk[start..<end] {
        writer.begin(line.text)
        writer.end(.paragraph)
      }
      return end
    }
    if isWrapped, end - start > 1 {
      proseIndents.formUnion(chunk[start...start + 1].map(\.indent))
    }
    let indent = isWrapped ? 0 : chunk[start..<end].map(\.indent).min() ?? 0
    writer.begin(chunk[start].text)
    for line in start + 1..<end {
      let joint = joint(before: line)
      var text = chunk[line].text
      if joint == .lineBreak, !isWrapped, wrap?.centres(chunk[line]) != true {
        let whole = wholeLine(chunk[line])
        text = min(whole.lowerBound + indent, text.lowerBound)..<text.upperBound
      }
      writer.go(on: text, joint)
    }
    writer.end(.paragraph)
    return end
  }

  /// Whether the paragraph that starts at `start` goes on at `line`.
  private func goesOn(_ line: Int, from start: Int) -> Bool {
    let next = chunk[line]
    switch LineMarker(bytes, next.text) {
    case .quote?: return false
    case .item?, .clause?: guard isFull(before: line), isLevel(line) else { return false }
    case nil: break
    }
    if next.isRule(in: bytes) { return false }
    if line + 1 < chunk.count, chunk[line + 1].underlines(next, in: bytes) { return false }
    // The first line of a wrapped paragraph may stand further in or out than the others.
    return !isWrapped || isLevel(line) || line == start + 1 && isFull(before: line)
  }

  private func isLevel(_ line: Int) -> Bool { chunk[line].indent == chunk[line - 1].indent }

  private func isFull(before line: Int) -> Bool {
    guard wrap?.fills(chunk[line - 1], before: chunk[line]) == true else { return false }
    return !isField(chunk[line]) || !isField(chunk[0])
  }

  /// Whether a line begins as the headers of mails and control files do: `Name: `.
  private func isField(_ line: TextLine) -> Bool {
    guard let colon = bytes.first(UInt8(ascii: ":"), in: line.text.prefix(32)) else { return false }
    let isPlain = bytes[line.text.lowerBound..<colon].allSatisfy {
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 & 0xDF || $0 == UInt8(ascii: "-")
    }
    return isPlain && colon > line.text.lowerBound
      && (colon + 1 == line.text.upperBound || bytes[colon + 1] == 0x20)
  }

  /// Whether lines are too long to be verse, addresses or the like, and no log's: each is a
  /// paragraph.
  private func areLong(_ lines: ArraySlice<TextLine>) -> Bool {
    guard lines.reduce(0, { $0 + $1.text.count }) > lines.count * 100 else { return false }
    let alike = zip(lines, lines.dropFirst()).count { $1.isEntry(like: $0) }
    return alike * 2 < lines.count
  }

  private func joint(before line: Int) -> TextBlockWriter.Joint {
    isFull(before: line) ? joint(chunk[line - 1], chunk[line]) : .lineBreak
  }

  private func joint(_ previous: TextLine, _ next: TextLine) -> TextBlockWriter.Joint {
    guard let wrap, wrap.fills(previous, before: next),
      !(wrap.centres(previous) && wrap.centres(next)), let last = previous.text.last
    else { return .lineBreak }
    if bytes[last] == UInt8(ascii: "-"), bytes[max(0, last - 1)] | 0x20 >= 0x61,
      0x61...0x7A ~= next.firstByte
    {
      return .nothing
    }
    let lead = bytes[max(previous.text.lowerBound, last - 2)]
    return TextLine.isIdeographic(next.firstByte) && TextLine.isIdeographic(lead)
      ? .nothing : .blank
  }
}
