import DocumentModel
import DocumentParsing

/// Blocks of typed lines that continue on further lines.
extension TextBlockReader {
  /// Reads an item of a list, which continues in lines that are indented further or were wrapped.
  mutating func readItem(
    at start: Int,
    ordinal: Int32?,
    text: Int,
    into builder: inout DocumentBuilder
  ) -> Int {
    let first = chunk[start]
    while let open = openItems.last, open > first.indent { openItems.removeLast() }
    if first.indent > openItems.last.map({ $0 + 1 }) ?? -1 { openItems.append(first.indent) }
    writer.begin(text..<max(text, first.text.upperBound))
    var line = start + 1
    while line < chunk.count, belongs(line, toItemAt: first.indent) {
      writer.append(chunk[line].text, joint(before: line))
      line += 1
    }
    writer.end(.listItem, level: openItems.count - 1, ordinal: ordinal, into: &builder)
    return line
  }

  private func belongs(_ line: Int, toItemAt indent: Int) -> Bool {
    switch LineMarker(bytes, chunk[line].text, limits: policy.markers) {
    case .quote?: false
    case .item?, .clause?: isFull(before: line) && chunk[line].indent == chunk[line - 1].indent
    case nil: isFull(before: line) || chunk[line].indent > indent
    }
  }

  /// Reads quoted lines of one depth; where lines are not joined, their `>` signs stay.
  mutating func readQuote(
    at start: Int,
    depth: Int,
    into builder: inout DocumentBuilder
  ) -> Int {
    var previous: TextLine?
    var line = start
    while line < chunk.count,
      case .quote(depth, let words)? = LineMarker(bytes, chunk[line].text, limits: policy.markers)
    {
      let shape =
        wrap == nil
        ? chunk[line] : TextLine(bytes, words..<chunk[line].text.upperBound, policy: policy)
      if shape.isBlank {
        if previous != nil { writer.end(.paragraph, quoteDepth: depth, into: &builder) }
        previous = nil
      } else if let before = previous {
        writer.append(shape.text, joint(before, shape))
        previous = shape
      } else {
        writer.begin(shape.text)
        previous = shape
      }
      line += 1
    }
    if previous != nil { writer.end(.paragraph, quoteDepth: depth, into: &builder) }
    return line
  }

  /// Reads a paragraph, up to a line that begins something else.
  mutating func readText(at start: Int, into builder: inout DocumentBuilder) -> Int {
    var end = start + 1
    while end < chunk.count, goesOn(end, from: start) { end += 1 }
    if wrap == nil, areLong(chunk[start..<end]) {
      for line in chunk[start..<end] {
        writer.begin(line.text)
        writer.end(.paragraph, into: &builder)
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
      writer.append(text, joint)
    }
    writer.end(.paragraph, into: &builder)
    return end
  }

  /// Whether the paragraph that starts at `start` continues at `line`.
  private func goesOn(_ line: Int, from start: Int) -> Bool {
    let next = chunk[line]
    switch LineMarker(bytes, next.text, limits: policy.markers) {
    case .quote?: return false
    case .item?, .clause?: guard isFull(before: line), isLevel(line) else { return false }
    case nil: break
    }
    if next.isRule(in: bytes, policy: policy) { return false }
    if line + 1 < chunk.count, chunk[line + 1].underlines(next, in: bytes, policy: policy) {
      return false
    }
    // The first line of a wrapped paragraph may be indented differently.
    return !isWrapped || isLevel(line) || line == start + 1 && isFull(before: line)
  }

  private func isLevel(_ line: Int) -> Bool { chunk[line].indent == chunk[line - 1].indent }

  private func isFull(before line: Int) -> Bool {
    guard wrap?.fills(chunk[line - 1], before: chunk[line]) == true else { return false }
    return !isField(chunk[line]) || !isField(chunk[0])
  }

  /// Whether a line begins with the name of a field, as in mail and control files: `Name: `.
  private func isField(_ line: TextLine) -> Bool {
    guard let colon = bytes.first(UInt8(ascii: ":"), in: line.text.prefix(policy.longestFieldName))
    else { return false }
    let isPlain = bytes[line.text.lowerBound..<colon].allSatisfy {
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 & 0xDF || $0 == UInt8(ascii: "-")
    }
    return isPlain && colon > line.text.lowerBound
      && (colon + 1 == line.text.upperBound || bytes[colon + 1] == 0x20)
  }

  /// Whether each line is a paragraph: they are too long for verse or addresses, and not those of a
  /// log.
  private func areLong(_ lines: ArraySlice<TextLine>) -> Bool {
    guard lines.reduce(0, { $0 + $1.text.count }) > lines.count * policy.longTypedLine else {
      return false
    }
    let alike = zip(lines, lines.dropFirst()).count { $1.isEntry(like: $0) }
    return alike * 100 < lines.count * policy.mostAlikeLines
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
