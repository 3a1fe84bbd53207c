/// Comments and doctypes.
extension HTMLTokenizer {
  /// Reads a comment whose text begins at `start`, after `<!--`.
  mutating func readComment(from start: Int) -> Bool {
    if start < count && base[start] == 0x3E { return emitComment(start..<start, next: start + 1) }
    if matches("->", at: start) { return emitComment(start..<start, next: start + 2) }
    var close = find(0x3E, from: start)
    while close < count {
      if close - 2 >= start && base[close - 1] == 0x2D && base[close - 2] == 0x2D {
        return emitComment(start..<(close - 2), next: close + 1)
      }
      if close - 3 >= start && base[close - 1] == 0x21 && base[close - 2] == 0x2D
        && base[close - 3] == 0x2D
      {
        return emitComment(start..<(close - 3), next: close + 1)
      }
      close = find(0x3E, from: close + 1)
    }
    return emitComment(start..<unfinishedEnd(from: start), next: count)
  }

  /// Where the text of a comment that the page ends in ends: before the marks it may have begun.
  private func unfinishedEnd(from start: Int) -> Int {
    for mark: StaticString in ["--!", "--", "-"] {
      let end = count - mark.utf8CodeUnitCount
      if end >= start && matches(mark, at: end) { return end }
    }
    return count
  }

  /// Reads up to `>` or the end as a comment.
  mutating func readBogusComment(from start: Int) -> Bool {
    let close = find(0x3E, from: start)
    return emitComment(start..<close, next: min(count, close + 1))
  }

  private mutating func emitComment(_ range: Range<Int>, next: Int) -> Bool {
    token.kind = .comment
    token.range = range
    token.traits = .replacesNUL
    position = next
    return true
  }

  /// Reads a doctype after its keyword, which ends at `start`.
  mutating func readDoctype(from start: Int) -> Bool {
    var doctype = DoctypeToken()
    var at = skipSpaces(from: start)
    token.kind = .doctype
    if at < count && base[at] != 0x3E {
      let name = at
      while at < count && base[at] != 0x3E && !base[at].isSpace { at += 1 }
      doctype.name = name..<at
      at = skipSpaces(from: at)
      if at < count && base[at] != 0x3E { at = readIdentifiers(&doctype, from: at) }
    } else {
      doctype.forcesQuirks = true
    }
    if at >= count { doctype.forcesQuirks = true }
    token.doctype = doctype
    position = min(count, find(0x3E, from: at) + 1)
    return true
  }

  /// Reads what follows the name; returns where to look for `>`.
  private func readIdentifiers(_ doctype: inout DoctypeToken, from start: Int) -> Int {
    let isPublic = matches("public", at: start)
    guard isPublic || matches("system", at: start) else {
      doctype.forcesQuirks = true
      return start
    }
    var at = skipSpaces(from: start + 6)
    if isPublic {
      guard let id = readQuoted(from: &at) else {
        doctype.forcesQuirks = true
        return at
      }
      doctype.publicID = id.range
      guard id.isClosed else {
        doctype.forcesQuirks = true
        return at
      }
      at = skipSpaces(from: at)
      if at < count && base[at] == 0x3E { return at }
    }
    guard let id = readQuoted(from: &at) else {
      doctype.forcesQuirks = true
      return at
    }
    doctype.systemID = id.range
    if !id.isClosed { doctype.forcesQuirks = true }
    at = skipSpaces(from: at)
    return at
  }

  /// Reads a quoted identifier and moves `at` behind it; a `>` ends it too.
  private func readQuoted(from at: inout Int) -> (range: Range<Int>, isClosed: Bool)? {
    guard at < count && (base[at] == 0x22 || base[at] == 0x27) else { return nil }
    let quote = base[at]
    let start = at + 1
    at = start
    while at < count && base[at] != quote && base[at] != 0x3E { at += 1 }
    let range = start..<at
    guard at < count && base[at] == quote else { return (range, false) }
    at += 1
    return (range, true)
  }

  private func skipSpaces(from start: Int) -> Int {
    var at = start
    while at < count && base[at].isSpace { at += 1 }
    return at
  }
}
