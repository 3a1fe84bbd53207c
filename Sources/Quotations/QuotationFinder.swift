import DocumentModel

/// Finds out where what comments quote comes from.
///
/// What may be quoted is collected first, then looked for in all texts in one pass. Where several have
/// it, it comes from what the comment answers, the nearest first, else from the article, else from
/// another comment, the nearest one before it first. Only what writers say themselves counts.
struct QuotationFinder {
  /// Sentences that are not marked are looked for in documents of up to so many bytes of text.
  private static let mostForSentences = 1 << 22
  /// The letters of each of the three parts by which a long quotation is found that differs from what
  /// it quotes, or goes over several blocks.
  private static let partLength = 24
  /// The fewest letters by which words are found outside of what the comment answers and the article, where
  /// the source does not say that they are a quotation.
  private static let leastAnywhere = 24

  /// What may be quoted.
  private struct Candidate {
    let quotation: Quotation
    /// Whether it is several words.
    let isPhrase: Bool
    /// Whether it may come from a comment that its own does not answer.
    let mayBeFromAnywhere: Bool
    let whole: Int
    var parts: [Int] = []
  }

  private let document: Document
  private let body: (CommentID) -> Body
  private var needles = Needles()
  private var candidates: [Candidate] = []

  init(_ document: Document, _ body: @escaping (CommentID) -> Body) {
    self.document = document
    self.body = body
  }

  /// The quotations, by the comment that quotes.
  mutating func find() -> [Quotation] {
    let withSentences = document.text.count <= Self.mostForSentences
    for id in document.commentIDs { collect(from: id, withSentences) }
    guard !needles.isEmpty else { return [] }
    needles.finish()
    searchAll()
    var letters = Letters()
    var quotations: [Quotation] = []
    for candidate in candidates {
      var quotation = candidate.quotation
      quotation.passages = passages(of: candidate, &letters)
      if quotation.mark == .repeated, quotation.passages.isEmpty { continue }
      if quotations.last?.goesOn(with: quotation) == true {
        quotations[quotations.count - 1].append(quotation)
      } else {
        quotations.append(quotation)
      }
    }
    return quotations
  }

  private mutating func collect(from id: CommentID, _ withSentences: Bool) {
    let body = body(id)
    body.document.text.withBytes { arena in
      let found = QuotedWords(body: body, arena: arena).candidates(withSentences: withSentences)
      for words in found {
        let least =
          switch words.mark {
          case .stated: Quotation.leastStated
          case .spoken: Quotation.leastSpoken
          case .repeated: Quotation.leastRepeated
          }
        let letters = Self.longestPart(of: words.text, in: arena)
        guard letters.count >= least else { continue }
        var candidate = Candidate(
          quotation: Quotation(comment: id, mark: words.mark, text: words.text),
          isPhrase: words.isPhrase,
          mayBeFromAnywhere: words.mark != .repeated
            && (letters.count >= Self.leastAnywhere || words.mark == .stated && words.isPhrase),
          whole: needles.add(letters)
        )
        if words.mark == .stated, letters.count >= 2 * Self.partLength {
          let last = letters.count - Self.partLength
          candidate.parts = [0, last / 2, last].map {
            needles.add(Array(letters[$0..<$0 + Self.partLength]))
          }
        }
        candidates.append(candidate)
      }
    }
  }

  /// The letters of the longest part of `text` in which its writer left nothing out.
  private static func longestPart(of text: TextRange, in arena: UnsafeRawBufferPointer) -> [UInt8] {
    var longest: [UInt8] = []
    var start = Int(text.start)
    let end = Int(text.end)
    func take(_ part: Range<Int>) {
      guard part.count > longest.count else { return }
      let letters = Letters.bytes(of: part, in: arena)
      if letters.count > longest.count { longest = letters }
    }
    var offset = start
    while offset + 2 < end {
      let isOmission =
        arena[offset] == 0x2E && arena[offset + 1] == 0x2E && arena[offset + 2] == 0x2E
        || arena[offset] == 0xE2 && arena[offset + 1] == 0x80 && arena[offset + 2] == 0xA6
      if isOmission {
        take(start..<offset)
        start = offset + 3
      }
      offset += isOmission ? 3 : 1
    }
    take(min(start, end)..<end)
    return longest
  }

