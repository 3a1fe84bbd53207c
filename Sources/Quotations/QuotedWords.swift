import DocumentModel

/// Finds in the text of a comment what it quotes.
struct QuotedWords {
  /// How many quotations of one comment are looked at.
  private static let most = 100

  /// Words that may be quoted, and how that is known.
  struct Candidate {
    let mark: Quotation.Mark
    let text: TextRange
    /// Whether it is several words, and not a name, an address or one word.
    var isPhrase = true
  }

  let body: Body
  let arena: UnsafeRawBufferPointer

  /// What the comment quotes, in order, and its own sentences if they are asked for; O(length).
  ///
  /// Where mark-up or `>` signs tell, only what they tell is quoted; else what stands between quotation
  /// marks.
  func candidates(withSentences: Bool) -> [Candidate] {
    let blocks = body.document.blocks(in: body.blocks)
    var found = blocks.filter { $0.quoteDepth == 1 && !$0.text.isEmpty }.prefix(Self.most).map {
      Candidate(mark: .stated, text: $0.text, isPhrase: isPhrase($0.text))
    }
    let own = blocks.filter { $0.quoteDepth == 0 }
    if found.isEmpty {
      for block in own where found.count < Self.most { addSpoken(of: block.text, to: &found) }
    }
    guard withSentences else { return found }
    for block in own where block.kind == .paragraph && !block.isAside && found.count < Self.most {
      addSentences(of: block.text, to: &found)
    }
    return found
  }

  /// Adds what stands between quotation marks in `text`.
  private func addSpoken(of text: TextRange, to found: inout [Candidate]) {
    var offset = Int(text.start)
    let end = Int(text.end)
    while offset < end {
      guard let mark = QuotationMark(at: offset, in: arena, before: end) else {
        offset += 1
        continue
      }
      let start = offset + mark.length
      guard let close = mark.firstClosing(from: start, in: arena, before: end) else { return }
      let words = TextRange(start, close.lowerBound)
      if isPhrase(words) { found.append(Candidate(mark: .spoken, text: words)) }
      offset = close.upperBound
    }
  }

  /// Whether `text` is several words, and no name, address or title of a file; scripts without blanks are
  /// taken for several.
  private func isPhrase(_ text: TextRange) -> Bool { Self.isPhrase(text, in: arena) }

  /// The same of the words of any text.
  static func isPhrase(_ text: TextRange, in arena: UnsafeRawBufferPointer) -> Bool {
    var blanks = 0
    for offset in text.offsets {
      if arena[offset] >= 0xE3 { return true }
      if arena[offset] <= 0x20 { blanks += 1 }
    }
    return blanks > 1
  }

  /// Adds the sentences of `text` that are long enough to be told by and not quoted already.
  private func addSentences(of text: TextRange, to found: inout [Candidate]) {
    let quoted = found.map(\.text)
    var start = Int(text.start)
    let end = Int(text.end)
    for offset in text.offsets {
      let isEnd: Bool
      switch arena[offset] {
      case 0x21, 0x2E, 0x3F: isEnd = offset + 1 == end || arena[offset + 1] <= 0x20
      case 0x0A: isEnd = true
      default: isEnd = offset + 1 == end
      }
      guard isEnd else { continue }
      let sentence = TextRange(start, offset + 1)
      if sentence.count >= Quotation.leastRepeated, isPhrase(sentence),
        !quoted.contains(where: { $0.start < sentence.end && sentence.start < $0.end })
      {
        found.append(Candidate(mark: .repeated, text: sentence))
      }
      start = offset + 1
    }
  }
}

/// A mark that opens a quotation, in the languages that have pairs of marks.
private struct QuotationMark {
  /// How many bytes it has.
  let length: Int
  /// The marks that close what it opens, UTF-8.
  private let closing: [[UInt8]]

  /// The mark at `offset`, `nil` if there is none.
  init?(at offset: Int, in arena: UnsafeRawBufferPointer, before end: Int) {
    switch arena[offset] {
    case 0x22: (length, closing) = (1, [[0x22]])
    case 0xC2 where offset + 1 < end && arena[offset + 1] == 0xAB:  // «
      (length, closing) = (2, [[0xC2, 0xBB]])
    case 0xC2 where offset + 1 < end && arena[offset + 1] == 0xBB:  // »
      (length, closing) = (2, [[0xC2, 0xAB]])
    case 0xE2 where offset + 2 < end && arena[offset + 1] == 0x80:
      switch arena[offset + 2] {
      case 0x9C: (length, closing) = (3, [[0xE2, 0x80, 0x9D]])  // “ ”
      case 0x9E: (length, closing) = (3, [[0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D]])  // „ “
      default: return nil
      }
    case 0xE3 where offset + 2 < end && arena[offset + 1] == 0x80 && arena[offset + 2] == 0x8C:
      (length, closing) = (3, [[0xE3, 0x80, 0x8D]])  // 「 」
    default: return nil
    }
  }

  /// Where what closes the quotation stands first, `nil` if nothing does.
  func firstClosing(
    from start: Int,
    in arena: UnsafeRawBufferPointer,
    before end: Int
  ) -> Range<Int>? {
    for offset in start..<max(start, end) {
      for mark in closing
      where offset + mark.count <= end && arena[offset] == mark[0]
        && mark.indices.allSatisfy({ arena[offset + $0] == mark[$0] })
      {
        return offset..<offset + mark.count
      }
    }
    return nil
  }
}
