import DocumentModel

/// A discussion as CommonMark: article and comments have headings, depth is shown by quoting.
public enum MarkdownExport: DocumentExport {
  /// `markdown`.
  public static let name = "markdown"

  /// Comments are quoted no deeper than this.
  static let quoteLimit = 12

  /// Writes `document`.
  public static func write(_ document: Document, to sink: inout ByteSink) {
    document.text.withBytes { bytes in
      MarkdownDocument(document: document, bytes: bytes).write(to: &sink)
    }
  }
}

/// Writes one document.
struct MarkdownDocument {
  let document: Document
  let bytes: UnsafeRawBufferPointer

  func write(to sink: inout ByteSink) {
    let article = document.article
    if !article.title.isEmpty {
      sink.write("# ")
      escape(article.title.offsets, to: &sink)
      sink.write("\n\n")
    }
    if !article.byline.isEmpty {
      sink.write("*")
      escape(article.byline.offsets, to: &sink)
      sink.write("*\n\n")
    }
    write(article.blocks, depth: 0, to: &sink)
    for id in document.headerless {
      sink.write("## Text without a header\n\n")
      write(document[id].blocks, depth: 0, to: &sink)
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
      quote(depth, &sink)
      sink.write("\n")
      write(comment.blocks, depth: depth, to: &sink)
      if comment.isTruncated {
        quote(depth, &sink)
        sink.write("*… cut by the site*\n")
      }
    }
  }

  private func writeHeader(of comment: Comment, _ depth: Int, to sink: inout ByteSink) {
    quote(depth, &sink)
    sink.write("**")
    if let author = comment.author {
      escape(document[author].name.offsets, to: &sink)
      if comment.authorship == .inferred { sink.write("?") }
    } else {
      sink.write("(unsigned)")
    }
    sink.write("**")
    if !comment.dateText.isEmpty {
      sink.write(" · ")
      escape(comment.dateText.offsets, to: &sink)
    } else if let date = comment.date {
      sink.write(" · ")
      sink.write(date.description)
    }
    if !comment.replyTo.isEmpty {
      sink.write(" · to ")
      escape(comment.replyTo.offsets, to: &sink)
    }
    if comment.state == .deleted { sink.write(" · deleted") }
    sink.write("\n")
  }

  private func write(_ range: Range<Int32>, depth: Int, to sink: inout ByteSink) {
    let blocks = document.blocks(in: range)
    for (index, block) in zip(blocks.indices, blocks) {
      let inside = depth + Int(block.quoteDepth)
      write(block, inside, to: &sink)
      let next = blocks[(index + 1)...].first
      let joins = block.kind == .listItem && next?.kind == .listItem
      if !joins {
        quote(depth, &sink)
        sink.write("\n")
      }
    }
  }

  private func write(_ block: Block, _ depth: Int, to sink: inout ByteSink) {
    let fence = block.kind == .code ? fenceLength(around: block.text.offsets) : 0
    if block.kind == .code { writeFence(fence, depth: depth, to: &sink) }
    if block.kind == .rule { writeLine("* * *", depth: depth, to: &sink) }
    var start = Int(block.text.start)
    let end = Int(block.text.end)
    var isFirst = true
    while start < end {
      var stop = start
      while stop < end, bytes[stop] != 0x0A { stop += 1 }
      quote(depth, &sink)
      writeMarker(of: block, isFirst, to: &sink)
      if block.kind == .code {
        sink.write(UnsafeRawBufferPointer(rebasing: bytes[start..<stop]))
      } else {
        writeInline(block.words(ofLine: start..<stop, in: bytes), block, to: &sink)
        if stop < end, block.kind != .heading { sink.write("\\") }
      }
      sink.write("\n")
      start = stop + 1
      isFirst = false
    }
    if block.kind == .code { writeFence(fence, depth: depth, to: &sink) }
  }

  /// One more backtick than the longest run in the code, at least three.
  private func fenceLength(around code: Range<Int>) -> Int {
    var (longest, run) = (2, 0)
    for offset in code {
      run = bytes[offset] == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest + 1
  }

  private func writeFence(_ length: Int, depth: Int, to sink: inout ByteSink) {
    quote(depth, &sink)
    for _ in 0..<length { sink.write(0x60) }
    sink.write("\n")
  }

  private func writeMarker(of block: Block, _ isFirst: Bool, to sink: inout ByteSink) {
    switch block.kind {
    case .heading:
      for _ in 0..<max(2, min(6, Int(block.level))) { sink.write("#") }
      sink.write(" ")
    case .listItem:
      for _ in 0..<Int(block.level) { sink.write("    ") }
      if !isFirst {
        sink.write("   ")
      } else if let ordinal = block.ordinal {
        sink.write(decimal: Int(ordinal))
        sink.write(". ")
      } else {
        sink.write("- ")
      }
    case .image where isFirst: sink.write("🖼 ")
    case .embed where isFirst: sink.write("▶ ")
    default: break
    }
  }

  /// Writes a line of a block with its links; other spans are written as plain text.
  private func writeInline(_ line: Range<Int>, _ block: Block, to sink: inout ByteSink) {
    var offset = line.lowerBound
    for span in document.spans(of: block)
    where span.kind == .link && span.text.start >= offset && span.text.end <= line.upperBound {
      escape(offset..<Int(span.text.start), to: &sink)
      if span.text == span.url {
        write(address: span.url, to: &sink)
      } else {
        sink.write("[")
        escape(span.text.offsets, to: &sink)
        sink.write("](")
        write(address: span.url, to: &sink)
        sink.write(")")
      }
      offset = Int(span.text.end)
    }
    escape(offset..<line.upperBound, to: &sink)
  }

  /// Writes an address between `<` and `>`, with the characters that would end it percent-encoded.
  private func write(address: TextRange, to sink: inout ByteSink) {
    sink.write("<")
    for offset in address.offsets {
      switch bytes[offset] {
      case 0x3C: sink.write("%3C")
      case 0x3E: sink.write("%3E")
      case 0x20: sink.write("%20")
      case 0x5C: sink.write("%5C")
      case 0x0A, 0x09: break
      default: sink.write(bytes[offset])
      }
    }
    sink.write(">")
  }

  /// Writes text with a backslash before every character that Markdown would interpret.
  private func escape(_ range: Range<Int>, to sink: inout ByteSink) {
    for offset in range {
      let byte = bytes[offset]
      switch byte {
      case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x26: sink.write("\\")
      case _ where offset == range.lowerBound && opensBlock(byte): sink.write("\\")
      case 0x2E where isOrdinal(range.lowerBound..<offset),
        0x29 where isOrdinal(range.lowerBound..<offset):
        sink.write("\\")
      default: break
      }
      sink.write(byte)
    }
  }

  /// Whether a byte at the start of a line could begin a heading, quotation, list, rule or fence.
  private func opensBlock(_ byte: UInt8) -> Bool {
    [0x23, 0x3E, 0x2B, 0x2D, 0x3D, 0x7E].contains(byte)
  }

  private func isOrdinal(_ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count <= 9 && range.allSatisfy { 0x30...0x39 ~= bytes[$0] }
  }

  private func writeLine(_ text: StaticString, depth: Int, to sink: inout ByteSink) {
    quote(depth, &sink)
    sink.write(text)
    sink.write("\n")
  }

  private func quote(_ depth: Int, _ sink: inout ByteSink) {
    for _ in 0..<depth { sink.write("> ") }
  }
}
