import DocumentModel

/// The whole comments of a companion, found by id, by minute and by their first words.
///
/// Building is O(comments): of the text it reads the first words alone.
struct CompanionIndex {
  /// What is known of each comment, by index; `nil` for one that can complete none.
  private(set) var signs: [CommentSigns?] = []
  private var ids: KeyedChains
  private var minutes: KeyedChains
  private var openings: KeyedChains

  /// A chain longer than this tells too little to be walked.
  private static let chainLimit = 256

  init(_ companion: Document, bytes: UnsafeRawBufferPointer) {
    let count = companion.comments.count
    ids = KeyedChains(capacity: count)
    minutes = KeyedChains(capacity: count)
    openings = KeyedChains(capacity: count)
    signs.reserveCapacity(count)
    let authors = CommentSigns.authors(of: companion, bytes: bytes)
    for (index, comment) in companion.comments.enumerated() {
      var words = CommentWords(of: comment, in: companion, bytes: bytes)
      if let opening = words.opening() { openings.add(index, to: opening) }
      guard comment.state == .shown, !comment.isTruncated, !comment.blocks.isEmpty else {
        signs.append(nil)
        continue
      }
      let own = CommentSigns(of: comment, authors: authors, bytes: bytes)
      signs.append(own)
      if let id = own.id { ids.add(index, to: id) }
      if let minute = own.minute { minutes.add(index, to: Self.key(minute)) }
    }
  }

  /// Whether a comment, whole or not, begins with these words.
  func hasOpening(_ opening: UInt64) -> Bool { openings.contains(opening) }

  /// The comments with this id, earliest first.
  func comments(withID id: UInt64) -> [Int] {
    ids.members(of: id, limit: Self.chainLimit)
  }

  /// The comments worth comparing with one of these signs and these words, earliest first.
  func candidates(_ own: CommentSigns, words: [CommentWord]) -> [Int] {
    var found: [Int] = []
    if let minute = own.minute {
      found = minutes.members(of: Self.key(minute), limit: Self.chainLimit)
    }
    // The last word shown may be half a word, so the opening must end before it.
    guard words.count > CommentWords.openingLength,
      let opening = CommentWords.opening(words[..<CommentWords.openingLength])
    else { return found }
    let alike = openings.members(of: opening, limit: Self.chainLimit)
    return found.isEmpty ? alike : Set(found + alike).sorted()
  }

  /// Minutes are spread, for they stand close together.
  private static func key(_ minute: Int64) -> UInt64 {
    var hash = FoldedHash()
    hash.combine(UInt64(bitPattern: minute))
    return hash.value
  }
}
