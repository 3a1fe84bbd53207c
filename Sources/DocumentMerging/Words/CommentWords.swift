import DocumentModel

/// The words of a comment, across its blocks.
///
/// A paragraph break counts as a space, because sites that cut a comment also flatten it. Images and
/// rules have no words; the number of a list item is not a word. O(1) memory; reads each byte once.
struct CommentWords: IteratorProtocol {
  private let bytes: UnsafeRawBufferPointer
  private let blocks: ArraySlice<Block>
  private var block: Int
  private var offset = 0
  private var end = 0
  private var isAtLineStart = true

  /// How many first words identify a comment.
  static let openingLength = 6

  /// The words of `comment` in the arena `bytes`, which must outlive the iterator.
  init(of comment: Comment, in document: Document, bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    blocks = document.blocks(of: comment)
    block = blocks.startIndex
  }

  /// The next words, at most `limit`.
  mutating func read(_ limit: Int) -> [CommentWord] {
    var words: [CommentWord] = []
    while words.count < limit, let word = next() { words.append(word) }
    return words
  }

  /// The hash of the next `openingLength` words, `nil` if there are fewer.
  mutating func opening() -> UInt64? {
    var hash = CaseInsensitiveHash()
    for _ in 0..<Self.openingLength {
      guard let word = next() else { return nil }
      hash.combine(word.hash)
    }
    return hash.value
  }

  /// The hash of the first `openingLength` of `words`, `nil` if there are fewer.
  static func opening(_ words: ArraySlice<CommentWord>) -> UInt64? {
    guard words.count >= openingLength else { return nil }
    var hash = CaseInsensitiveHash()
    for word in words.prefix(openingLength) { hash.combine(word.hash) }
    return hash.value
  }

  /// The next word, `nil` at the end of the comment.
  mutating func next() -> CommentWord? {
    while true {
      while offset < end {
        if let word = wordInBlock() { return word }
      }
      guard block < blocks.endIndex else { return nil }
      let current = blocks[block]
      block += 1
      if current.kind != .image, current.kind != .rule {
        offset = Int(current.text.start)
        end = Int(current.text.end)
        isAtLineStart = true
      }
    }
  }

  /// The next word before `end`; `nil` at the end and after a list number, which is skipped.
  private mutating func wordInBlock() -> CommentWord? {
    while offset < end {
      let (scalar, length) = bytes.scalar(at: offset)
      switch ScalarRole.of(scalar) {
      case .part:
        return isLink ? link() : word()
      case .whole:
        defer { offset += length }
        return word(CaseInsensitiveHash.of(scalar), at: offset..<offset + length)
      case .ignored, .other:
        isAtLineStart = isAtLineStart || scalar == 0x0A
        offset += length
      }
    }
    return nil
  }

  private mutating func word(
    _ hash: UInt64,
    at offsets: Range<Int>,
    hasMarks: Bool = false
  ) -> CommentWord {
    defer { isAtLineStart = false }
    return CommentWord(
      hash: hash,
      offsets: offsets,
      hasMarks: hasMarks,
      startsLine: isAtLineStart
    )
  }

  private mutating func word() -> CommentWord? {
    let start = offset
    var last = offset
    var hash = CaseInsensitiveHash()
    var hasMarks = false
    var isNumber = true
    scan: while offset < end {
      let (scalar, length) = bytes.scalar(at: offset)
      switch ScalarRole.of(scalar) {
      case .part:
        hash.add(scalar)
        hasMarks = hasMarks || ScalarRole.isMark(scalar)
        isNumber = isNumber && 0x30...0x39 ~= scalar
        offset += length
        last = offset
      case .ignored: offset += length
      case .whole, .other: break scan
      }
    }
    if isNumber, last - start <= 3, isItemMark(at: last) { return nil }
    return word(hash.value, at: start..<last, hasMarks: hasMarks)
  }

  /// Whether `.` or `)` and a space follow at `offset`, as after the number of a list item.
  private func isItemMark(at offset: Int) -> Bool {
    guard offset < end, bytes[offset] == 0x2E || bytes[offset] == 0x29 else { return false }
    return offset + 1 >= end || bytes[offset + 1] <= 0x20
  }

  private var isLink: Bool {
    Self.linkStarts.contains { start in
      guard offset + start.utf8CodeUnitCount < end else { return false }
      for index in 0..<start.utf8CodeUnitCount
      where bytes[offset + index] | 0x20 != start.utf8Start[index] | 0x20 { return false }
      return true
    }
  }

  private static let linkStarts: [StaticString] = ["http://", "https://", "www."]

  private mutating func link() -> CommentWord {
    let start = offset
    while offset < end, bytes[offset] > 0x20, !isWideBlank(at: offset) { offset += 1 }
    return word(CommentWord.link, at: start..<offset)
  }

  /// Whether a no-break or an ideographic space begins at `offset`.
  private func isWideBlank(at offset: Int) -> Bool {
    guard bytes[offset] >= 0xC2 else { return false }
    let scalar = bytes.scalar(at: offset).scalar
    return scalar == 0xA0 || scalar == 0x3000
  }
}
