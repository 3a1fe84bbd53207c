import DocumentModel

/// A discussion as plain text: the article, then the comments, indented by depth.
///
/// Paragraphs are not wrapped.
public enum TextExport: DocumentExport {
  /// `text`.
  public static let name = "text"

  /// Comments are indented no deeper than this.
  static let indentLimit = 20

  /// Writes `document`.
  public static func write(_ document: Document, to sink: inout ByteSink) {
    document.text.withBytes { bytes in
      let writer = TextDocument(document: document, bytes: bytes)
      writer.writeArticle(to: &sink)
      writer.writeThread(to: &sink)
    }
  }
}

/// Writes one document.
struct TextDocument {
  let document: Document
  let bytes: UnsafeRawBufferPointer

  func writeArticle(to sink: inout ByteSink) {
    let article = document.article
    if !article.title.isEmpty {
      write(article.title, to: &sink)
      sink.write("\n")
    }
    if !article.byline.isEmpty {
      write(article.byline, to: &sink)
      sink.write("\n")
    }
    if let date = article.date {
      sink.write(date.description)
      sink.write("\n")
    }
    if !article.title.isEmpty || !article.byline.isEmpty { sink.write("\n") }
    write(article.blocks, indent: 0, to: &sink)
  }

  func writeThread(to sink: inout ByteSink) {
    for id in document.headerless {
      sink.write("\n———— text without a header ————\n\n")
      write(document[id].blocks, indent: 0, to: &sink)
    }
    let comments = document.comments.dropFirst(document.headerless.count)
    guard !comments.isEmpty else { return }
    let count = document.commentCount
    sink.write("\n———— ")
    sink.write(decimal: count)
    sink.write(count == 1 ? " comment ————\n" : " comments ————\n")
    for comment in comments {
      let indent = min(comment.depth, TextExport.indentLimit) * 2
      sink.write("\n")
      writeHeader(of: comment, indent: indent, to: &sink)
      write(comment.blocks, indent: indent + 2, to: &sink)
      if comment.isTruncated {
        pad(indent + 2, &sink)
        sink.write("[… cut by the site]\n")
      }
    }
  }

  private func writeHeader(of comment: Comment, indent: Int, to sink: inout ByteSink) {
    pad(indent, &sink)
    if let author = comment.author {
      write(document[author].name, to: &sink)
      if comment.authorship == .inferred { sink.write("?") }
    } else {
      sink.write(comment.state == .ping ? "(another page)" : "(unsigned)")
    }
    if comment.isByArticleAuthor { sink.write(" [author]") }
    if !comment.dateText.isEmpty {
      sink.write(" · ")
      write(comment.dateText, to: &sink)
    } else if let date = comment.date {
      sink.write(" · ")
      sink.write(date.description)
    }
    if !comment.replyTo.isEmpty {
      sink.write(" · to ")
      write(comment.replyTo, to: &sink)
    }
    if comment.isTruncated { sink.write(" · cut") }
    if comment.state == .deleted { sink.write(" · deleted") }
    sink.write("\n")
  }

  private func write(_ range: Range<Int32>, indent: Int, to sink: inout ByteSink) {
    var previous: Block.Kind?
    for block in document.blocks(in: range) {
      let joins = previous == .listItem && block.kind == .listItem
      if indent == 0, previous != nil, !joins { sink.write("\n") }
      if indent > 0, previous != nil, previous != block.kind { sink.write("\n") }
      write(block, indent: indent, to: &sink)
      previous = block.kind
    }
  }

  private func write(_ block: Block, indent: Int, to sink: inout ByteSink) {
    var start = Int(block.text.start)
    let end = Int(block.text.end)
    var isFirst = true
    repeat {
      var stop = start
      while stop < end, bytes[stop] != 0x0A { stop += 1 }
      pad(indent, &sink)
      if block.quoteDepth > 0, start < end, bytes[start] != 0x3E { sink.write("> ") }
      writeMarker(of: block, isFirst, to: &sink)
      sink.write(UnsafeRawBufferPointer(rebasing: bytes[start..<stop]))
      sink.write("\n")
      start = stop + 1
      isFirst = false
    } while start < end
  }

  private func writeMarker(of block: Block, _ isFirst: Bool, to sink: inout ByteSink) {
    switch block.kind {
    case .listItem:
      pad(Int(block.level) * 2, &sink)
      if !isFirst {
        sink.write("  ")
      } else if let ordinal = block.ordinal {
        sink.write(decimal: Int(ordinal))
        sink.write(". ")
      } else {
        sink.write("• ")
      }
    case .code: sink.write("    ")
    case .rule: sink.write("* * *")
    case .image: sink.write(isFirst ? "[image] " : "        ")
    case .embed: sink.write(isFirst ? "[embedded] " : "           ")
    case .paragraph, .heading, .table: break
    }
  }

  private func write(_ text: TextRange, to sink: inout ByteSink) {
    sink.write(UnsafeRawBufferPointer(rebasing: bytes[text.offsets]))
  }

  private func pad(_ columns: Int, _ sink: inout ByteSink) {
    for _ in 0..<columns { sink.write(0x20) }
  }
}
