import Algorithms
import DocumentModel
import Quotations
import TextLayout
import TextSearch

/// A document as it is being read: with the full texts found for comments its site cut.
public struct Reading: Sendable {
  /// The document.
  public let document: Document
  /// Whether only the beginning of the document is there yet.
  public internal(set) var isPartial = false
  /// Full texts of cut comments, by comment.
  public var completions: [CommentID: Completion] = [:] {
    didSet { if oldValue != completions { quotationIndex = nil } }
  }
  /// What comments quote, `nil` until that has been looked for in the texts that are shown.
  public internal(set) var quotationIndex: QuotationIndex?
  /// Why no full text was found for comments it was looked for.
  var failures: [CommentID: String] = [:]
  /// The page's own address as the person told it, `nil` if they did not.
  var givenAddress: String?
  /// Where the source has each comment, if they stand in another order.
  var givenPlaces: [Int32]?
  /// The comments that fit the reader's rules.
  var ruled = RuleHits()
  /// What is said of the article that the document links to, `nil` for nothing.
  var linkNotice: String?
  /// What is said in place of a discussion that has not come, `nil` for nothing.
  var discussionNotice: String?
  /// What the last reload brought.
  public var news: CommentNews {
    didSet {
      counted = Self.counted(in: document, without: news.gone)
      threadEnd = Self.threadEnd(of: document, holding: counted.count)
    }
  }
  /// The comments that count as such.
  private(set) var counted: CommentSet
  /// The ways to more at single comments, as indices into the document's.
  let continuationIndices: [CommentID: Int]
  /// What stands below all comments if the discussion goes on, `nil` if it does not.
  private(set) var threadEnd: String?
  /// What stands below the article if it goes on, `nil` if it does not.
  let articleEnd: String?
  /// How far a comment is indented, in steps; computed once, in O(comments).
  private let steps: [UInt8]
  /// How deep comments stand, 255 at most: close together, for what asks for the depths of all.
  private let depths: [UInt8]
  /// The depth of the deepest comment, 0 if there is none.
  let deepest: Int
  /// The comments by the author of the article.
  let ownComments: CommentSet
  /// The comments that have replies.
  let answered: CommentSet
  /// The comments that start threads, in page order.
  private let roots: [CommentID]
  /// How many bytes of the article's text stand before each of its blocks, and in the end in all.
  let articleStarts: [Int]
  /// Where the lines of long texts start, for all that lay them out.
  let layouts = LayoutCache()
  /// The scalars of the document, which spare searches what cannot be there.
  let scalars: ScalarSet

  /// Begins to read `document`.
  public init(_ document: Document) {
    self.document = document
    news = CommentNews()
    counted = Self.counted(in: document, without: news.gone)
    threadEnd = Self.threadEnd(of: document, holding: counted.count)
    articleEnd = Self.articleEnd(of: document)
    continuationIndices = Dictionary(
      document.continuations.enumerated().compactMap { index, way in
        way.subject == .discussion ? way.comment.map { ($0, index) } : nil
      },
      uniquingKeysWith: { first, _ in first }
    )
    steps = Self.indentation(of: document)
    depths = document.comments.map { UInt8(clamping: $0.depth) }
    deepest = document.comments.reduce(0) { max($0, $1.depth) }
    ownComments = CommentSet(in: document, where: \.isByArticleAuthor)
    answered = CommentSet(in: document) { $0.subtreeSize > 1 }
    roots = document.comments.indices.filter { document.comments[$0].parent == nil }
      .map { CommentID($0) }
    scalars = ScalarSet(of: document.text)
    articleStarts = document.blocks(of: document.article).reduce(into: [0]) { starts, block in
      starts.append(starts[starts.count - 1] + Int(block.text.count))
    }
  }

  /// How many steps `id` is indented: a chain of single replies stays in one column.
  ///
  /// Answers to the start of a thread always stand one step in; further in, only where a comment
  /// has several answers. Stops at 255.
  public func indentation(of id: CommentID) -> Int { Int(steps[id.index]) }

  /// The comment that starts the thread `id` stands in; O(log threads).
  func root(of id: CommentID) -> CommentID {
    let next = roots.partitioningIndex { $0 > id }
    return next > 0 ? roots[next - 1] : id
  }

  /// The comments that stand `depth` deep or deeper.
  ///
  /// O(comments / 64) for all of them, down to a depth of 255 not much more.
  func comments(from depth: Int) -> CommentSet {
    guard depth > 0 else { return CommentSet(all: depths.count) }
    guard depth > 255 else { return CommentSet(of: depths, from: UInt8(depth)) }
    var deep = CommentSet()
    for id in document.commentIDs where document[id].depth >= depth { deep.insert(id) }
    return deep
  }

  /// The comments whose replies are folded where `levels` levels are shown, at least one.
  ///
  /// Costs as much as `comments(from:)`.
  func folds(below levels: Int) -> CommentSet {
    comments(from: levels - 1).subtracting(comments(from: levels)).intersection(answered)
  }

  /// The cut comments that are shown with their full text.
  var opened: Set<CommentID> {
    get { Set(completions.filter(\.value.isOpen).keys) }
    set { for id in completions.keys { completions[id]?.isOpen = newValue.contains(id) } }
  }

  /// The text shown for `id`: its own blocks, or the completed ones.
  public func body(of id: CommentID) -> Body {
    guard let completion = completions[id], completion.isOpen else {
      return Body(document: document, blocks: document[id].blocks)
    }
    return Body(document: completion.document, blocks: completion.blocks)
  }

  private static func indentation(of document: Document) -> [UInt8] {
    var steps = [UInt8](repeating: 0, count: document.comments.count)
    for index in steps.indices {
      guard let parent = document.comments[index].parent else { continue }
      let isAnswerToRoot = document[parent].parent == nil
      let deeper = isAnswerToRoot || document.branches(parent)
      steps[index] = UInt8(clamping: Int(steps[parent.index]) + (deeper ? 1 : 0))
    }
    return steps
  }
}

extension Reading: Equatable {
  /// Whether both show the same of the same document; documents are told by their arenas.
  public static func == (left: Reading, right: Reading) -> Bool {
    left.document.text.isIdentical(to: right.document.text) && left.isPartial == right.isPartial
      && left.completions == right.completions && left.news == right.news
      && left.failures == right.failures && left.linkNotice == right.linkNotice
      && left.givenAddress == right.givenAddress && left.ruled == right.ruled
      && left.discussionNotice == right.discussionNotice
      && (left.quotationIndex == nil) == (right.quotationIndex == nil)
  }
}

/// The full text of a comment that its site cut short.
public struct Completion: Sendable {
  /// The document that holds it.
  public let document: Document
  /// The comment's blocks there.
  public let blocks: Range<Int32>
  /// Where it comes from, in words for the reader.
  public let origin: String
  /// Whether it is shown in place of the cut text.
  public var isOpen: Bool

  /// A full text.
  public init(document: Document, blocks: Range<Int32>, origin: String, isOpen: Bool = true) {
    self.document = document
    self.blocks = blocks
    self.origin = origin
    self.isOpen = isOpen
  }
}

extension Completion: Equatable {
  /// Whether both show the same blocks of the same document; documents are told by their arenas.
  public static func == (left: Completion, right: Completion) -> Bool {
    left.document.text.isIdentical(to: right.document.text) && left.blocks == right.blocks
      && left.origin == right.origin && left.isOpen == right.isOpen
  }
}
