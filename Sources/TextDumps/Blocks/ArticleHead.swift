import DocumentModel
import DocumentParsing

/// The title of an article of plain text and the line under it that names the author.
struct ArticleHead {
  /// The title, `nil` if the text begins with a paragraph.
  private(set) var title: Range<Int>?
  /// The byline, `nil` if there is none.
  private(set) var byline: Byline?
  /// The first line after both.
  private(set) var end: Int

  /// Reads the head of the text in the lines of `range`, wrapped at `wrap` if at all.
  ///
  /// A title is a line, not overlong, with a blank line or nothing below it; or a line that is
  /// underlined or centred between the margins.
  init(
    _ lines: TextLines,
    in range: Range<Int>,
    wrap: WrapColumn?,
    policy: TextBlockPolicy
  ) {
    let bytes = lines.bytes
    func firstFilled(_ line: Int) -> Int {
      var line = line
      while line < range.upperBound, lines.isBlank(line) { line += 1 }
      return line
    }
    end = firstFilled(range.lowerBound)
    guard end < range.upperBound else { return }
    let first = TextLine(bytes, lines.offsets(end), policy: policy)
    let isUnderlined =
      end + 1 < range.upperBound
      && TextLine(bytes, lines.offsets(end + 1), policy: policy).underlines(
        first,
        in: bytes,
        policy: policy
      )
    let standsAlone =
      end + 1 >= range.upperBound || lines.isGap(end + 1, isWrapped: wrap != nil)
    if isUnderlined || wrap?.centres(first) == true
      || first.text.count <= policy.longestTitle && standsAlone
    {
      title = first.text
      end = firstFilled(end + (isUnderlined ? 2 : 1))
    }
    guard end < range.upperBound else { return }
    byline = Byline(bytes, lines.text(end), policy: policy)
    if byline != nil { end += 1 }
  }
}

/// The line under a title that names the author: «By A from The B Review».
struct Byline {
  /// The whole line.
  let line: TextRange
  /// The name alone.
  let author: TextRange

  private static let openings: [[UInt8]] = [
    "By ", "by ", "BY ", "Von ", "von ", "Par ", "par ", "Por ", "por ", "Di ", "Door ", "door ",
    "Av ", "Af ", "Autor: ", "Автор: ", "Author: ", "Written by ",
  ].map { Array($0.utf8) }

  private static let closings: [[UInt8]] = [
    " from ", " for ", " at ", " | ", ", ", " – ", " — ", " in ", " on ", " aus ", " für ",
    " pour ",
    " para ", " per ", " voor ", " för ",
  ].map { Array($0.utf8) }

  /// Reads the line at `range`, `nil` if it is none.
  init?(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, policy: TextBlockPolicy) {
    guard range.count <= policy.longestByline,
      let opening = Self.openings.first(where: { bytes.starts(range, with: $0) }),
      let last = range.last, ![0x2E, 0x21, 0x3F, 0x3A, 0x3B].contains(bytes[last])
    else { return nil }
    let start = range.lowerBound + opening.count
    var end = range.upperBound
    for closing in Self.closings {
      for offset in start..<end where bytes.starts(offset..<end, with: closing) {
        end = offset
        break
      }
    }
    let name = bytes.trimmed(start..<end)
    guard let first = name.first, !(0x61...0x7A ~= bytes[first]) else { return nil }
    line = TextRange(range.lowerBound, range.upperBound)
    author = TextRange(name.lowerBound, name.upperBound)
  }
}
