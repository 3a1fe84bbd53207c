import DocumentModel

/// A discussion as Markdown: article and comments have headings, depth is shown by quoting.
///
/// CommonMark with the tables of GitHub's dialect. What only looks like mark-up has a backslash, so that
/// the text reads as it was written.
public enum MarkdownExport: DocumentExport {
  /// `markdown`.
  public static let name = "markdown"

  /// Comments are quoted no deeper than this.
  static let quoteLimit = 12

  /// Writes `document`, in lines of `width` columns where a line break means no more than a blank.
  public static func write(_ document: Document, width: Int? = nil, to sink: inout ByteSink) {
    document.text.withBytes { bytes in
      let text = MarkdownText(document: document, bytes: bytes)
      MarkdownDocument(text: text, blocks: MarkdownBlocks(text: text, width: width)).write(
        to: &sink
      )
    }
  }
}

/// Writes one document.
struct MarkdownDocument {
  let text: MarkdownText
  let blocks: MarkdownBlocks

  private var document: Document { text.document }

  func write(to sink: inout ByteSink) {
    writeHead(of: document.article, to: &sink)
    writeParagraphs(document.article.blocks, to: &sink)
    for id in document.headerless {
      sink.write("## Text without a header\n\n")
      writeParagraphs(document[id].blocks, to: &sink)
    }
    let comments = document.comments.dropFirst(document.headerless.count)
    guard !comments.isEmpty else { return }
    let count = document.commentCount
    sink.write("## ")
    sink.write(decimal: count)
    sink.write(count == 1 ? " comment\n" : " comments\n")
    for comment in comments {
      let depth = min(comment.depth, MarkdownExport.quoteLimit)
      sink.write("\n")
      writeHeader(of: comment, depth, to: &sink)
      if !comment.blocks.isEmpty { blocks.writeBlank(depth, to: &sink) }
      blocks.write(comment.blocks, depth: depth, to: &sink)
      let note: StaticString? =
        comment.isTruncated
        ? "*… cut by the site*\n" : comment.isTextLost ? "*not in this file*\n" : nil
      if let note {
        blocks.writeBlank(depth, to: &sink)
        blocks.quote(depth, &sink)
        sink.write(note)
      }
    }
  }

  private func writeParagraphs(_ range: Range<Int32>, to sink: inout ByteSink) {
    guard !range.isEmpty else { return }
    blocks.write(range, depth: 0, to: &sink)
    sink.write("\n")
  }

  private func writeHead(of article: Article, to sink: inout ByteSink) {
    if !article.title.isEmpty {
      sink.write("# ")
      text.escape(article.title.offsets, to: &sink)
      sink.write("\n\n")
    }
    if !article.byline.isEmpty {
      text.escape(article.byline.offsets, to: &sink)
      sink.write("\n\n")
    }
    if let date = article.date { sink.write("\(date)\n\n") }
    if !article.url.isEmpty {
      text.write(address: article.url.offsets, to: &sink)
      sink.write("\n\n")
    } else if let url = document.source.url {
      text.write(address: url, to: &sink)
      sink.write("\n\n")
    }
  }

  /// Writes who wrote a comment and when; the date leads to its address.
  private func writeHeader(of comment: Comment, _ depth: Int, to sink: inout ByteSink) {
    blocks.quote(depth, &sink)
    sink.write("**")
    if let author = comment.author {
      text.escape(document[author].name.offsets, to: &sink)
      if comment.authorship == .inferred { sink.write("?") }
    } else {
      // A bracket would begin a link.
      sink.write(comment.state == .ping ? "(another page)" : "\\" + document.missingName)
    }
    sink.write("**")
    let facts = CommentFacts(comment, of: document)
    for badge in facts.badges {
      sink.write(" \\[")
      text.escape(badge, to: &sink)
      sink.write("\\]")
    }
    writeDate(of: comment, to: &sink)
    for fact in facts.rest { sink.write(" · \(fact)") }
    if !comment.replyTo.isEmpty {
      sink.write(" · to ")
      text.escape(comment.replyTo.offsets, to: &sink)
    }
    sink.write("\n")
  }

  private func writeDate(of comment: Comment, to sink: inout ByteSink) {
    let hasAddress = !comment.url.isEmpty
    guard hasAddress || comment.date != nil || !comment.dateText.isEmpty else { return }
    sink.write(hasAddress ? " · [" : " · ")
    if !comment.dateText.isEmpty {
      text.escape(comment.dateText.offsets, to: &sink)
    } else if let date = comment.date {
      sink.write("\(date)")
    } else {
      sink.write("permalink")
    }
    guard hasAddress else { return }
    sink.write("](")
    text.write(address: comment.url.offsets, to: &sink)
    sink.write(")")
  }
}
