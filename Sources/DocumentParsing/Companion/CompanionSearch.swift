import DocumentModel

/// One run of `CompanionMatcher`, while the bytes of both documents are at hand.
struct CompanionSearch {
  private let document: Document
  private let bytes: UnsafeRawBufferPointer
  private let companion: Document
  private let companionBytes: UnsafeRawBufferPointer
  private let index: CompanionIndex
  private var cut: [(id: CommentID, signs: CommentSigns)] = []
  private var sharesIDs = false
  /// Openings of the document's comments with which no comment of the companion begins.
  private var lostOpenings: Set<UInt64> = []
  /// Hashes of whole texts of companion comments, as far as they were asked for.
  private var texts: [Int: UInt64] = [:]
  /// Where companion comments go over into others, as far as that was asked for.
  private var lastLost: [Int: Int] = [:]

  init(
    _ document: Document,
    _ bytes: UnsafeRawBufferPointer,
    _ companion: Document,
    _ companionBytes: UnsafeRawBufferPointer
  ) {
    self.document = document
    self.bytes = bytes
    self.companion = companion
    self.companionBytes = companionBytes
    index = CompanionIndex(companion, bytes: companionBytes)
    let authors = CommentSigns.authors(of: document, bytes: bytes)
    for (number, comment) in document.comments.enumerated() {
      var words = CommentWords(of: comment, in: document, bytes: bytes)
      if let opening = words.opening(), !index.hasOpening(opening) { lostOpenings.insert(opening) }
      guard comment.isTruncated else { continue }
      let signs = CommentSigns(of: comment, authors: authors, bytes: bytes)
      cut.append((CommentID(number), signs))
    }
    sharesIDs = idsMeanTheSame()
  }

  /// Takes no comment of the companion for one that goes over into another.
  mutating func trustBounds() { lostOpenings = [] }

  /// The comment of the companion for every cut one it surely completes.
  mutating func run() -> [CommentID: CommentID] {
    var claims = CopyClaims()
    for (id, signs) in cut {
      if let claim = claim(of: id, signs) { claims.add(claim) }
    }
    return claims.settled()
  }

  /// Whether equal ids stand on comments of the same author and date, hardly ever on others.
  private func idsMeanTheSame() -> Bool {
    var same = 0
    var other = 0
    for (_, own) in cut {
      guard let id = own.id else { continue }
      for copy in index.comments(withID: id) {
        guard let signs = index.signs[copy] else { continue }
        let date = DateAgreement(own.date, signs.date)
        let author = AuthorAgreement(own, signs)
        if date == .different || author == .different {
          other += 1
        } else if date != .open || author == .same {
          same += 1
        }
      }
    }
    return same > 9 * other
  }

  private mutating func claim(of id: CommentID, _ own: CommentSigns) -> CopyClaim? {
    var reader = CommentWords(of: document[id], in: document, bytes: bytes)
    let alignment = WordAlignment(cutAfter: &reader, bytes: bytes)
    let shown = alignment.shown.count
    if let sourceID = own.id {
      let named = copies(index.comments(withID: sourceID), alignment) { other in
        isNamesake(own, other, alignment) ? alignment.tolerance : nil
      }
      if let claim = claim(of: id, showing: shown, on: named, byID: true) { return claim }
    }
    let alike = copies(index.candidates(own, words: alignment.shown), alignment) { other in
      allowedErrors(own, other, alignment)
    }
    return claim(of: id, showing: shown, on: alike, byID: false)
  }

  /// Whether more than the same id speaks for the two being one comment.
  private func isNamesake(
    _ own: CommentSigns,
    _ other: CommentSigns,
    _ alignment: WordAlignment
  ) -> Bool {
    alignment.shown.count >= DateAgreement.day.wordsNeeded
      || AuthorAgreement(own, other) == .same
      || DateAgreement(own.date, other.date).isToTheDay
  }

