import DocumentModel
import DocumentParsing

/// Turns headers and the lines below them into comments.
struct CommentReader {
  let bytes: UnsafeRawBufferPointer
  let lines: LineTable
  let outline: ThreadOutline

  /// Adds all comments to `builder`.
  func read(into builder: inout DocumentBuilder) {
    builder.reserve(comments: outline.comments.count)
    var reader = TextBlockReader(bytes, lines)
    readHeadless(into: &builder, &reader)
    for (header, end) in outline.comments {
      add(header, end, into: &builder, &reader)
    }
  }

  private func add(
    _ header: CommentHeader,
    _ end: Int,
    into builder: inout DocumentBuilder,
    _ reader: inout TextBlockReader
  ) {
    var last = end
    while last > header.bodyStart, lines.isBlank(last - 1, in: bytes) { last -= 1 }
    if last == end || last > header.bodyStart, isEditNote(last - 1, header) {
      last -= 1
      while last > header.bodyStart, lines.isBlank(last - 1, in: bytes) { last -= 1 }
    }
    let cut =
      last > header.bodyStart
      ? CutMark.start(bytes, bytes.trimmed(lines.offsets(last - 1))) : nil
    let firstBlock = builder.blockCount
    if header.bodyStart < last {
      reader.read(header.bodyStart..<last, upTo: cut ?? .max, into: &builder)
    }
    var draft = CommentDraft(
      blocks: firstBlock..<builder.blockCount,
      lines: Int32(header.first + 1)..<Int32(max(last, header.bodyStart) + 1)
    )
    draft.author = TextRange(header.name.lowerBound, header.name.upperBound)
    draft.isTruncated = cut != nil
    if let name = header.replyName {
      draft.reference = .author(TextRange(name.lowerBound, name.upperBound))
    }
    if let line = header.dateLine {
      let text = bytes.trimmed(lines.offsets(line))
      draft.dateText = TextRange(text.lowerBound, text.upperBound)
      draft.date = header.date.flatMap { outline.marks?.reading.timestamp($0) }
    }
    builder.add(draft)
  }

  private func isEditNote(_ line: Int, _ header: CommentHeader) -> Bool {
    line >= header.bodyStart && EditNote.isOne(bytes, lines.offsets(line))
      && (line == header.bodyStart || lines.isBlank(line - 1, in: bytes))
  }

  /// What stands in the thread above the first header: notices of links, whose headers extractors
  /// drop.
  private func readHeadless(
    into builder: inout DocumentBuilder,
    _ reader: inout TextBlockReader
  ) {
    let end = outline.comments.first?.header.first ?? lines.count
    var start = outline.threadStart
    while start < end, lines.isBlank(start, in: bytes) { start += 1 }
    guard start < end else { return }
    let firstBlock = builder.blockCount
    reader.read(start..<end, into: &builder)
    var draft = CommentDraft(
      reference: .root,
      blocks: firstBlock..<builder.blockCount,
      lines: Int32(start + 1)..<Int32(end + 1)
    )
    draft.state = .ping
    builder.add(draft)
    builder.diagnostics.append(
      Diagnostic(.warning, "text without a header begins the thread", lines: start + 1...end)
    )
  }
}
