/// The content of elements whose text holds no tags but their own end: titles, styles, scripts.
extension HTMLTokenizer {
  /// Reads text up to the end tag of `contentName`, or that tag.
  mutating func readRawText() -> Bool {
    let start = position
    let traits: TextTraits = content == .rcdata ? [.references, .replacesNUL] : [.replacesNUL]
    var open = find(0x3C, from: start)
    while open < count {
      if isEndTag(at: open) {
        if open > start { return emitText(start..<open, traits) }
        content = .data
        return readTag(at: open + 2, .endTag, offset: open)
      }
      open = find(0x3C, from: open + 1)
    }
    return emitText(start..<count, traits)
  }

  /// Whether `</`, the name waited for and the end of a name stand at `open`.
  private func isEndTag(at open: Int) -> Bool {
    guard open + 2 < count && base[open + 1] == 0x2F else { return false }
    let name = names.spelling(of: contentName)
    let end = open + 2 + name.count
    guard end < count, !name.isEmpty, endsName(base[end]) else { return false }
    for (offset, byte) in name.enumerated() where base[open + 2 + offset].lowercased != byte {
      return false
    }
    return true
  }

  @inline(__always)
  private func endsName(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == 0x2F || byte == 0x3E
  }

  /// Reads a script up to its end tag, or that tag.
  ///
  /// `<!--` begins a part that `-->` ends; `<script` inside it hides one `</script>`.
  mutating func readScript() -> Bool {
    let start = position
    var isEscaped = false
    var isDoubleEscaped = false
    var at = start
    while at < count {
      if isEscaped { at = skipToMark(from: at) } else { at = find(0x3C, from: at) }
      guard at < count else { break }
      if base[at] == 0x2D {
        var end = at
        while end < count && base[end] == 0x2D { end += 1 }
        if end - at >= 2 && end < count && base[end] == 0x3E {
          isEscaped = false
          isDoubleEscaped = false
        }
        at = end
      } else if !isEscaped {
        if isEndTag(at: at) { return endScript(start, at) }
        isEscaped = matches("<!--", at: at)
        // The dashes may end the part as well: `<!-->`.
        at += isEscaped ? 2 : 1
      } else if isDoubleEscaped {
        if matches("</script", at: at) && at + 8 < count && endsName(base[at + 8]) {
          isDoubleEscaped = false
        }
        at += 1
      } else {
        if isEndTag(at: at) { return endScript(start, at) }
        isDoubleEscaped = matches("<script", at: at) && at + 7 < count && endsName(base[at + 7])
        at += 1
      }
    }
    return emitText(start..<count, [.replacesNUL])
  }

  /// The next `<` or `-`.
  private func skipToMark(from start: Int) -> Int {
    var at = start
    while at < count && base[at] != 0x3C && base[at] != 0x2D { at += 1 }
    return at
  }

  private mutating func endScript(_ start: Int, _ open: Int) -> Bool {
    if open > start { return emitText(start..<open, [.replacesNUL]) }
    content = .data
    return readTag(at: open + 2, .endTag, offset: open)
  }
}
