import DocumentModel
import DocumentParsing
import PageModel

/// The text of one block while it is read: white space collapsed, spans as offsets.
struct InlineText {
  /// A span as offsets into `bytes`.
  struct Stretch {
    let kind: Span.Kind
    var range: Range<Int>
    let url: String
  }

  private(set) var bytes: [UInt8] = []
  private(set) var stretches: [Stretch] = []
  private var open: [(kind: Span.Kind, url: String, start: Int)] = []
  private var owesBlank = false
  /// Whether to begin a line if any text follows.
  private var owesLine = false
  /// Whether to add a blank if a word follows.
  private var partsWords = false

  /// Whether there is nothing to show yet.
  var isEmpty: Bool { bytes.isEmpty }

  /// The character to which text would be added, nil at the beginning and behind white space.
  var lastCharacter: Character? {
    guard !owesBlank, let last = bytes.last, !Self.isBlank(last) else { return nil }
    return String(decoding: bytes.suffix(8), as: UTF8.self).last
  }

  /// Adds text with white space collapsed, none at the beginning of a line.
  mutating func append(folding text: UnsafeRawBufferPointer) {
    if partsWords, !text.isEmpty { partWords(before: text) }
    var start = 0
    while start < text.count {
      if Self.isBlank(text[start]) {
        owesBlank = true
        start += 1
        continue
      }
      // Words with single blanks between them are taken as they stand.
      var end = start + 1
      while end < text.count {
        let byte = text[end]
        if byte > 0x20 || !Self.isBlank(byte) {
          end += 1
        } else if byte == 0x20, end + 1 < text.count, !Self.isBlank(text[end + 1]) {
          end += 2
        } else {
          break
        }
      }
      payBlank()
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start..<end]))
      start = end
    }
  }

  /// Adds text with white space collapsed, none at the beginning of a line.
  mutating func append(folding text: String) {
    var text = text
    text.withUTF8 { append(folding: UnsafeRawBufferPointer($0)) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  /// Adds text unchanged, with its line breaks and blanks.
  mutating func append(verbatim text: some Sequence<UInt8>) {
    payBlank()
    bytes.append(contentsOf: text)
  }

  /// Adds text that is ready, with the stretches in it.
  mutating func append(verbatim text: [UInt8], _ marked: [Stretch]) {
    payBlank()
    let start = bytes.count
    bytes.append(contentsOf: text)
    for var stretch in marked {
      stretch.range = start + stretch.range.lowerBound..<start + stretch.range.upperBound
      stretches.append(stretch)
    }
  }

  /// Adds a blank if a word follows, but not before punctuation.
  mutating func partWords() { partsWords = true }

  /// Adds a line break; none at the beginning.
  mutating func breakLine() {
    owesBlank = false
    owesLine = false
    partsWords = false
    if !bytes.isEmpty { bytes.append(0x0A) }
  }

  /// Begins a line, unless the text stands at the beginning of one.
  mutating func startLine() {
    if !bytes.isEmpty && bytes.last != 0x0A { breakLine() }
  }

  /// Ends the line, if any text follows.
  mutating func endLine() { owesLine = true }

  /// Begins a stretch; `close` ends the last one that is open.
  mutating func openStretch(_ kind: Span.Kind, url: String = "") {
    payBlank()
    open.append((kind, url, bytes.count))
  }

  /// Ends the stretch that was opened last.
  mutating func closeStretch() {
    guard let last = open.popLast() else { return }
    keep(last.kind, url: last.url, from: last.start)
  }

  /// Returns the text and starts an empty one; open stretches continue in the next block.
  mutating func take() -> (bytes: [UInt8], stretches: [Stretch]) {
    for stretch in open { keep(stretch.kind, url: stretch.url, from: stretch.start) }
    while let last = bytes.last, last == 0x0A || last == 0x20 { bytes.removeLast() }
    let end = bytes.count
    let kept = stretches.compactMap { stretch -> Stretch? in
      var stretch = stretch
      let upper = min(stretch.range.upperBound, end)
      guard stretch.range.lowerBound < upper else { return nil }
      stretch.range = stretch.range.lowerBound..<upper
      return stretch
    }
    let text = bytes
    bytes.removeAll(keepingCapacity: true)
    stretches.removeAll()
    owesBlank = false
    owesLine = false
    partsWords = false
    open = open.map { ($0.kind, $0.url, 0) }
    return (text, kept.sorted(by: Self.isBefore))
  }

  /// Outer stretches come before those inside them.
  private static func isBefore(_ left: Stretch, _ right: Stretch) -> Bool {
    left.range.lowerBound != right.range.lowerBound
      ? left.range.lowerBound < right.range.lowerBound
      : left.range.count > right.range.count
  }

  private mutating func keep(_ kind: Span.Kind, url: String, from start: Int) {
    guard start < bytes.count else { return }
    stretches.append(Stretch(kind: kind, range: start..<bytes.count, url: url))
  }

  /// Adds the blank between words, if a word follows; stretches that are open begin behind it.
  private mutating func partWords(before text: UnsafeRawBufferPointer) {
    partsWords = false
    let next = String(decoding: text.prefix(8), as: UTF8.self).first
    guard let next, next.isLetter || next.isNumber else { return }
    let end = bytes.count
    owesBlank = true
    payBlank()
    for index in open.indices where open[index].start == end { open[index].start = bytes.count }
  }

  private mutating func payBlank() {
    if owesLine {
      owesLine = false
      startLine()
    }
    if owesBlank, let last = bytes.last, last != 0x0A { bytes.append(0x20) }
    owesBlank = false
  }
}
