import DocumentModel

/// All that the comments of a document quote, and where it comes from.
///
/// Built once for a document, in O(text); answers in O(answer + log quotations).
public struct QuotationIndex: Sendable {
  /// The quotations, by the comment that quotes, in the order of its text.
  public let quotations: [Quotation]
  /// Each passage with its quotation, by what is quoted: the article first, then the comments.
  private let quoted: [Quoted]
  /// The blocks that are quoted, in the same order.
  private let blocks: [QuotedBlock]
  /// How many comments quote each text that is quoted, by comment, -1 for the article.
  private let counts: [Int: Int]

  private struct Quoted: Sendable {
    let quotation: Int
    let passage: Passage
    var text: Int { passage.comment?.index ?? -1 }

    static func isBefore(_ left: Quoted, _ right: Quoted) -> Bool {
      (left.text, left.passage.block, left.quotation)
        < (right.text, right.passage.block, right.quotation)
    }
  }

  /// The quotations of `document`, in which `body` gives the text shown of a comment.
  public init(of document: Document, body: @escaping (CommentID) -> Body) {
    var finder = QuotationFinder(document, body)
    self.init(finder.find())
  }

  /// The quotations of `document`.
  public init(of document: Document) {
    self.init(of: document) { Body(document: document, blocks: document[$0].blocks) }
  }

  private init(_ quotations: [Quotation]) {
    let quoted = quotations.enumerated().flatMap { index, quotation in
      quotation.passages.map { Quoted(quotation: index, passage: $0) }
    }.sorted(by: Quoted.isBefore)
    func passages(_ range: Range<Int>) -> [(passage: Passage, quotation: Quotation)] {
      quoted[range].map { ($0.passage, quotations[$0.quotation]) }
    }
    self.quotations = quotations
    self.quoted = quoted
    blocks = quoted.runs {
      $0.text == $1.text && $0.passage.block == $1.passage.block
    }.map { QuotedBlock(passages($0)) }
    counts = Dictionary(
      uniqueKeysWithValues: quoted.runs { $0.text == $1.text }.map {
        (quoted[$0.lowerBound].text, passages($0).commentCount)
      }
    )
  }

  /// What `comment` quotes, in order.
  public func quotations(in comment: CommentID) -> ArraySlice<Quotation> {
    let start = quotations.partition { $0.comment >= comment }
    return quotations[start...].prefix { $0.comment == comment }
  }

  /// Where the text of `comment` is quoted, of the article for `nil`: each passage with the quotation.
  public func quotes(of comment: CommentID?) -> [(passage: Passage, quotation: Quotation)] {
    let text = comment?.index ?? -1
    return quoted[quoted.partition { $0.text >= text }...].prefix { $0.text == text }
      .map { ($0.passage, quotations[$0.quotation]) }
  }

  /// The same for one block of the text.
  public func passages(
    of block: Int,
    in comment: CommentID?
  ) -> [(passage: Passage, quotation: Quotation)] {
    let text = comment?.index ?? -1
    let start = quoted.partition { ($0.text, $0.passage.block) >= (text, block) }
    return quoted[start...].prefix { $0.text == text && $0.passage.block == block }
      .map { ($0.passage, quotations[$0.quotation]) }
  }

  /// How often and where `block` of the text of `comment` is quoted, of the article for `nil`; `nil` if it
  /// is not.
  public func quotes(of block: Int, in comment: CommentID?) -> QuotedBlock? {
    let text = comment?.index ?? -1
    let index = blocks.partition { ($0.comment?.index ?? -1, $0.block) >= (text, block) }
    guard index < blocks.count, blocks[index].comment == comment, blocks[index].block == block
    else { return nil }
    return blocks[index]
  }

  /// How many comments quote `comment`, the article for `nil`; O(1).
  public func count(quoting comment: CommentID?) -> Int { counts[comment?.index ?? -1] ?? 0 }
}

/// A block that comments quote.
public struct QuotedBlock: Sendable {
  /// From so many comments on, what they quote is often quoted.
  private static let often = 3

  /// The comment whose text has it, `nil` for the article.
  public let comment: CommentID?
  /// The block, an index into the blocks of the document that holds the text.
  public let block: Int
  /// How many comments quote it.
  public let commentCount: Int
  /// The parts that several comments quote, in order.
  public let often: [TextRange]

  fileprivate init(_ passages: [(passage: Passage, quotation: Quotation)]) {
    comment = passages[0].passage.comment
    block = passages[0].passage.block
    commentCount = passages.commentCount
    often = passages.parts(quotedBy: Self.often)
  }
}

extension [(passage: Passage, quotation: Quotation)] {
  /// How many comments quote.
  fileprivate var commentCount: Int { Set(map(\.quotation.comment)).count }

  /// The parts of the text that `least` comments or more quote, in order; O(passages log passages).
  fileprivate func parts(quotedBy least: Int) -> [TextRange] {
    guard commentCount >= least else { return [] }
    // Where quoted parts begin and end; ends come first, so that parts that only touch do not add up.
    var edges: [(offset: UInt32, step: Int)] = []
    for (passage, _) in self {
      edges += [(passage.text.start, 1), (passage.text.end, -1)]
    }
    edges.sort { ($0.offset, $0.step) < ($1.offset, $1.step) }
    var parts: [TextRange] = []
    var (depth, start) = (0, UInt32(0))
    for (offset, step) in edges {
      if step > 0, depth == least - 1 { start = offset }
      if step < 0, depth == least { parts.append(TextRange(start: start, count: offset - start)) }
      depth += step
    }
    return parts
  }
}

extension Array {
  /// The runs of elements that belong together.
  fileprivate func runs(_ belong: (Element, Element) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = startIndex
    for index in indices where index + 1 == endIndex || !belong(self[index], self[index + 1]) {
      runs.append(start..<index + 1)
      start = index + 1
    }
    return runs
  }

  /// The first index whose element `isBehind`, which holds for all behind it; O(log count).
  fileprivate func partition(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
