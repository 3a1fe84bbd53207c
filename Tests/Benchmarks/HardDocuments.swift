import DocumentModel

/// Documents whose shape is harder on keys than their size: one long block, one deep chain.
enum HardDocuments {
  /// A name and the document.
  typealias Named = (name: String, document: Document)

  private static let line = "the quick signal crosses the narrow river and the old copper bridge"

  /// Long ones in the article.
  static var articles: [Named] {
    let log = Array(repeating: line, count: 20_000).joined(separator: "\n")
    let paragraph = Array(repeating: line, count: 30_000).joined(separator: " ")
    let ideographs = String(repeating: "古い橋は川の狭いところに立つ。", count: 45_000)
    let row = "1786\tOld stone bridge\t120 m"
    let table = Array(repeating: row, count: 20_000).joined(separator: "\n")
    let wide = Array(repeating: String(repeating: line, count: 30), count: 1_000)
    return [
      ("a log of 20,000 lines", article(.paragraph, log)),
      ("code of 20,000 lines", article(.code, log)),
      ("a paragraph of 2 MB", article(.paragraph, paragraph)),
      ("2 MB of ideographs", article(.paragraph, ideographs)),
      ("a table of 20,000 rows", article(.table, table)),
      ("1,000 code lines of 2,000 columns", article(.code, wide.joined(separator: "\n"))),
      ("10,000 spans, nested", nested(10_000)),
      ("10,000 spans in one", sideBySide(10_000)),
    ]
  }

  /// A chain of replies 100,000 deep.
  static var chain: Document {
    let count = 100_000
    return document([Block(.paragraph, text: range(line))], text: line) { block in
      (0..<count).map { index in
        Comment(
          parent: index > 0 ? CommentID(index - 1) : nil,
          depth: index,
          subtreeSize: count - index,
          replyLink: index > 0 ? .stated : .root,
          blocks: block
        )
      }
    }
  }

  /// A comment of 20,000 lines between two others.
  static var longComment: Document {
    let log = Array(repeating: line, count: 20_000).joined(separator: "\n")
    return document([Block(.paragraph, text: range(log))], text: log) { block in
      (0..<3).map { Comment(parent: nil, depth: 0, blocks: $0 == 1 ? block : 0..<0) }
    }
  }

  private static func article(_ kind: Block.Kind, _ text: String) -> Document {
    document([Block(kind, text: range(text))], text: text)
  }

  private static func nested(_ count: Int) -> Document {
    let text = String(repeating: "a bridge ", count: count)
    let spans = (0..<count).map { index in
      Span(index % 2 == 0 ? .emphasis : .strong, text: TextRange(index, text.utf8.count - index))
    }
    let block = Block(.paragraph, text: range(text), spans: 0..<Int32(count))
    return document([block], text: text, spans: spans)
  }

  private static func sideBySide(_ count: Int) -> Document {
    let text = String(repeating: "a bridge ", count: count)
    let inner = (1..<count).map { Span(.strong, text: TextRange($0 * 9, $0 * 9 + 8)) }
    let spans = [Span(.emphasis, text: range(text))] + inner
    let block = Block(.paragraph, text: range(text), spans: 0..<Int32(count))
    return document([block], text: text, spans: spans)
  }

  private static func range(_ text: String) -> TextRange { TextRange(0, text.utf8.count) }

  private static func document(
    _ blocks: [Block],
    text: String,
    spans: [Span] = [],
    comments: ((Range<Int32>) -> [Comment])? = nil
  ) -> Document {
    let all = 0..<Int32(blocks.count)
    return Document(
      text: TextArena(text),
      source: Source(format: "benchmark", location: "benchmark"),
      article: Article(blocks: comments == nil ? all : 0..<0),
      blocks: blocks,
      spans: spans,
      comments: comments?(all) ?? []
    )
  }
}
