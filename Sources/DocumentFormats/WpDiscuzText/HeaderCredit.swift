import DocumentModel
import DocumentParsing

/// Decides which of the lines that look like headers are.
struct HeaderCredit {
  let bytes: UnsafeRawBufferPointer
  let lines: LineTable
  let marks: ThreadMarks
  let range: Range<Int>

  /// The headers that are believed.
  func believed(_ headers: [CommentHeader], _ order: DateOrder) -> [CommentHeader] {
    var believed: [CommentHeader] = []
    believed.reserveCapacity(headers.count)
    for (index, header) in headers.enumerated() {
      var score = (header.isDoubled ? 1 : 0) + (header.replyName == nil ? 0 : 1)
      if !isClearAbove(header) { score -= 2 }
      if !isClearBelow(header, index + 1 < headers.count ? headers[index + 1] : nil) { score -= 2 }
      if let line = header.dateLine, order.isMisplaced(line) { score -= 3 }
      if score >= 0 { believed.append(header) }
    }
    return believed
  }

  private func isClearAbove(_ header: CommentHeader) -> Bool {
    let above = header.first - 1
    guard above >= range.lowerBound, !lines.isBlank(above, in: bytes) else { return true }
    let offsets = lines.offsets(above)
    let first = bytes[offsets.lowerBound]
    return first == 0x20 || first == 0x09 || EditNote.isOne(bytes, offsets)
      || marks.replyName(bytes, offsets) != nil
      || DateLine(bytes, bytes.trimmed(offsets))?.shape == marks.dateShape
  }

  /// Whether the text below is set off from the header, or there is none.
  private func isClearBelow(_ header: CommentHeader, _ next: CommentHeader?) -> Bool {
    let below = header.bodyStart
    guard below < range.upperBound, !lines.isBlank(below, in: bytes) else { return true }
    if let next, next.first <= below { return true }
    let first = bytes[lines.offsets(below).lowerBound]
    return first == 0x20 || first == 0x09
  }
}
