import DocumentModel
import DocumentParsing

/// Turns headers and the lines below them into comments.
struct CommentReader {
  let bytes: UnsafeRawBufferPointer
  let lines: LineTable
  let outline: ThreadOutline

  /// Adds all comments to `builder`.
  func read(into builder: inout DocumentBuilder, policies: TextPolicies) {
    builder.reserve(comments: outline.comments.count)
    var reader = TextBlockReader(bytes, lines, layout: .comments, policy: policies.blocks)
    readHeaderless(into: &builder, &reader)
    let bodies = outline.comments.lazy.map(body(of:))
    let cut = CutMark(bytes, lines, bodies: bodies, policy: policies.thread)
    for header in outline.comments {
      add(header, body(of: header), cut, into: &builder, &reader)
    }
  }

  /// The lines of a comment's text: below the header, without blank lines, votes and the note that
  /// it was edited at its end.
  private func body(of header: CommentHeader) -> Range<Int> {
    let end = outline.bodyEnd
    let (start, limit) = (header.bodyStart, header.end)
    var last = limit
    func skipBlank() {
      while last > start, lines.isBlank(last - 1, in: bytes) { last -= 1 }
    }
    if last > start, end.isVotes(last - 1) { last -= 1 }
    // Only what has no blank line below it can be the note.
    let mayBeNote = last == lines.count || !lines.isBlank(last - 1, in: bytes)
    skipBlank()
    if mayBeNote, last > start, end.isEditNote(last - 1),
      last - 1 == start || lines.isBlank(last - 2, in: bytes)
    {
      last -= 1
      skipBlank()
    }
    return start..<max(start, last)
  }

  private func add(
    _ header: CommentHeader,
    _ body: Range<Int>,
    _ mark: CutMark?,
    into builder: inout DocumentBuilder,
    _ reader: inout TextBlockReader
  ) {
    let cut = mark?.find(bytes, lines, in: body)
    let firstBlock = builder.blockCount
    if let cut {
      reader.read(body.lowerBound..<cut.line + 1, upTo: cut.start, into: &builder)
      reader.read(cut.line + 1..<body.upperBound, into: &builder)
    } else {
      reader.read(body, into: &builder)
    }
    var draft = CommentDraft(
      blocks: firstBlock..<builder.blockCount,
      lines: Int32(header.first + 1)..<Int32(body.upperBound + 1)
    )
    draft.author = TextRange(header.name.lowerBound, header.name.upperBound)
    draft.isByArticleAuthor = header.isByArticleAuthor
    draft.isTruncated = cut != nil
    if let name = header.replyName {
      draft.reference = .author(TextRange(name.lowerBound, name.upperBound))
    }
    if let line = header.dateLine {
      let text = bytes.trimmed(lines.offsets(line))
      draft.dateText = TextRange(text.lowerBound, text.upperBound)
      draft.date = header.moment
    }
    builder.add(draft)
  }

  /// What stands in the thread above the first header: notices of links, whose headers extractors
  /// drop, or all comments of a page that prints no dates.
  private func readHeaderless(
    into builder: inout DocumentBuilder,
    _ reader: inout TextBlockReader
  ) {
    var end = outline.comments.first?.first ?? lines.count
    var start = outline.threadStart
    while start < end, lines.isBlank(start, in: bytes) { start += 1 }
    while start < end, lines.isBlank(end - 1, in: bytes) { end -= 1 }
    guard start < end else { return }
    let firstBlock = builder.blockCount
    reader.read(start..<end, into: &builder)
    builder.add(
      CommentDraft(
        reference: .root,
        state: .headerless,
        blocks: firstBlock..<builder.blockCount,
        lines: Int32(start + 1)..<Int32(end + 1)
      )
    )
  }
}
