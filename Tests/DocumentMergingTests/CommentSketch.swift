import DocumentModel

/// A comment drawn in a few strokes: what a companion is matched by.
struct CommentSketch: Sendable {
  var author: String? = "Ines Marlow"
  var isInferred = false
  var date: Timestamp? = .sketch()
  var id = ""
  var isCut = false
  var state = CommentState.shown
  var paragraphs: [String]
  var depth = 0

  /// A comment that says `paragraphs`.
  init(_ paragraphs: String..., change: (inout CommentSketch) -> Void = { _ in }) {
    self.paragraphs = paragraphs
    change(&self)
  }

  /// The same comment, changed.
  func with(_ change: (inout CommentSketch) -> Void) -> CommentSketch {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Timestamp {
  /// A moment of 2 May 2024 or so, without a zone.
  static func sketch(
    day: Int = 2,
    _ hour: Int = 9,
    _ minute: Int = 30,
    second: Int = 0,
    offset: Int16? = nil,
    precision: Precision = .minute
  ) -> Timestamp? {
    Timestamp(
      year: 2024,
      month: 5,
      day: day,
      hour: precision > .day ? hour : 0,
      minute: precision > .day ? minute : 0,
      second: second,
      offset: offset,
      precision: precision
    )
  }
}

extension Document {
  /// A document of these comments in page order; each stands under the last one less deep.
  static func sketch(_ sketches: [CommentSketch]) -> Document {
    var drawing = Drawing()
    for (index, sketch) in sketches.enumerated() {
      let rest = sketches[(index + 1)...].prefix { $0.depth > sketch.depth }
      drawing.add(sketch, subtreeSize: rest.count + 1)
    }
    return drawing.document
  }
}

private struct Drawing {
  private var bytes: [UInt8] = []
  private var blocks: [Block] = []
  private var comments: [Comment] = []
  private var names: [String] = []
  private var counts: [Int] = []
  private var path: [CommentID] = []

  var document: Document {
    var text = bytes
    let authors = zip(names, counts).map { name, count in
      let start = text.count
      text += name.utf8
      return Author(name: TextRange(start, text.count), commentCount: count)
    }
    return Document(
      text: TextArena(TextStorage(copying: text)),
      source: Source(format: "sketch", location: "test"),
      article: Article(),
      blocks: blocks,
      comments: comments,
      authors: authors
    )
  }

  mutating func add(_ sketch: CommentSketch, subtreeSize: Int) {
    path.removeSubrange(min(sketch.depth, path.count)...)
    let first = Int32(blocks.count)
    for paragraph in sketch.paragraphs { blocks.append(Block(.paragraph, text: add(paragraph))) }
    comments.append(
      Comment(
        parent: path.last,
        depth: path.count,
        subtreeSize: subtreeSize,
        author: sketch.author.map { authorID($0) },
        authorship: sketch.author == nil ? .unknown : sketch.isInferred ? .inferred : .stated,
        replyLink: path.isEmpty ? .root : .stated,
        state: sketch.state,
        isTruncated: sketch.isCut,
        date: sketch.date,
        sourceID: add(sketch.id),
        blocks: first..<Int32(blocks.count)
      )
    )
    path.append(CommentID(comments.count - 1))
  }

  private mutating func add(_ text: String) -> TextRange {
    let start = bytes.count
    bytes += text.utf8
    return TextRange(start, bytes.count)
  }

  private mutating func authorID(_ name: String) -> AuthorID {
    let index = names.firstIndex(of: name) ?? names.count
    if index == names.count {
      names.append(name)
      counts.append(0)
    }
    counts[index] += 1
    return AuthorID(index)
  }
}
