import DocumentModel
import TextSearch

/// What a filter leaves of a thread: the comments that fit, and those above them.
struct FilteredComments: Equatable, Sendable {
  /// The filter, as it was typed.
  let text: String
  /// The comments that fit.
  let matches: CommentSet
  /// How many of them count as comments.
  let count: Int
  /// The comments that are shown: those that fit, those they answer, and those gone to since.
  private(set) var kept: CommentSet
  /// The outermost of those that are not.
  private(set) var leftOut: CommentSet

  /// Whether `id` is shown only because something below it fits.
  func isContext(_ id: CommentID) -> Bool { !matches.contains(id) }

  /// Shows `id` too, with what it answers; O(comments).
  mutating func include(_ id: CommentID, in document: Document) {
    guard !kept.contains(id) else { return }
    kept.insert(id)
    for above in document.ancestors(of: id) { kept.insert(above) }
    leftOut = Self.leftOut(without: kept, in: document)
  }

  private static func leftOut(without kept: CommentSet, in document: Document) -> CommentSet {
    var leftOut = CommentSet()
    var index = 0
    while index < document.comments.count {
      let id = CommentID(index)
      if kept.contains(id) {
        index += 1
      } else {
        leftOut.insert(id)
        index += document[id].subtreeSize
      }
    }
    return leftOut
  }
}

extension FilteredComments {
  /// What `text` leaves of `reading`; O(comments), and a search of the text for each word in it.
  init(_ text: String, in reading: Reading) {
    let document = reading.document
    let isText = CommentSet(in: document) { $0.state.isComment || $0.state == .headerless }
    let matches = reading.comments(fitting: CommentFilter(text).condition).intersection(isText)
    var kept = matches
    var index = 0
    while let found = matches.first(in: index..<document.comments.count) {
      var above = document[CommentID(found)].parent
      while let id = above, !kept.contains(id) {
        kept.insert(id)
        above = document[id].parent
      }
      index = found + 1
    }
    self.text = text
    self.matches = matches
    self.kept = kept
    count = matches.intersection(reading.counted).count
    leftOut = Self.leftOut(without: kept, in: document)
  }
}

extension Reading {
  /// The comments that are as `condition` says; nested no deeper than filters are.
  func comments(fitting condition: CommentFilter.Condition) -> CommentSet {
    switch condition {
    case .words(let words): return comments(holding: words) { _, _ in true }
    case .from(let name): return comments(from: name)
    case .quotes(let words):
      var quoting = comments(holding: words) { place, id in
        if case .commentBlock(_, let block) = place { isQuotation(block, of: id) } else { false }
      }
      quoting.formUnion(comments(quoting: comments(from: words)))
      return quoting
    case .quotesArticle: return commentsQuotingArticle()
    case .subject(let words): return comments(about: words)
    case .new: return news.new
    case .byArticleAuthor: return ownComments
    case .depth(let comparison, let bound):
      // Depth 1 starts a thread, as the status line has it.
      return CommentSet(in: document) { comparison.holds($0.depth + 1, bound) }
    case .points(let comparison, let bound):
      return CommentSet(in: document) { $0.score.map { comparison.holds($0, bound) } ?? false }
    case .has(let content): return comments(with: content)
    case .conversation(let number):
      return comment(number: number).map { conversation(around: $0) } ?? CommentSet()
    case .rule(let name): return ruled.comments(name)
    case .inThread(let inner): return threads(of: comments(fitting: inner))
    case .not(let inner):
      return CommentSet(all: document.comments.count).subtracting(comments(fitting: inner))
    case .all(let inner):
      return inner.reduce(CommentSet(all: document.comments.count)) {
        $0.intersection(comments(fitting: $1))
      }
    case .any(let inner):
      return inner.reduce(into: CommentSet()) { $0.formUnion(comments(fitting: $1)) }
    }
  }

  /// The comments with `name` in the name of their author.
  private func comments(from name: String) -> CommentSet {
    comments(holding: name) { place, _ in if case .author = place { true } else { false } }
  }

  /// The comments with `words` in their text or the name of their author, where that `counts`.
  private func comments(
    holding words: String,
    where counts: (SearchPlace.Kind, CommentID) -> Bool
  ) -> CommentSet {
    var search = DocumentSearch(
      words,
      isLiteral: true,
      in: document,
      completed: completedTexts,
      scalars: scalars
    )
    search.finish()
    var found = CommentSet()
    for hit in search.hits {
      guard let id = hit.place.comment, counts(hit.place.kind, id) else { continue }
      found.insert(id)
    }
    return found
  }

  /// The comments whose subject has `words`: the heading they begin with, else the subject of what they
  /// answer, and in the end the title.
  private func comments(about words: String) -> CommentSet {
    var search = DocumentSearch(literal: words, in: .subject, of: document, scalars: scalars)
    search.finish()
    let isTitle = search.hits.contains { $0.place.comment == nil }
    var about = CommentSet()
    for hit in search.hits { hit.place.comment.map { about.insert($0) } }
    for id in document.commentIDs where !about.contains(id) && !document.hasSubject(id) {
      if document[id].parent.map({ about.contains($0) }) ?? isTitle { about.insert(id) }
    }
    return about
  }

  private func comments(with content: CommentFilter.Feature) -> CommentSet {
    var found = CommentSet()
    for id in document.commentIDs {
      let body = body(of: id)
      let blocks = body.document.blocks[Int(body.blocks.lowerBound)..<Int(body.blocks.upperBound)]
      let fits =
        switch content {
        case .quote: blocks.contains { $0.quoteDepth > 0 }
        case .code:
          blocks.contains { $0.kind == .code || body.document.hasSpan(.code, in: $0) }
        case .link: blocks.contains { body.document.hasSpan(.link, in: $0) }
        case .image: blocks.contains { $0.kind == .image || body.document.hasSpan(.image, in: $0) }
        }
      if fits { found.insert(id) }
    }
    return found
  }

  /// All of the threads that hold one of `comments`.
  private func threads(of comments: CommentSet) -> CommentSet {
    var all = CommentSet()
    var index = 0
    while let found = comments.first(in: index..<document.comments.count) {
      let root = root(of: CommentID(found))
      let end = root.index + document[root].subtreeSize
      for member in root.index..<end { all.insert(CommentID(member)) }
      index = end
    }
    return all
  }
}

extension Document {
  /// Whether a comment is about something else than what it answers.
  fileprivate func hasSubject(_ id: CommentID) -> Bool {
    let blocks = self[id].blocks
    return !blocks.isEmpty && self.blocks[Int(blocks.lowerBound)].kind == .heading
  }

  fileprivate func hasSpan(_ kind: Span.Kind, in block: Block) -> Bool {
    block.spans.contains { spans[Int($0)].kind == kind }
  }
}
