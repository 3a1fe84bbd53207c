import DocumentModel
import DocumentParsing

/// Decides which of the lines that look like headers are.
struct HeaderCredit {
  let bytes: UnsafeRawBufferPointer
  let lines: LineTable
  let marks: ThreadMarks
  let range: Range<Int>
  let bodyEnd: BodyEnd

  /// Drops the headers that are not believed; `verdicts` are those on their dates.
  func keepBelieved(_ headers: inout [CommentHeader], _ verdicts: [DateOrder.Verdict]) {
    var kept = 0
    for index in headers.indices {
      let header = headers[index]
      var score = (header.isDoubled ? 1 : 0) + (header.replyName == nil ? 0 : 1)
      if !isClearAbove(header) { score -= 2 }
      if !isClearBelow(header, index + 1 < headers.count ? headers[index + 1] : nil) { score -= 2 }
      switch verdicts[index] {
      case .fitting: break
      case .tooOld: score -= 3
      case .tooYoung: score -= 2
      case .remote: score -= 1
      }
      guard score >= 0 else { continue }
      headers[kept] = header
      kept += 1
    }
    headers.removeLast(headers.count - kept)
  }

  private func isClearAbove(_ header: CommentHeader) -> Bool {
    let above = header.first - 1
    guard above >= range.lowerBound, !lines.isBlank(above, in: bytes) else { return true }
    let offsets = lines.offsets(above)
    return bodyEnd.isMark(above)
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
