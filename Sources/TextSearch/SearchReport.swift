import DocumentModel

/// The lines of a document that hold a hit, as `grep` would list them.
public struct SearchReport: Sendable {
  /// Where a line stands.
  public enum Origin: Hashable, Sendable {
    /// In the article, its title and byline included.
    case article
    /// In the comment with this number, counted from 1 in page order; `author` is `nil` if nobody
    /// knows who wrote it.
    case comment(Int, author: String?)
    /// In the discussion, but in nothing that is known to be one comment.
    case thread
  }

  /// One line of text with a hit in it.
  public struct Line: Hashable, Sendable {
    /// Where it stands.
    public let origin: Origin
    /// The line, or the lines if the hit goes over an end, joined by blanks.
    public let text: String

    /// The line as `LOCATION:comment 4 (author): text`, `LOCATION:article: text` or
    /// `LOCATION:thread: text`.
    ///
    /// A question mark stands for an unknown author.
    public func description(location: String) -> String {
      switch origin {
      case .article: "\(location):article: \(text)"
      case .thread: "\(location):thread: \(text)"
      case .comment(let number, let author):
        "\(location):comment \(number) (\(author ?? "?")): \(text)"
      }
    }
  }

  /// The lines in reading order, each once however many hits it has.
  public let lines: [Line]

  /// Of a document in which nothing was found.
  public static let empty = SearchReport(lines: [])

  private init(lines: [Line]) { self.lines = lines }

  /// The lines with what `search` has found in the texts; hits in the names of authors are no line.
  ///
  /// - Parameters:
  ///   - search: A search that is done.
  ///   - author: If given, only comments whose author's name it matches; the article is left out.
  public init(_ search: DocumentSearch, by author: SearchPattern? = nil) {
    let document = search.document
    let authors = author.map { pattern in
      document.authors.map { Self.name(of: $0, in: document, matches: pattern) }
    }
    var numbers = CommentNumbers(document)
    var lines: [Line] = []
    var last: (place: SearchPlace, end: Int)?
    for hit in search.hits {
      if case .author = hit.place.kind { continue }
      if let authors {
        guard let id = hit.place.comment, let author = document[id].author, authors[author.index]
        else { continue }
      }
      if let last, last.place == hit.place, hit.range.offsets.upperBound <= last.end { continue }
      let source = search.source(of: hit)
      let extent = Self.lines(around: hit.range, in: source.text, within: search.text(at: hit))
      last = (hit.place, extent.upperBound)
      lines.append(
        Line(
          origin: Self.origin(of: hit, in: document, &numbers),
          text: source.text[TextRange(extent.lowerBound, extent.upperBound)]
            .split(separator: "\n").joined(separator: " ")
        )
      )
    }
    self.lines = lines
  }

  private static func name(
    of author: Author,
    in document: Document,
    matches pattern: SearchPattern
  ) -> Bool {
    document.text.withBytes {
      pattern.firstMatch(
        in: $0,
        from: author.name.offsets.lowerBound,
        to: author.name.offsets.upperBound
      )
    } != nil
  }

  private static func origin(
    of hit: SearchHit,
    in document: Document,
    _ numbers: inout CommentNumbers
  ) -> Origin {
    guard let id = hit.place.comment else { return .article }
    guard let number = numbers.number(of: id) else { return .thread }
    let author = document[id].author.map { document.text[document.authors[$0.index].name] }
    return .comment(number, author: author)
  }

  /// The whole lines `hit` lies in, no further than `text`.
  private static func lines(
    around hit: TextRange,
    in arena: TextArena,
    within text: TextRange
  ) -> Range<Int> {
    arena.withBytes { bytes in
      var start = Int(hit.start)
      while start > Int(text.start), bytes[start - 1] != 0x0A { start -= 1 }
      var end = Int(hit.end)
      while end < Int(text.end), bytes[end] != 0x0A { end += 1 }
      return start..<end
    }
  }
}

/// Counts comments on the way through a document.
private struct CommentNumbers {
  private let document: Document
  private var next = 0
  private var count = 0

  init(_ document: Document) { self.document = document }

  /// The number of `id`, which does not stand above those asked for before; `nil` if it is no
  /// comment.
  mutating func number(of id: CommentID) -> Int? {
    while next <= id.index {
      if document.comments[next].state.isComment { count += 1 }
      next += 1
    }
    return document[id].state.isComment ? count : nil
  }
}