  private mutating func searchAll() {
    var letters = Letters()
    var work = 64 * (document.text.count + (1 << 16))
    search(document, document.article.blocks, comment: -1, &letters, &work)
    for id in document.commentIDs {
      let body = body(id)
      search(body.document, body.blocks, comment: Int32(id.index), &letters, &work)
    }
  }

  private mutating func search(
    _ document: Document,
    _ blocks: Range<Int32>,
    comment: Int32,
    _ letters: inout Letters,
    _ work: inout Int
  ) {
    document.text.withBytes { arena in
      for index in blocks where document.blocks[Int(index)].quoteDepth == 0 {
        letters.read(document.blocks[Int(index)].text.offsets, in: arena)
        needles.find(in: letters.bytes, comment: comment, block: index, work: &work)
      }
    }
  }

  // MARK: Which place

  private func passages(of candidate: Candidate, _ letters: inout Letters) -> [Passage] {
    if let place = bestPlace(of: candidate.whole, for: candidate) {
      let found = passage(at: place, &letters)
      // Words in the address of a page are not the words of its title.
      return candidate.isPhrase && !isPhrase(found) ? [] : [found]
    }
    var passages: [Passage] = []
    for part in candidate.parts {
      guard let place = bestPlace(of: part, for: candidate) else { continue }
      let found = passage(at: place, &letters)
      if let last = passages.last, last.comment == found.comment, last.block == found.block {
        passages[passages.count - 1].text = last.text.joined(with: found.text)
      } else if passages.last.map({ $0.comment == found.comment }) ?? true {
        passages.append(found)
      }
    }
    return passages
  }

  private func bestPlace(of needle: Int, for candidate: Candidate) -> Needles.Place? {
    let quotation = candidate.quotation
    let id = Int32(quotation.comment.index)
    let author = document[quotation.comment].author
    var best: (rank: Int32, place: Needles.Place)?
    for place in needles.places[needle] where place.comment != id {
      let rank = rank(of: place, for: quotation.comment)
      if rank < Self.anywhere {
        let holder = CommentID(Int(max(0, place.comment)))
        let isOwn = place.comment >= 0 && author != nil && document[holder].author == author
        if quotation.mark == .repeated, isOwn { continue }
      } else if !candidate.mayBeFromAnywhere {
        continue
      }
      if best.map({ rank < $0.rank }) ?? true { best = (rank, place) }
    }
    return best?.place
  }

  /// From this rank on, a place is neither in the article nor in what the comment answers.
  private static let anywhere: Int32 = 1 << 29

  /// How near `place` is to `id`, the nearest lowest: above it, in the article, before it, behind it.
  private func rank(of place: Needles.Place, for id: CommentID) -> Int32 {
    guard place.comment >= 0 else { return 1 << 28 }
    let holder = CommentID(Int(place.comment))
    let distance = Int32(clamping: abs(id.index - holder.index))
    let near = min(distance, (1 << 28) - 1)
    if holder < id, document.isIn(id, subtreeOf: holder) { return near }
    return Self.anywhere + near + (holder < id ? 0 : 1 << 28)
  }

  private func isPhrase(_ passage: Passage) -> Bool {
    let holder = passage.comment.map { body($0).document } ?? document
    return holder.text.withBytes { QuotedWords.isPhrase(passage.text, in: $0) }
  }

  private func passage(at place: Needles.Place, _ letters: inout Letters) -> Passage {
    let comment = place.comment < 0 ? nil : CommentID(Int(place.comment))
    let holder = comment.map { body($0).document } ?? document
    let text = holder.text.withBytes { arena in
      letters.read(holder.blocks[Int(place.block)].text.offsets, in: arena)
      let range = place.letters
      return letters.text(from: Int(range.lowerBound), to: Int(range.upperBound), in: arena)
    }
    return Passage(comment: comment, block: Int(place.block), text: text)
  }
}
