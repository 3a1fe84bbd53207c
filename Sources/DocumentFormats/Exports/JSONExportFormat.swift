import DocumentModel
import DocumentParsing

/// What `skein export` writes as JSON, read back as the document it was.
///
/// Places, certainties and diagnostics are taken as they stand; nothing is concluded again. Links to
/// more are not exported, so there are none.
package struct JSONExportFormat: DocumentFormat {
  package let name = "skein-json"
  package let summary = "a document that `skein export` wrote as JSON"

  package init() {}

  private static let opening: StaticString = "{\"skein\":"

  /// Certain where the text begins with the version of the export.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    source.text.withBytes { bytes in
      Self.opening.withUTF8Buffer { bytes.starts(with: $0) } ? .certain : .no
    }
  }

  /// Reads the first document of the source.
  package func parse(_ source: SourceText) -> Document {
    let tree = source.text.withBytes { JSONTree(copying: $0) }
    guard let root = tree.root, root.kind == .object else {
      return DocumentBuilder(over: source, format: name).finish()
    }
    return ExportedDocument(root, source, format: name).document()
  }
}

/// Reads one exported document.
private struct ExportedDocument {
  private let root: JSONValue
  private let source: SourceText
  private let format: String
  private var text = ExportedText()
  private var badges: [TextRange] = []
  private var opening: Comment?
  private var openingID: String?

  /// A comment as it stands in the export.
  private struct Entry {
    var comment: Comment
    /// The index of the comment it answers, -1 for none.
    var parent: Int32
    var author: TextRange
    var authorship: Authorship
    var link: ReplyLink
  }

  init(_ root: JSONValue, _ source: SourceText, format: String) {
    self.root = root
    self.source = source
    self.format = format
  }

  consuming func document() -> Document {
    let article = readArticle(root["article"])
    var entries = readHeaderless()
    entries += readComments(following: entries.count)
    let order = PreOrder(parents: entries.lazy.map(\.parent))
    order.arrange(&entries)
    var comments: [Comment] = []
    var authors = AuthorList()
    for (position, entry) in entries.enumerated() {
      var comment = entry.comment
      let parent = entry.parent < 0 ? nil : CommentID(Int(order.positions[Int(entry.parent)]))
      let depth = parent.map { comments[$0.index].depth + 1 } ?? 0
      let size = Int(order.subtreeSizes[position])
      comment.place(under: parent, entry.link, depth: depth, subtreeSize: size)
      if !entry.author.isEmpty, entry.authorship != .unknown {
        let name = String(decoding: text.bytes[entry.author.offsets], as: UTF8.self)
        comment.sign(authors.author(name, at: entry.author), entry.authorship)
      }
      comments.append(comment)
    }
    let stated = root["source"]
    return Document(
      text: TextArena(TextStorage(copying: text.bytes)),
      source: Source(
        format: stated?["format"]?.string ?? format,
        location: stated?["location"]?.string ?? source.location,
        url: stated?["url"]?.string ?? source.url
      ),
      article: article,
      blocks: text.blocks,
      spans: text.spans,
      comments: comments,
      authors: authors.authors,
      badges: badges,
      opening: opening,
      missingComments: root["elsewhere"].flatMap(Self.missing),
      diagnostics: (root["diagnostics"].map { Array($0.elements) } ?? []).compactMap(
        Self.diagnostic
      )
    )
  }

  private mutating func readArticle(_ value: JSONValue?) -> Article {
    Article(
      title: text.append(value?["title"]),
      author: text.append(value?["author"]),
      byline: text.append(value?["byline"]),
      date: value?["date"]?.moment,
      score: value?["score"]?.integer.map { Int($0) },
      url: text.append(value?["url"]),
      blocks: text.appendBlocks(value?["blocks"])
    )
  }

  private mutating func readHeaderless() -> [Entry] {
    (root["headerless"].map { Array($0.elements) } ?? []).map { value in
      var comment = Comment(parent: nil, depth: 0, state: .headerless)
      comment.blocks = text.appendBlocks(value["blocks"])
      comment.lines = value["lines"]?.lines ?? 0..<0
      return Entry(comment: comment, parent: -1, author: .empty, authorship: .unknown, link: .root)
    }
  }

