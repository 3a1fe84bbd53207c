import DocumentModel

/// One run of `CompanionMatcher`; valid only while the bytes of both documents are.
struct CompanionSearch {
  private let document: Document
  private let bytes: UnsafeRawBufferPointer
  private let companion: Document
  private let companionBytes: UnsafeRawBufferPointer
  private let index: CompanionIndex
  private var cut: [(id: CommentID, fingerprint: CommentFingerprint)] = []
  private var sharesIDs = false
  /// Hashes of first words of the document's comments that begin no comment of the companion.
  private var lostOpenings: Set<UInt64> = []
  /// Hashes of the full texts of companion comments, computed on demand.
  private var texts: [Int: UInt64] = [:]
  /// The last word of a companion comment that begins a lost comment, computed on demand.
  private var lastLost: [Int: Int] = [:]

  init(
    of document: Document,
    bytes: UnsafeRawBufferPointer,
    in companion: Document,
    companionBytes: UnsafeRawBufferPointer
  ) {
    self.document = document
    self.bytes = bytes
    self.companion = companion
    self.companionBytes = companionBytes
    index = CompanionIndex(companion, bytes: companionBytes)
    let authors = CommentFingerprint.authors(of: document, bytes: bytes)
    for (number, comment) in document.comments.enumerated() {
      var words = CommentWords(of: comment, in: document, bytes: bytes)
      if let opening = words.opening(), !index.hasOpening(opening) { lostOpenings.insert(opening) }
      guard comment.isTruncated else { continue }
      let fingerprint = CommentFingerprint(of: comment, authors: authors, bytes: bytes)
      cut.append((CommentID(number), fingerprint))
    }
    sharesIDs = idsMeanTheSame()
  }

  /// Assumes that no comment of the companion runs on into the next.
  mutating func trustBounds() { lostOpenings = [] }

  /// The comment of the companion for every cut comment that it completes with certainty.
  mutating func run() -> [CommentID: CommentID] {
    var candidates = MatchCandidates()
    for (id, fingerprint) in cut {
      if let candidate = candidate(for: id, fingerprint) { candidates.add(candidate) }
    }
    return candidates.resolved()
  }

  /// Whether equal ids nearly always belong to comments of the same author and date.
  private func idsMeanTheSame() -> Bool {
    var same = 0
    var other = 0
    for (_, own) in cut {
      guard let id = own.id else { continue }
      for copy in index.comments(withID: id) {
        guard let fingerprint = index.fingerprints[copy] else { continue }
        let date = DateAgreement(own.date, fingerprint.date)
        let author = AuthorAgreement(own, fingerprint)
        if date == .different || author == .different {
          other += 1
        } else if date != .open || author == .same {
          same += 1
        }
      }
    }
    return same > 9 * other
  }

  private mutating func candidate(for id: CommentID, _ own: CommentFingerprint) -> MatchCandidate? {
    var reader = CommentWords(of: document[id], in: document, bytes: bytes)
    let alignment = WordAlignment(cutAfter: &reader, bytes: bytes)
    let shown = alignment.shown.count
    if let sourceID = own.id {
      let named = copies(index.comments(withID: sourceID), alignment) { other in
        isConfirmed(own, is: other, alignment) ? alignment.tolerance : nil
      }
      if let candidate = candidate(for: id, shown: shown, among: named, byID: true) {
        return candidate
      }
    }
    let alike = copies(index.candidates(own, words: alignment.shown), alignment) { other in
      allowedErrors(own, as: other, alignment)
    }
    return candidate(for: id, shown: shown, among: alike, byID: false)
  }

  /// Whether author, day or number of words confirm that two comments with one id are the same.
  private func isConfirmed(
    _ own: CommentFingerprint,
    is other: CommentFingerprint,
    _ alignment: WordAlignment
  ) -> Bool {
    alignment.shown.count >= DateAgreement.day.wordsNeeded
      || AuthorAgreement(own, other) == .same
      || DateAgreement(own.date, other.date).isToTheDay
  }

  /// How many words may differ if the two are the same comment; `nil` if they cannot be.
  private func allowedErrors(
    _ own: CommentFingerprint,
    as other: CommentFingerprint,
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

  /// The `candidates` that begin with the words shown and go on, with how many words differ.
  ///
  /// `allowed` maps a candidate's fingerprint to the number of words that may differ, `nil` to reject
  /// it. Returns `nil` if so many candidates are so similar that comparing them would take too long.
  private func copies(
    _ candidates: [Int],
    _ alignment: WordAlignment,
    allowed: (CommentFingerprint) -> Int?
  ) -> [(index: Int, errors: Int)]? {
    var found: [(index: Int, errors: Int)] = []
    var budget = Self.reading(of: alignment.shown.count)
    for candidate in candidates {
      guard let fingerprint = index.fingerprints[candidate], let limit = allowed(fingerprint) else {
        continue
      }
      var full = WordBuffer(words(of: candidate), companionBytes)
      let outcome = alignment.compare(with: &full, limit: limit)
      budget -= full.words.count
      guard budget >= 0 else { return nil }
      if case .goesOn(let errors) = outcome { found.append((candidate, errors)) }
    }
    return found
  }

  /// How many words of candidates may be read for a comment with `shown` words.
  private static func reading(of shown: Int) -> Int { 16 * shown + 4096 }

  /// The best matches among `copies`, if they all have the same text.
  private mutating func candidate(
    for id: CommentID,
    shown: Int,
    among copies: [(index: Int, errors: Int)]?,
    byID: Bool
  ) -> MatchCandidate? {
    guard let copies, let fewest = copies.map(\.errors).min() else { return nil }
    let isExact = fewest == 0
    let best = copies.filter { !isExact || $0.errors == 0 }.map(\.index)
    let said = Set(best.map { text(of: $0) })
    guard said.count == 1, let text = said.first, let copy = best.first else { return nil }
    guard !runsOn(copy, behind: shown) else { return nil }
    return MatchCandidate(
      id: id,
      strength: byID ? .id : isExact ? .exact : .near,
      copies: best,
      text: text
    )
  }

  /// The hash of all words of a companion comment; each comment is read once.
  private mutating func text(of copy: Int) -> UInt64 {
    if let known = texts[copy] { return known }
    var hash = CaseInsensitiveHash()
    var words = words(of: copy)
    while let word = words.next() { hash.combine(word.hash) }
    texts[copy] = hash.value
    return hash.value
  }

  /// Whether a copy runs on into another comment after its first `shown` words.
  ///
  /// Where a page has lost a header, the comment below it is read as part of the one above. Then a
  /// line of the copy begins like a comment of the document that begins no comment of the companion.
  private mutating func runsOn(_ copy: Int, behind shown: Int) -> Bool {
    guard !lostOpenings.isEmpty else { return false }
    let last = lastLost[copy] ?? lastLostOpening(in: words(of: copy))
    lastLost[copy] = last
    return last >= shown
  }

  /// The last word at which a line and a lost comment begin, -1 if there is none.
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
