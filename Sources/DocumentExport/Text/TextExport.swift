import DocumentModel

/// A discussion as plain text: the article, then the comments, indented by depth.
public enum TextExport: DocumentExport {
  /// `text`.
  public static let name = "text"

  /// The columns of a line if nobody says how many.
  public static let usualWidth = 80

  /// Writes `document` in lines of `width` columns, or `usualWidth`; code is never wrapped.
  public static func write(_ document: Document, width: Int? = nil, to sink: inout ByteSink) {
    document.text.withBytes { bytes in
      let lines = TextLines(document: document, bytes: bytes, width: max(1, width ?? usualWidth))
      let writer = TextDocument(document: document, lines: lines)
      writer.writeArticle(to: &sink)
      writer.writeThread(to: &sink)
    }
  }
}

/// Writes one document.
struct TextDocument {
  let document: Document
  let lines: TextLines

  func writeArticle(to sink: inout ByteSink) {
    let article = document.article
    lines.write(article.title, to: &sink)
    lines.write(article.byline, to: &sink)
    if let date = article.date { lines.write("\(date)", to: &sink) }
    if !article.title.isEmpty || !article.byline.isEmpty { sink.write("\n") }
    lines.write(article.blocks, to: &sink)
  }

  func writeThread(to sink: inout ByteSink) {
    for id in document.headerless {
      sink.write("\n———— text without a header ————\n\n")
      lines.write(document[id].blocks, to: &sink)
    }
    let comments = document.comments.dropFirst(document.headerless.count)
    guard !comments.isEmpty else { return }
    let count = document.commentCount
    sink.write("\n———— ")
    sink.write(decimal: count)
    sink.write(count == 1 ? " comment ————\n" : " comments ————\n")
    for comment in comments {
      let indent = lines.indent(ofDepth: comment.depth)
      sink.write("\n")
      lines.write(header(of: comment), indent: indent, to: &sink)
      lines.write(comment.blocks, indent: indent + 2, to: &sink)
      if comment.isTruncated { lines.write("[… cut by the site]", indent: indent + 2, to: &sink) }
      if comment.isTextLost { lines.write("[not in this file]", indent: indent + 2, to: &sink) }
    }
  }

  private func header(of comment: Comment) -> String {
    var header: String
    if let author = comment.author {
      header = document.name(of: author) + (comment.authorship == .inferred ? "?" : "")
    } else {
      header = comment.state == .ping ? "(another page)" : document.missingName
    }
    let facts = CommentFacts(comment, of: document)
    for badge in facts.badges { header += " [\(badge)]" }
    if !comment.dateText.isEmpty {
      header += " · " + document.text[comment.dateText]
    } else if let date = comment.date {
      header += " · \(date)"
    }
    for fact in facts.rest { header += " · \(fact)" }
    if !comment.replyTo.isEmpty { header += " · to " + document.text[comment.replyTo] }
    return comment.isTruncated ? header + " · cut" : header
  }
}
