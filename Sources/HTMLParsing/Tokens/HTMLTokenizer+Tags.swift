/// Tags and their attributes.
extension HTMLTokenizer {
  /// Reads a tag whose name begins at `start`.
  ///
  /// A tag that the page ends in is dropped.
  mutating func readTag(at start: Int, _ kind: HTMLToken.Kind, offset: Int) -> Bool {
    token.kind = kind
    token.offset = offset
    token.isSelfClosing = false
    let (name, end) = readName(at: start, endsAtEquals: false)
    token.name = name
    token.tag = HTMLTag(name)
    let keeps = kind == .startTag
    let first = keptAttributes
    if attributes.count > first { attributes.removeLast(attributes.count - first) }
    var at = end
    while true {
      while at < count && base[at].isSpace { at += 1 }
      guard at < count else { break }
      let byte = base[at]
      if byte == 0x3E {
        token.attributes = first..<attributes.count
        position = at + 1
        return true
      }
      if byte == 0x2F {
        at += 1
        token.isSelfClosing = at < count && base[at] == 0x3E
      } else if keeps && attributes.count - first < HTMLTokenizer.attributeLimit {
        at = readAttribute(at: at, first: first)
      } else {
        at = skipAttribute(at: at)
      }
    }
    position = count
    return false
  }

  /// Reads a name up to white space, `/`, `>`, and `=` if asked for.
  @inline(__always)
  private mutating func readName(at start: Int, endsAtEquals: Bool) -> (HTMLName, end: Int) {
    var hash = HTMLNameTable.start
    var at = start
    var hasNUL = false
    while at < count {
      let byte = base[at]
      if byte &- 0x61 < 26 {
        hash = HTMLNameTable.mix(hash, byte)
      } else if byte.isSpace || byte == 0x2F || byte == 0x3E {
        break
      } else if endsAtEquals && byte == 0x3D && at > start {
        break
      } else {
        if byte == 0 { hasNUL = true }
        hash = HTMLNameTable.mix(hash, byte.lowercased)
      }
      at += 1
    }
    if hasNUL { return (nameWithNUL(start..<at), at) }
    let bytes = UnsafeBufferPointer(start: base + start, count: at - start)
    return (names.intern(bytes, hash: hash), at)
  }

  /// The name in `range` with U+FFFD for every NUL.
  private mutating func nameWithNUL(_ range: Range<Int>) -> HTMLName {
    var spelling: [UInt8] = []
    for index in range {
      if base[index] == 0 {
        spelling += [0xEF, 0xBF, 0xBD]
      } else {
        spelling.append(base[index].lowercased)
      }
    }
    return spelling.withUnsafeBufferPointer { names.intern($0) }
  }

  /// Reads the attribute at `start` and keeps it unless the tag has one of that name.
  @inline(__always)
  private mutating func readAttribute(at start: Int, first: Int) -> Int {
    let (name, end) = readName(at: start, endsAtEquals: true)
    let (value, next) = readValue(after: end)
    for index in first..<attributes.count where attributes[index].name == name && name != .other {
      return next
    }
    attributes.append(
      HTMLAttribute(
        name: name,
        start: UInt32(truncatingIfNeeded: value.lowerBound),
        count: UInt32(truncatingIfNeeded: value.count)
      )
    )
    return next
  }

  private func skipAttribute(at start: Int) -> Int {
    var at = start
    while at < count {
      let byte = base[at]
      if byte.isSpace || byte == 0x2F || byte == 0x3E || (byte == 0x3D && at > start) { break }
      at += 1
    }
    return readValue(after: at).next
  }

  /// Reads the value of the attribute whose name ends at `end`, empty if it has none.
  @inline(__always)
  private func readValue(after end: Int) -> (Range<Int>, next: Int) {
    var at = end
    while at < count && base[at].isSpace { at += 1 }
    guard at < count && base[at] == 0x3D else { return (end..<end, at) }
    at += 1
    while at < count && base[at].isSpace { at += 1 }
    guard at < count else { return (at..<at, at) }
    let quote = base[at]
    if quote == 0x22 || quote == 0x27 {
      let close = find(quote, from: at + 1)
      guard close < count else { return (count..<count, count) }
      return ((at + 1)..<close, close + 1)
    }
    let start = at
    while at < count && base[at] != 0x3E && !base[at].isSpace { at += 1 }
    return (start..<at, at)
  }
}
