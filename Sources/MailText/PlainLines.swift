import DocumentModel

/// What lines of plain text that stand together are: prose that was wrapped, or lines of their own.
enum PlainLines {
  /// How many characters a line has that was wrapped.
  private static let wrapped = 50
  /// How many blanks inside a line set out columns.
  private static let gap = 3

  /// Whether lines are code or a drawing: all are indented, or their blanks set out columns.
  static func areCode(_ lines: [LineBytes]) -> Bool {
    if lines.allSatisfy({ $0.first == 0x09 || $0.starts(with: indent) }) { return true }
    // The summary of a patch: ` README | 2 +-`.
    let summaries = lines.count { $0.first == 0x20 && holds(Self.bar, $0) }
    if summaries > 0, summaries + 1 >= lines.count { return true }
    guard lines.count > 1 else { return false }
    return lines.count(where: holdsGap) * 2 > lines.count
  }

  private static let indent = Array("    ".utf8)
  private static let bar = Array(" | ".utf8)

  private static func holds(_ word: [UInt8], _ line: LineBytes) -> Bool {
    line.indices.contains { line[$0...].starts(with: word) }
  }

  private static func holdsGap(_ line: LineBytes) -> Bool {
    var blanks = 0
    for byte in line.drop(while: \.isBlank) {
      if byte == 0x20 {
        blanks += 1
      } else if byte == 0x09 {
        blanks = gap
      } else {
        if blanks >= gap { return true }
        blanks = 0
      }
    }
    return false
  }

  /// Whether the breaks between lines are their writer's: most lines are short, or begin as items of
  /// a list do.
  static func keepBreaks(_ lines: [LineBytes]) -> Bool {
    let items = lines.count { line in
      let start = line.drop { $0 == 0x20 }
      return start.dropFirst().first == 0x20 && "*-+#".utf8.contains(start.first ?? 0)
        || line.starts(with: [0x20, 0x20])
    }
    let areApart = lines.contains { isNamedQuotation($0) || isBarred($0) || isUnderline($0) }
    if items > 0 || areApart || lines.count(where: isField) > 1 { return true }
    let long = lines.dropLast().count { line in
      line.count { $0 & 0xC0 != 0x80 } >= wrapped
    }
    return long * 2 < lines.count - 1
  }

  /// Whether a line quotes somebody whose initials stand before the sign, as in `LK> The gate`.
  private static func isNamedQuotation(_ line: LineBytes) -> Bool {
    let start = line.drop { $0 == 0x20 }
    let initials = start.prefix(5).prefix { 0x41...0x5A ~= $0 }
    return !initials.isEmpty && start.dropFirst(initials.count).first == UInt8(ascii: ">")
  }

  /// Whether a line is quoted by another sign than `>`, as programs of the nineties did.
  private static func isBarred(_ line: LineBytes) -> Bool {
    let signs = line.prefix { "|:}".utf8.contains($0) || $0 == UInt8(ascii: ">") }
    return !signs.isEmpty && signs.count < 4 && line.dropFirst(signs.count).first == 0x20
  }

  /// Whether a line is a name and a value, as below the text of a patch: `Reviewed-by: Ann <a@x.org>`.
  private static func isField(_ line: LineBytes) -> Bool {
    let name = line.prefix { $0 == UInt8(ascii: "-") || 0x61...0x7A ~= $0 | 0x20 }
    return name.count > 2 && line.dropFirst(name.count).starts(with: [UInt8(ascii: ":"), 0x20])
  }

  /// Whether a line is drawn below a heading.
  private static func isUnderline(_ line: LineBytes) -> Bool {
    guard line.count > 2, let first = line.first, "-=~_*".utf8.contains(first) else { return false }
    return line.allSatisfy { $0 == first }
  }

  /// Lines put together, blanks at their ends left out.
  static func joined(
    _ lines: [LineBytes],
    by separator: UInt8,
    keepsIndent: Bool
  ) -> [UInt8] {
    var text: [UInt8] = []
    // Lines that stay apart stay indented against each other.
    let indents = lines.map { line in line.count - line.drop { $0 == 0x20 }.count }
    let common = indents.min() ?? 0
    for (index, line) in lines.enumerated() {
      if index > 0 { text.append(separator) }
      var words =
        keepsIndent
        ? line : separator == 0x0A ? line.dropFirst(common) : line.drop(while: \.isBlank)
      while words.last?.isBlank == true { words.removeLast() }
      text += words
    }
    return text
  }
}
