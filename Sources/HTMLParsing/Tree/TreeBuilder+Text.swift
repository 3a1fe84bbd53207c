/// A run of bytes of text, and how it is to be read.
struct TextPiece {
  var range: Range<Int>
  let traits: TextTraits
}

/// Text in all modes.
extension TreeBuilder {
  /// Handles the text of the token, or the part of it that is left.
  mutating func text() -> Outcome {
    switch mode {
    case .inBody, .inCell, .inCaption: textInBody()
    case .text: insertText()
    case .inTable, .inTableBody, .inRow: return textInTable()
    case .inTableText: tableText.append(piece)
    case .inTemplate: textInBody()
    case .initial, .beforeHTML, .beforeHead: return textBeforeHead()
    case .inHead, .inHeadNoscript, .afterHead, .inColumnGroup: return textInHead()
    case .afterBody, .afterAfterBody:
      if !isWhitespace(piece) { mode = .inBody }
      textInBody()
    case .inFrameset, .afterFrameset, .afterAfterFrameset: insertWhitespaceOnly()
    }
    return .done
  }

  private var piece: TextPiece {
    TextPiece(range: tokenizer.token.range, traits: tokenizer.token.traits)
  }

  /// Leaves out the newline that begins the text after `<pre>` and its like.
  mutating func dropNewline() {
    skipsNewline = false
    guard tokenizer.token.kind == .text else { return }
    let range = tokenizer.token.range
    let unit = unit(at: range.lowerBound, piece)
    guard unit.scalar == 0x0A else { return }
    tokenizer.token.range = (range.lowerBound + unit.count)..<range.upperBound
  }

  /// Adds the text of the token where the next node goes.
  @inline(__always)
  mutating func insertText() {
    guard !tokenizer.token.range.isEmpty else { return }
    tree.insertText(tokenizer.token.range, tokenizer.token.traits, at: place())
  }

  @inline(__always)
  mutating func textInBody() {
    let range = tokenizer.token.range
    guard !range.isEmpty else { return }
    if tokenizer.base[range.lowerBound] == 0 && isOnlyNUL(range) { return }
    reconstructFormatting()
    if isFramesetOK && !isWhitespace(piece) { isFramesetOK = false }
    tokenizer.token.traits.insert(.dropsNUL)
    insertText()
  }

  private func isOnlyNUL(_ range: Range<Int>) -> Bool {
    range.allSatisfy { tokenizer.base[$0] == 0 }
  }

  private mutating func textBeforeHead() -> Outcome {
    dropLeadingWhitespace(inserting: false)
    guard !tokenizer.token.range.isEmpty else { return .done }
    switch mode {
    case .initial: return leaveInitial()
    case .beforeHTML: return leaveBeforeHTML()
    default: return leaveBeforeHead()
    }
  }

  private mutating func textInHead() -> Outcome {
    dropLeadingWhitespace(inserting: true)
    guard !tokenizer.token.range.isEmpty else { return .done }
    switch mode {
    case .inHead: return leaveHead()
    case .inHeadNoscript: return leaveHeadNoscript()
    case .afterHead: return leaveAfterHead()
    default: return leaveColumnGroup()
    }
  }

  /// Takes white space off the beginning of the token's text.
  private mutating func dropLeadingWhitespace(inserting: Bool) {
    let range = tokenizer.token.range
    let end = whitespaceEnd(piece)
    guard end > range.lowerBound else { return }
    tokenizer.token.range = range.lowerBound..<end
    if inserting { insertText() }
    tokenizer.token.range = end..<range.upperBound
  }

  /// Adds the white space of the text and leaves out the rest, as framesets do.
  private mutating func insertWhitespaceOnly() {
    let whole = piece
    var at = whole.range.lowerBound
    while at < whole.range.upperBound {
      let end = whitespaceEnd(TextPiece(range: at..<whole.range.upperBound, traits: whole.traits))
      tokenizer.token.range = at..<end
      insertText()
      at = end
      if at < whole.range.upperBound { at += unit(at: at, whole).count }
    }
  }

  /// Collects text that stands directly in a table until it is known whether it is all white space.
  private mutating func textInTable() -> Outcome {
    guard currentTag.isTableContext || currentTag == .template else { return fosterToken() }
    tableText.removeAll(keepingCapacity: true)
    originalMode = mode
    mode = .inTableText
    return .again
  }

  /// Puts the collected text into the table, or before it if it is more than white space.
  mutating func leaveTableText() -> Outcome {
    let token = tokenizer.token
    let isBlank = tableText.allSatisfy { isWhitespace($0) }
    for piece in tableText {
      tokenizer.token.range = piece.range
      tokenizer.token.traits = piece.traits
      if isBlank {
        guard !isOnlyNUL(piece.range) else { continue }
        tokenizer.token.traits.insert(.dropsNUL)
        insertText()
      } else {
        isFosterParenting = true
        textInBody()
        isFosterParenting = false
      }
    }
    tableText.removeAll(keepingCapacity: true)
    tokenizer.token = token
    mode = originalMode
    return .again
  }

  /// Whether a piece holds nothing but white space and NUL.
  func isWhitespace(_ piece: TextPiece) -> Bool {
    var at = piece.range.lowerBound
    while at < piece.range.upperBound {
      at = whitespaceEnd(TextPiece(range: at..<piece.range.upperBound, traits: piece.traits))
      while at < piece.range.upperBound && tokenizer.base[at] == 0 { at += 1 }
      guard at < piece.range.upperBound else { return true }
      if !isSpace(unit(at: at, piece).scalar) { return false }
    }
    return true
  }

  /// Where the white space that begins a piece ends.
  private func whitespaceEnd(_ piece: TextPiece) -> Int {
    var at = piece.range.lowerBound
    while at < piece.range.upperBound {
      let byte = tokenizer.base[at]
      if byte.isSpace {
        at += 1
      } else if byte == 0x26 {
        let unit = unit(at: at, piece)
        guard isSpace(unit.scalar) else { break }
        at += unit.count
      } else {
        break
      }
    }
    return at
  }

  private func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x0A || scalar == 0x09 || scalar == 0x0C || scalar == 0x0D
  }

  /// What stands at an offset: a reference, a line break or a byte.
  private func unit(at offset: Int, _ piece: TextPiece) -> (scalar: UInt32, count: Int) {
    let end = piece.range.upperBound
    guard offset < end else { return (0, 1) }
    let byte = tokenizer.base[offset]
    if byte == 0x0D {
      let isPair = offset + 1 < end && tokenizer.base[offset + 1] == 0x0A
      return (0x0A, isPair ? 2 : 1)
    }
    if byte == 0x26 && piece.traits.contains(.references) {
      let rest = UnsafeBufferPointer(start: tokenizer.base + offset, count: end - offset)
      if let reference = CharacterReference(rest, inAttribute: false) {
        return (reference.first, reference.count)
      }
    }
    return (UInt32(byte), 1)
  }
}
