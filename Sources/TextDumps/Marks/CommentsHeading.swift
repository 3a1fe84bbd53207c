import DocumentModel
import DocumentParsing

/// The lines a page prints between article and thread: the subscription form, the number of
/// comments, the choice of their order.
struct CommentsHeading {
  /// The lines that belong to neither article nor thread.
  let lines: Range<Int>
  /// How many comments the page says there are, `nil` if it rounds («5K Comments»).
  let declared: Int?

  private static let stems: [[UInt8]] = [
    "comment", "kommentar", "koment", "coment", "commen", "Коммент", "Комент",
    "reacti", "kommentit", "kommentti", "yorum", "коммент", "комент", "hozzászól",
    "コメント", "评论", "評論", "条评论", "댓글", "відгук", "отзыв", "opinion", "opini",
  ].map { Array($0.utf8) }

  /// Finds the form in front of a thread, `nil` if the page has none or the extractor dropped it.
  ///
  /// It is a run of short lines, one of which reads «12 Comments». Because comments can quote such
  /// lines, only a few of the page's `dated` lines may precede it. Where comments are closed, the form
  /// is missing and the number comes first; then the choice of the order must follow.
  init?(
    _ text: TextLines,
    dated: [ThreadMarks.DatedLine],
    policy: TextThreadPolicy
  ) {
    let dates: [Int] = dated.lazy.filter { $0.date.isMoment }.map(\.line)
    let lastAbove = max(policy.leastDatesAbove, dates.count / policy.datesAbovePart)
    var datesAbove = 0
    let limit = lastAbove < dates.count ? dates[lastAbove] : text.count
    let longest = policy.longestFormLine
    for line in 0..<limit where Self.mayCount(text.bytes, text.offsets(line), longest: longest) {
      let offsets = text.offsets(line)
      let runStart = Self.runStart(text, above: line, policy: policy)
      let before = line - runStart
      guard before <= policy.mostFormLines, let declared = Self.count(text.bytes, text.text(line))
      else { continue }
      while datesAbove < dates.count, dates[datesAbove] <= line { datesAbove += 1 }
      let next = datesAbove < dates.count ? dates[datesAbove] : text.count
      let end = Self.skipOrder(text, from: line + 1, upTo: next, policy: policy)
      let isDoubled =
        line + 1 < text.count && text.bytes.equal(offsets, text.offsets(line + 1))
      guard !isDoubled, before >= policy.leastFormLines || end > line + 1 else { continue }
      self.declared = declared < 0 ? nil : declared
      lines = runStart..<end
      return
    }
    return nil
  }

  /// Whether the line at `offsets` can begin with a number: by its length and its first byte.
  @inline(__always)
  private static func mayCount(
    _ bytes: UnsafeRawBufferPointer,
    _ offsets: Range<Int>,
    longest: Int
  ) -> Bool {
    guard !offsets.isEmpty, offsets.count <= longest else { return false }
    let first = bytes[offsets.lowerBound]
    return 0x30...0x39 ~= first || first <= 0x20 || first == 0xC2
  }

  /// The first line of the run of short lines above `line`, which is searched no further than the form
  /// may be long.
  private static func runStart(
    _ text: TextLines,
    above line: Int,
    policy: TextThreadPolicy
  ) -> Int {
    var start = line
    while start > 0, line - start <= policy.mostFormLines,
      text.offsets(start - 1).count <= policy.longestFormLine,
      !text.isBlank(start - 1)
    {
      start -= 1
    }
    return start
  }

  /// Reads «12 Comments» or «5K Comments»: the number, -1 if it is rounded, `nil` for other lines.
  private static func count(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Int? {
    var offset = line.lowerBound
    var value = 0
    while offset < line.upperBound, 0x30...0x39 ~= bytes[offset], value < 100_000_000 {
      value = value * 10 + Int(bytes[offset] - 0x30)
      offset += 1
    }
    guard offset > line.lowerBound, offset < line.upperBound else { return nil }
    while offset < line.upperBound,
      [0x2E, 0x2C, 0x4B, 0x4D, 0x6B].contains(bytes[offset])
        || 0x30...0x39 ~= bytes[offset]
    {
      value = -1
      offset += 1
    }
    let rest = bytes.trimmed(offset..<line.upperBound)
    guard !rest.isEmpty else { return nil }
    let word = rest.map { 0x41...0x5A ~= bytes[$0] ? bytes[$0] | 0x20 : bytes[$0] }
    return stems.contains { word.starts(with: $0) } ? value : nil
  }

  /// The first line after the choice of the order, which takes two lines: «Newest», «Oldest Most
  /// Voted».
  ///
  /// These are recognised by the number of lines before the first date: a comment's header has its
  /// name there once or twice, so two different lines, or more than two, begin with the orders.
  private static func skipOrder(
    _ text: TextLines,
    from start: Int,
    upTo date: Int,
    policy: TextThreadPolicy
  ) -> Int {
    var end = start
    while end < min(date, text.count), end - start <= policy.leastOrderLines,
      !text.isBlank(end)
    {
      end += 1
    }
    let isDoubled =
      end - start == 2
      && text.bytes.equal(text.offsets(start), text.offsets(start + 1))
    return end - start >= policy.leastOrderLines && !isDoubled ? start + 2 : start
  }
}
