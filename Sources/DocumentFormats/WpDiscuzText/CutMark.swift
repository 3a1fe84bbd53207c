import DocumentModel
import DocumentParsing

/// The end of a text the site cut: «… Read more »», in the page's language.
///
/// wpDiscuz prints an ellipsis, a no-break space and a label, the same for the whole page, after a
/// fixed number of words. People who type the words end far shorter texts with them.
struct CutMark {
  /// Ellipsis, space, no-break as printed, and label.
  private let mark: [UInt8]
  /// Texts of fewer words were not cut.
  private let fewestWords: Int

  /// The longest label, in bytes.
  private static let labelLimit = 60
  /// How many words a cut text has where there are too few to compare.
  private static let usualWords = 30

  /// Learns the mark from the last lines of all `bodies`, `nil` if none ends in one.
  init?(_ bytes: UnsafeRawBufferPointer, _ lines: LineTable, bodies: [Range<Int>]) {
    var counts: [ArraySlice<UInt8>: [Int]] = [:]
    for body in bodies {
      guard let last = body.last else { continue }
      let line = bytes.trimmed(lines.offsets(last))
      guard let start = Self.candidate(bytes, line) else { continue }
      let words = Self.words(bytes, lines.offsets(body.lowerBound).lowerBound..<start)
      counts[ArraySlice(bytes[start..<line.upperBound]), default: []].append(words)
    }
    let common = counts.max {
      ($0.value.count, $1.key.count) < ($1.value.count, $0.key.count)
    }
    guard let common else { return nil }
    mark = Array(common.key)
    let words = common.value.sorted()
    fewestWords = words.count < 3 ? Self.usualWords : words[words.count / 2] / 2
  }

  /// The line of `body` that ends in the mark, and where the mark begins.
  ///
  /// Most often the last one; another where the text of a comment whose header is lost runs on.
  func find(
    _ bytes: UnsafeRawBufferPointer,
    _ lines: LineTable,
    in body: Range<Int>
  ) -> (line: Int, start: Int)? {
    for line in body.reversed() {
      let whole = bytes.trimmed(lines.offsets(line))
      guard bytes.ends(whole, with: mark) else { continue }
      let start = whole.upperBound - mark.count
      let text = lines.offsets(body.lowerBound).lowerBound..<start
      return Self.words(bytes, text, upTo: fewestWords) >= fewestWords ? (line, start) : nil
    }
    return nil
  }

  private static func candidate(
    _ bytes: UnsafeRawBufferPointer,
    _ line: Range<Int>
  ) -> Int? {
    var offset = line.upperBound - 6
    let limit = max(line.lowerBound, line.upperBound - labelLimit)
    // Most texts end without a byte of an ellipsis.
    guard bytes.first(0xE2, in: limit..<line.upperBound) != nil else { return nil }
    while offset >= limit {
      if bytes[offset] == 0xE2, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0xA6 {
        if bytes.isNoBreakSpace(at: offset + 3) {
          return isLabel(bytes, bytes.trimmed(offset + 5..<line.upperBound)) ? offset : nil
        }
        // A dump whose no-break spaces were lost: the guillemet alone makes it a label.
        let label = bytes.trimmed(offset + 3..<line.upperBound)
        return bytes[offset + 3] == 0x20 && bytes.ends(label, with: [0xC2, 0xBB]) ? offset : nil
      }
      offset -= 1
    }
    return nil
  }

  /// A label ends in a guillemet, or is short and no sentence.
  private static func isLabel(_ bytes: UnsafeRawBufferPointer, _ label: Range<Int>) -> Bool {
    guard !label.isEmpty else { return false }
    if bytes.ends(label, with: [0xC2, 0xBB]) { return true }
    return label.count <= 24 && !label.contains { [0x2E, 0x2C, 0x3F, 0x21].contains(bytes[$0]) }
  }

  /// How many stretches between blanks a range holds; stops counting at `limit`.
  private static func words(
    _ bytes: UnsafeRawBufferPointer,
    _ range: Range<Int>,
    upTo limit: Int = .max
  ) -> Int {
    var count = 0
    var isInside = false
    for offset in range {
      let isBlank = bytes[offset] <= 0x20
      if isInside && isBlank {
        count += 1
        guard count < limit else { return count }
      }
      isInside = !isBlank
    }
    return isInside ? count + 1 : count
  }
}