  private mutating func readComments(following count: Int) -> [Entry] {
    var entries: [Entry] = []
    var indices: [String: Int32] = [:]
    for value in root["comments"].map({ Array($0.elements) }) ?? [] where value.kind == .object {
      let id = value["id"]?.string ?? ""
      var comment = readComment(value)
      if comment.state == .opening, opening == nil {
        comment.authorship = .unknown
        opening = comment
        openingID = id
        continue
      }
      if comment.state == .opening || comment.state == .headerless { comment.state = .shown }
      comment.blocks = text.appendBlocks(value["blocks"])
      let above = value["parent"]?.string
      let parent = above.flatMap { indices[$0] } ?? -1
      let answersOpening = parent < 0 && above != nil && above == openingID
      let stated = value["replyLink"]?.string
      entries.append(
        Entry(
          comment: comment,
          parent: parent,
          author: text.append(value["author"]),
          authorship: value["authorIs"]?.string == "inferred" ? .inferred : .stated,
          link: parent >= 0
            ? stated == "inferred" ? .inferred : .stated
            : answersOpening ? .opening : Self.rootLink(stated)
        )
      )
      indices[id] = Int32(count + entries.count - 1)
    }
    return entries
  }

  /// How certain it is that a comment without a parent starts a thread, by the export's word for it.
  private static func rootLink(_ word: String?) -> ReplyLink {
    switch word {
    case "unresolved": .unresolved
    case "inferred": .assumedRoot
    default: .root
    }
  }

  /// What is told of a comment but its place, its author and its text.
  private mutating func readComment(_ value: JSONValue) -> Comment {
    var comment = Comment(parent: nil, depth: 0)
    comment.state = CommentState(exported: value["state"]?.string)
    comment.isTruncated = value["truncated"]?.bool ?? false
    comment.isByArticleAuthor = value["authorIsArticleAuthor"]?.bool ?? false
    comment.score = value["score"]?.integer.map { Int($0) }
    comment.date = value["date"]?.moment
    comment.edited = value["edited"]?.moment
    comment.dateText = text.append(value["dateText"])
    comment.replyTo = text.append(value["replyTo"])
    comment.sourceID = text.append(value["id"])
    comment.url = text.append(value["url"])
    comment.authorURL = text.append(value["authorURL"])
    comment.lines = value["lines"]?.lines ?? 0..<0
    let first = Int32(badges.count)
    var stated = (value["badges"].map { Array($0.elements) } ?? [])[...]
    // The export's own, which says no more than that member.
    if comment.isByArticleAuthor, stated.first?.string == "op" { stated = stated.dropFirst() }
    for badge in stated {
      let range = text.append(badge)
      if !range.isEmpty { badges.append(range) }
    }
    comment.badges = first..<Int32(badges.count)
    return comment
  }

  private static func missing(_ value: JSONValue) -> MissingComments? {
    guard value.kind == .object else { return nil }
    return MissingComments(
      declared: value["declared"]?.integer.map { Int($0) },
      loadedFrom: value["loadedFrom"]?.string
    )
  }

  private static func diagnostic(_ value: JSONValue) -> Diagnostic? {
    guard let message = value["message"]?.string else { return nil }
    let severity = value["severity"]?.string.flatMap { Diagnostic.Severity(rawValue: $0) }
    let lines = value["lines"]?.lines
    return Diagnostic(
      severity ?? .note,
      message,
      lines: lines.map { Int($0.lowerBound)...Int($0.upperBound) - 1 }
    )
  }
}

/// The authors of comments, in order of first appearance.
private struct AuthorList {
  private(set) var entries: [(name: TextRange, count: Int)] = []
  private var numbers: [String: Int] = [:]

  var authors: [Author] { entries.map { Author(name: $0.name, commentCount: $0.count) } }

  /// The author of one more comment.
  mutating func author(_ name: String, at range: TextRange) -> AuthorID {
    let number = numbers[name, default: entries.count]
    if number == entries.count {
      numbers[name] = number
      entries.append((range, 0))
    }
    entries[number].count += 1
    return AuthorID(number)
  }
}

extension CommentState {
  /// What an export calls a state; `shown` for what it does not know.
  fileprivate init(exported word: String?) {
    self =
      switch word {
      case "deleted": .deleted
      case "pending": .pending
      case "stub": .placeholder
      case "ping": .ping
      case "opening": .opening
      default: .shown
      }
  }
}

extension JSONValue {
  /// The moment that a text states.
  fileprivate var moment: Timestamp? { string.flatMap { Timestamp(iso: $0) } }

  /// The lines from the first to the last of two numbers; `nil` if they are none.
  fileprivate var lines: Range<Int32>? {
    let numbers = elements.compactMap(\.integer)
    guard numbers.count == 2, numbers[0] >= 1, numbers[0] <= numbers[1],
      numbers[1] < Int64(Int32.max)
    else { return nil }
    return Int32(numbers[0])..<Int32(numbers[1]) + 1
  }
}
