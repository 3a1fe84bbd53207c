import DocumentModel
import DocumentParsing

/// The end of a text the site cut: «… Read more »», in the page's language.
///
/// After a fixed number of words wpDiscuz prints an ellipsis, a no-break space and a label, which are
/// the same for the whole page. Where people type these words themselves, their texts are far shorter.
struct CutMark {
  /// The ellipsis, the space as printed, and the label.
  private let mark: [UInt8]
  /// Texts of fewer words were not cut.
  private let fewestWords: Int

  /// Learns the mark from the last lines of `bodies`, `nil` if none ends in one.
  ///
  /// Looks at the first bodies only, and at no more of them once enough marks were found.
  init?(
    _ lines: TextLines,
    bodies: some Sequence<Range<Int>>,
    policy: TextThreadPolicy
  ) {
    let bytes = lines.bytes
    var found: [(mark: Range<Int>, words: [Int])] = []
    // Nearly all marks are that of the one before.
    var latest = 0
    var heard = 0
    for body in bodies.prefix(policy.cutSampleTexts) {
      guard let last = body.last else { continue }
      let line = lines.text(last)
      guard let start = Self.candidate(bytes, line, policy: policy) else { continue }
      heard += 1
      guard heard <= policy.cutSampleMarks else { break }
      let mark = start..<line.upperBound
      if latest >= found.count || !bytes.equal(found[latest].mark, mark) {
        latest = found.firstIndex { bytes.equal($0.mark, mark) } ?? found.count
      }
      if latest == found.count {
        guard found.count < policy.mostCutMarks else { continue }
        found.append((mark, []))
      }
      let text = lines.offsets(body.lowerBound).lowerBound..<start
      found[latest].words.append(bytes.countWords(text))
    }
    let common = found.max {
      ($0.words.count, $1.mark.count) < ($1.words.count, $0.mark.count)
    }
    guard let common else { return nil }
    mark = Array(bytes[common.mark])
    let words = common.words.sorted()
    fewestWords =
      words.count < policy.leastCutTexts
      ? policy.usualCutWords : words[words.count / 2] / policy.cutWordsPart
  }

  /// The line of `body` that ends in the mark, and where the mark begins.
  ///
  /// Usually the last line; an earlier one if the text of a comment that lost its header follows.
  func find(
    _ lines: TextLines,
    in body: Range<Int>
  ) -> (line: Int, start: Int)? {
    let bytes = lines.bytes
    for line in body.reversed() {
      let whole = lines.text(line)
      guard bytes.ends(whole, with: mark) else { continue }
      let start = whole.upperBound - mark.count
      let text = lines.offsets(body.lowerBound).lowerBound..<start
      return bytes.countWords(text, upTo: fewestWords) >= fewestWords ? (line, start) : nil
    }
    return nil
  }

  private static func candidate(
    _ bytes: UnsafeRawBufferPointer,
    _ line: Range<Int>,
    policy: TextThreadPolicy
  ) -> Int? {
    var offset = line.upperBound - 6
    let limit = max(line.lowerBound, line.upperBound - policy.longestCutLabel)
    // Most texts end without a byte of an ellipsis.
    guard bytes.first(0xE2, in: limit..<line.upperBound) != nil else { return nil }
    while offset >= limit {
      if bytes[offset] == 0xE2, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0xA6 {
        if bytes.isNoBreakSpace(at: offset + 3) {
          let label = bytes.trimmed(offset + 5..<line.upperBound)
          return isLabel(bytes, label, policy: policy) ? offset : nil
        }
        // The extractor made plain spaces of no-break ones: only a guillemet shows that it is a label.
        let label = bytes.trimmed(offset + 3..<line.upperBound)
        return bytes[offset + 3] == 0x20 && bytes.ends(label, with: [0xC2, 0xBB]) ? offset : nil
      }
      offset -= 1
    }
    return nil
  }

  /// Whether a text can be a label: it ends in a guillemet, or is short and no sentence.
  private static func isLabel(
    _ bytes: UnsafeRawBufferPointer,
    _ label: Range<Int>,
    policy: TextThreadPolicy
  ) -> Bool {
    guard !label.isEmpty else { return false }
    if bytes.ends(label, with: [0xC2, 0xBB]) { return true }
    return label.count <= policy.longestPlainLabel
      && !label.contains { [0x2E, 0x2C, 0x3F, 0x21].contains(bytes[$0]) }
  }
}

extension UnsafeRawBufferPointer {
  /// The number of words in `range`, separated by blanks; may stop counting at `limit`.
  fileprivate func countWords(_ range: Range<Int>, upTo limit: Int = .max) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones << 7
    var count = 0
    var offset = range.lowerBound
    // The top bit of each byte that is blank; here that of the byte before.
    var blanks = tops
    while offset + 8 <= range.upperBound, count < limit {
      let word = loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      let before = blanks >> 56
      blanks = ~((word & ~tops) &+ ones &* 0x5F | word) & tops
      let starts = ~blanks & (blanks << 8 | before) & tops
      count += Int(truncatingIfNeeded: ((starts >> 7) &* ones) >> 56)
      offset += 8
    }
    var isBlank = blanks >> 63 == 1
    while offset < range.upperBound, count < limit {
      let wasBlank = isBlank
      isBlank = self[offset] <= 0x20
      if wasBlank && !isBlank { count += 1 }
      offset += 1
    }
    return count
  }
}
