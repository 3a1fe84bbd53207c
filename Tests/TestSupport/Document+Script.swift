import DocumentModel

extension Document {
  /// The document that `bytes` spell, of any shape; all bytes spell one.
  public static func scripted(by bytes: some Sequence<UInt8>) -> Document {
    var script = ByteScript(bytes)
    return .scripted(by: &script)
  }

  /// A document of any shape: up to 48 comments nested as the bytes say, texts of all kinds.
  static func scripted(by script: inout ByteScript) -> Document {
    let count = script.next() % 49
    var flat: [(depth: Int, comment: CommentLiteral)] = []
    for _ in 0..<count {
      let deepest = flat.last.map { $0.depth + 1 } ?? 0
      let shape = script.next()
      let depth = shape % 4 == 0 ? 0 : shape % 4 == 1 ? deepest : shape % (deepest + 1)
      flat.append((depth, .scripted(by: &script)))
    }
    var article: [BlockLiteral] = []
    for _ in 0..<script.next() % 7 { article.append(.scripted(by: &script)) }
    let shape = script.next()
    var comments = nested(flat[...])
    if shape % 4 == 1 {
      comments.insert(CommentLiteral(nil, script.next(of: sampleTexts), state: .headerless), at: 0)
    }
    return .literal(
      title: shape % 3 == 0 ? "" : script.next(of: sampleTexts),
      author: shape % 5 == 0 ? "Ann" : "",
      byline: shape % 5 == 0 ? "By Ann" : "",
      article: article,
      comments: comments,
      missingComments: shape % 7 == 0 ? MissingComments(declared: 12, loadedFrom: "disqus") : nil
    )
  }

  /// The comments of `flat` as a tree; each depth is at most one more than that before it.
  private static func nested(
    _ flat: ArraySlice<(depth: Int, comment: CommentLiteral)>
  ) -> [CommentLiteral] {
    var roots: [CommentLiteral] = []
    var rest = flat
    while let first = rest.popFirst() {
      let below = rest.prefix { $0.depth > first.depth }
      rest = rest.dropFirst(below.count)
      var comment = first.comment
      comment.replies = nested(below)
      roots.append(comment)
    }
    return roots
  }
}

extension CommentLiteral {
  fileprivate static func scripted(by script: inout ByteScript) -> CommentLiteral {
    let shape = script.next()
    var comment = CommentLiteral(
      script.next(of: [nil, "Ann", "Bob", "川端", "Zoë 👩‍👩‍👧", "a name of many words indeed"]),
      at: Int64(script.next()) * 999,
      cut: shape % 5 == 0,
      inferred: shape % 7 == 0,
      byArticleAuthor: shape % 11 == 0,
      state: shape % 13 == 0 ? .deleted : shape % 17 == 0 ? .placeholder : .shown,
      url: shape % 3 == 0 ? "https://example.org/#\(shape)" : "",
      id: shape % 3 == 0 ? "\(shape)" : "",
      replyTo: shape % 6 == 1 ? "Ann" : ""
    )
    for _ in 0..<script.next() % 4 {
      comment.blocks.append(BlockLiteral(stringLiteral: script.next(of: sampleTexts)))
    }
    return comment
  }
}

extension BlockLiteral {
  fileprivate static func scripted(by script: inout ByteScript) -> BlockLiteral {
    let kind = script.next(of: Block.Kind.allCases)
    return BlockLiteral(
      kind,
      kind == .rule ? "" : script.next(of: sampleTexts),
      level: UInt8(script.next() % 4),
      quoteDepth: UInt8(script.next() % 3)
    )
  }
}

/// Texts that find the edges of layout and drawing.
private let sampleTexts = [
  "Short.",
  "A bridge of stone stands where the river is narrow, and nobody remembers who built it.",
  String(repeating: "Word after word after word the comment goes on. ", count: 40),
  "See https://example.org/a/rather/long/path?with=a&query=too and http://b.example for more.",
  "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。",
  "👩‍👩‍👧‍👦 🇫🇷🇩🇪 e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306} \u{301}leading mark ✌🏽",
  "One line\nand another\n\nand a last one after an empty one",
  "Unbreakable" + String(repeating: "x", count: 300),
  "column\tcolumn\tcolumn\na\tb\tc",
  "",
  " ",
]
