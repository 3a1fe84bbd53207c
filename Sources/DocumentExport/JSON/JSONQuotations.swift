import DocumentModel
import Quotations

/// Where quoted words come from, as JSON; nothing is written where nothing is quoted.
struct JSONQuotations {
  private let document: Document
  private let bytes: UnsafeRawBufferPointer
  private let index: QuotationIndex
  /// Where each block begins in the text it is part of, in Unicode scalars; empty if nothing is quoted.
  private let starts: [Int32]
  /// Which of the article's blocks in JSON each block of the article is part of.
  private let articleBlocks: [Int32]

  /// What the comments of `document` quote; O(text).
  init(_ document: Document, _ bytes: UnsafeRawBufferPointer) {
    self.document = document
    self.bytes = bytes
    index = QuotationIndex(of: document)
    guard index.quotations.contains(where: { !$0.passages.isEmpty }) else {
      (starts, articleBlocks) = ([], [])
      return
    }
    var starts = [Int32](repeating: 0, count: document.blocks.count)
    var articleBlocks: [Int32] = []
    Self.eachGroup(document.article.blocks, of: document) { group, number in
      articleBlocks += [Int32](repeating: Int32(number), count: group.count)
      _ = Self.note(group, from: 0, in: &starts, document, bytes)
    }
    for comment in document.comments {
      var end = -2
      Self.eachGroup(comment.blocks, of: document) { group, _ in
        guard !document.blocks[group.lowerBound].isDescription else { return }
        end = Self.note(group, from: end + 2, in: &starts, document, bytes)
      }
    }
    (self.starts, self.articleBlocks) = (starts, articleBlocks)
  }

  private static func eachGroup(
    _ blocks: Range<Int32>,
    of document: Document,
    _ body: (Range<Int>, Int) -> Void
  ) {
    var (start, number) = (Int(blocks.lowerBound), 0)
    while start < Int(blocks.upperBound) {
      let end = document.groupEnd(start, Int(blocks.upperBound))
      body(start..<end, number)
      (start, number) = (end, number + 1)
    }
  }

  /// Notes where the blocks of `group` begin, the first at `start`; returns where the last ends.
  private static func note(
    _ group: Range<Int>,
    from start: Int,
    in starts: inout [Int32],
    _ document: Document,
    _ bytes: UnsafeRawBufferPointer
  ) -> Int {
    group.reduce(start - 1) { end, block in
      starts[block] = Int32(clamping: end + 1)
      return end + 1 + bytes.scalarCount(document.blocks[block].text.offsets)
    }
  }

  /// The passages that `id` quotes: each a part of the text of a comment, or of a block of the article.
  func write(quotesIn id: CommentID, to json: inout JSONWriter) {
    let quotations = index.quotations(in: id)
    guard quotations.contains(where: { !$0.passages.isEmpty }) else { return }
    json.key("quotes")
    json.begin("[")
    for quotation in quotations {
      for passage in quotation.passages {
        json.begin("{")
        if let comment = passage.comment {
          json.key("comment")
          json.write(identifierOf: comment, in: document, bytes)
        } else {
          json.key("article")
          json.value(Int(articleBlocks[passage.block - Int(document.article.blocks.lowerBound)]))
        }
        write(passage, quotation.mark, to: &json)
        json.end("}")
      }
    }
    json.end("]")
  }

  /// Where the blocks of `group`, of the article, are quoted: the comment that quotes, and the part of the
  /// text.
  func write(quotesOf group: Range<Int>, to json: inout JSONWriter) {
    guard group.contains(where: { index.quotes(of: $0, in: nil) != nil }) else { return }
    json.key("quotedBy")
    json.begin("[")
    for (passage, quotation) in group.flatMap({ index.passages(of: $0, in: nil) }) {
      json.begin("{")
      json.key("comment")
      json.write(identifierOf: quotation.comment, in: document, bytes)
      write(passage, quotation.mark, to: &json)
      json.end("}")
    }
    json.end("]")
  }

  private func write(_ passage: Passage, _ mark: Quotation.Mark, to json: inout JSONWriter) {
    let blockStart = Int(document.blocks[passage.block].text.start)
    json.key("start")
    json.value(
      Int(starts[passage.block]) + bytes.scalarCount(blockStart..<Int(passage.text.start))
    )
    json.key("length")
    json.value(bytes.scalarCount(passage.text.offsets))
    json.key("is")
    json.value(mark == .stated ? "stated" as StaticString : "verbatim")
  }
}
