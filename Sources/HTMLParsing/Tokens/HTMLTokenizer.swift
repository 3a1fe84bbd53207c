import Glibc

/// Reads tags, text, comments and doctypes from a page held in memory.
///
/// The states of the HTML standard, 13.2.5, folded into one function for each construct: with all
/// bytes at hand most states are positions in a loop. Tokens are ranges; references stay undecoded.
/// Each byte is looked at a constant number of times.
struct HTMLTokenizer {
  /// What surrounds the next byte.
  enum Content {
    case data, rcdata, rawText, script, plainText, cdata
  }

  /// Attributes of one tag that are kept; the rest are skipped, for the count has six bits.
  static let attributeLimit = 63

  let base: UnsafePointer<UInt8>
  let count: Int
  var position = 0
  /// Set by the tree builder after certain start tags; an end tag named `contentName` resets it.
  var content = Content.data
  /// The element whose end tag ends `rcdata`, `rawText` and `script`.
  var contentName = HTMLName.other
  /// Whether `<![CDATA[` opens a section: only inside SVG and MathML.
  var allowsCDATA = false
  var names = HTMLNameTable.builtIn
  var attributes: [HTMLAttribute] = []
  /// Attributes up to here belong to nodes; those of a token that made none are overwritten.
  var keptAttributes = 0
  var token = HTMLToken()

  init(_ bytes: UnsafeRawBufferPointer) {
    // An empty buffer may have no address; the byte of a literal stands in, and is never read.
    let empty: StaticString = " "
    base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? empty.utf8Start
    count = bytes.count
  }

  /// Reads the next token into `token`.
  mutating func next() {
    while position < count {
      let found: Bool
      switch content {
      case .data: found = readData()
      case .rcdata, .rawText: found = readRawText()
      case .script: found = readScript()
      case .plainText: found = emitText(position..<count, .replacesNUL)
      case .cdata: found = readCDATA()
      }
      if found { return }
    }
    token.kind = .end
    token.offset = count
  }

  /// The first `byte` at or after `start`, `count` if there is none.
  @inline(__always)
  func find(_ byte: UInt8, from start: Int) -> Int {
    guard start < count, let hit = memchr(base + start, Int32(byte), count - start) else {
      return count
    }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }

  /// Whether the bytes at `start` are `text`, which is in lower case, in any case.
  func matches(_ text: StaticString, at start: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start + length <= count else { return false }
    for offset in 0..<length where base[start + offset].lowercased != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Makes a text token of `range` and goes on after it; false if there is nothing in it.
  @inline(__always)
  mutating func emitText(_ range: Range<Int>, _ traits: TextTraits) -> Bool {
    position = range.upperBound
    guard !range.isEmpty else { return false }
    token.kind = .text
    token.range = range
    token.traits = traits
    token.offset = range.lowerBound
    return true
  }

  private mutating func readData() -> Bool {
    let start = position
    var from = start
    while true {
      let open = find(0x3C, from: from)
      guard open + 1 < count else { return emitText(start..<count, [.references]) }
      let byte = base[open + 1]
      guard byte.isLetter || byte == 0x21 || byte == 0x2F || byte == 0x3F else {
        from = open + 1
        while from < count && base[from] == 0x3C && from + 1 < count && base[from + 1] == 0x3C {
          from += 1
        }
        continue
      }
      if byte == 0x2F && open + 2 == count { return emitText(start..<count, [.references]) }
      if open > start { return emitText(start..<open, [.references]) }
      return readMarkup(open, byte)
    }
  }

  /// Reads what begins with the `<` at `open`; `byte` follows it.
  private mutating func readMarkup(_ open: Int, _ byte: UInt8) -> Bool {
    if byte.isLetter { return readTag(at: open + 1, .startTag, offset: open) }
    token.offset = open
    switch byte {
    case 0x2F:
      let next = base[open + 2]
      if next.isLetter { return readTag(at: open + 2, .endTag, offset: open) }
      guard next != 0x3E else {
        position = open + 3
        return false
      }
      return readBogusComment(from: open + 2)
    case 0x21:
      if matches("--", at: open + 2) { return readComment(from: open + 4) }
      if matches("doctype", at: open + 2) { return readDoctype(from: open + 9) }
      if allowsCDATA && isCDATA(at: open + 2) {
        position = open + 9
        content = .cdata
        return false
      }
      return readBogusComment(from: open + 2)
    default:
      return readBogusComment(from: open + 1)
    }
  }

  private func isCDATA(at start: Int) -> Bool {
    let mark: StaticString = "[CDATA["
    guard start + 7 <= count else { return false }
    return memcmp(base + start, mark.utf8Start, 7) == 0
  }

  /// Reads up to `]]>` or the end.
  private mutating func readCDATA() -> Bool {
    let start = position
    var close = find(0x3E, from: start)
    while close < count {
      if close >= start + 2 && base[close - 1] == 0x5D && base[close - 2] == 0x5D { break }
      close = find(0x3E, from: close + 1)
    }
    content = .data
    let end = close < count ? close - 2 : count
    let found = emitText(start..<end, [])
    position = min(count, close + 1)
    return found
  }
}