  /// How many words may differ if the two are one comment; `nil` if they cannot be.
  private func allowedErrors(
    _ own: CommentSigns,
    _ other: CommentSigns,
    _ alignment: WordAlignment
  ) -> Int? {
    if sharesIDs, let id = own.id, let otherID = other.id, id != otherID { return nil }
    let author = AuthorAgreement(own, other)
    let date = DateAgreement(own.date, other.date)
    guard author != .different, date != .different else { return nil }
    let needed = date.wordsNeeded * (author == .same ? 1 : 2)
    guard alignment.shown.count >= needed else { return nil }
    return date.isToTheDay ? alignment.tolerance : 0
  }

  /// Those of `candidates` that begin with the words shown and go on, with how many words differ.
  ///
  /// `allowed` says how many may, from the candidate's signs; `nil`: it is another comment. `nil`
  /// comes back if so many are so much alike that looking on would take too long.
  private func copies(
    _ candidates: [Int],
    _ alignment: WordAlignment,
    allowed: (CommentSigns) -> Int?
  ) -> [(index: Int, errors: Int)]? {
    var found: [(index: Int, errors: Int)] = []
    var budget = Self.reading(of: alignment.shown.count)
    for candidate in candidates {
      guard let signs = index.signs[candidate], let limit = allowed(signs) else { continue }
      var full = WordBuffer(words(of: candidate), companionBytes)
      let outcome = alignment.compare(with: &full, limit: limit)
      budget -= full.words.count
      guard budget >= 0 else { return nil }
      if case .goesOn(let errors) = outcome { found.append((candidate, errors)) }
    }
    return found
  }

  /// How many words of copies may be read for a comment that shows so many.
  private static func reading(of shown: Int) -> Int { 16 * shown + 4096 }

  /// A claim on those of `copies` that fit best, if they all say the same.
  private mutating func claim(
    of id: CommentID,
    showing shown: Int,
    on copies: [(index: Int, errors: Int)]?,
    byID: Bool
  ) -> CopyClaim? {
    guard let copies, let fewest = copies.map(\.errors).min() else { return nil }
    let isExact = fewest == 0
    let best = copies.filter { !isExact || $0.errors == 0 }.map(\.index)
    let said = Set(best.map { text(of: $0) })
    guard said.count == 1, let text = said.first, let copy = best.first else { return nil }
    guard !runsOn(copy, behind: shown) else { return nil }
    return CopyClaim(id: id, right: byID ? .id : isExact ? .exact : .near, copies: best, text: text)
  }

  /// The hash of all words of a companion comment; each text is read once.
  private mutating func text(of copy: Int) -> UInt64 {
    if let known = texts[copy] { return known }
    var hash = FoldedHash()
    var words = words(of: copy)
    while let word = words.next() { hash.combine(word.hash) }
    texts[copy] = hash.value
    return hash.value
  }

  /// Whether behind its first `shown` words a copy goes over into another comment.
  ///
  /// Where a page has lost a header, the comment under it runs on from the one before. Then a line
  /// of the copy begins like a comment of the document that the companion has nowhere else.
  private mutating func runsOn(_ copy: Int, behind shown: Int) -> Bool {
    guard !lostOpenings.isEmpty else { return false }
    let last = lastLost[copy] ?? lastLostOpening(in: words(of: copy))
    lastLost[copy] = last
    return last >= shown
  }

  /// The last word that begins a line and a lost comment, -1 if none does.
  private func lastLostOpening(in reader: CommentWords) -> Int {
    var reader = reader
    let words = reader.read(.max)
    let last = words.indices.last { index in
      words[index].startsLine
        && CommentWords.opening(words[index...]).map(lostOpenings.contains) == true
    }
    return last ?? -1
  }

  private func words(of copy: Int) -> CommentWords {
    CommentWords(of: companion.comments[copy], in: companion, bytes: companionBytes)
  }
}
