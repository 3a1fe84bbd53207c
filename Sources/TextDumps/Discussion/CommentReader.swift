import DocumentModel
import DocumentParsing

/// Turns headers and the lines below them into comments.
struct CommentReader {
  let lines: TextLines
  let outline: ThreadOutline

  /// Adds all comments to `builder`.
  func read(into builder: inout DocumentBuilder, policies: TextPolicies) {
    builder.reserve(comments: outline.comments.count)
    var reader = TextBlockReader(lines, layout: .comments, policy: policies.blocks)
    readHeaderless(with: &reader, into: &builder)
    let bodies = outline.comments.lazy.map(body(of:))
    let cut = CutMark(lines, bodies: bodies, policy: policies.thread)
    for header in outline.comments {
      let body = body(of: header)
      add(header, body: body, cut: cut?.find(lines, in: body), with: &reader, into: &builder)
    }
  }

  /// The lines of a comment's text, without the blank lines, the votes and the note of an edit at its
  /// end.
  private func body(of header: CommentHeader) -> Range<Int> {
    let end = outline.bodyEnd
    let (start, limit) = (header.bodyStart, header.end)
    var last = limit
    func skipBlank() {
      while last > start, lines.isBlank(last - 1) { last -= 1 }
    }
    if last > start, end.isVotes(last - 1) { last -= 1 }
    // A note of an edit has no blank line below it.
    let mayBeNote = last == lines.count || !lines.isBlank(last - 1)
    skipBlank()
    if mayBeNote, last > start, end.isEditNote(last - 1),
      last - 1 == start || lines.isBlank(last - 2)
    {
      last -= 1
      skipBlank()
    }
    return start..<max(start, last)
  }

  /// The points on the line of votes below a comment, `nil` if there is none.
  private func points(of header: CommentHeader) -> Int? {
    let line = outline.hasFooters ? header.end : header.end - 1
    guard line >= header.bodyStart, line < lines.count,
      outline.hasFooters || outline.bodyEnd.isVotes(line)
    else { return nil }
    return String(decoding: lines.bytes[lines.text(line)], as: UTF8.self).points
  }

  private func add(
    _ header: CommentHeader,
    body: Range<Int>,
    cut: (line: Int, start: Int)?,
    with reader: inout TextBlockReader,
    into builder: inout DocumentBuilder
  ) {
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
    if !NameShape.isToken(lines.bytes, header.name) {
      draft.author = TextRange(header.name.lowerBound, header.name.upperBound)
    }
    draft.isByArticleAuthor = header.isByArticleAuthor
    draft.isTruncated = cut != nil
    draft.score = points(of: header)
    if let name = header.replyName {
      draft.reference = .author(TextRange(name.lowerBound, name.upperBound))
    }
    if let line = header.dateLine {
      let text = lines.text(line)
      draft.dateText = TextRange(text.lowerBound, text.upperBound)
      draft.date = header.moment
    }
    builder.add(draft)
  }

  /// Reads the text of the thread above the first header: pings, whose headers extractors drop, or all
  /// comments of a page that prints no dates.
  private func readHeaderless(
    with reader: inout TextBlockReader,
    into builder: inout DocumentBuilder
  ) {
    var end = outline.comments.first?.first ?? lines.count
    var start = outline.threadStart
    while start < end, lines.isBlank(start) { start += 1 }
    while start < end, lines.isBlank(end - 1) { end -= 1 }
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
