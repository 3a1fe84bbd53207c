import DocumentModel

/// An index of the complete comments of a companion: by id, by minute and by first words.
///
/// Building it is O(comments): only the first words of each comment are read.
struct CompanionIndex {
  /// The fingerprint of each comment; `nil` for comments that cannot complete another.
  private(set) var fingerprints: [CommentFingerprint?] = []
  private var ids: HashMultimap
  private var minutes: HashMultimap
  private var openings: HashMultimap

  /// Keys that more comments share than this identify nothing and are ignored.
  private static let sharedKeyLimit = 256

  init(_ companion: Document, bytes: UnsafeRawBufferPointer) {
    let count = companion.comments.count
    ids = HashMultimap(capacity: count)
    minutes = HashMultimap(capacity: count)
    openings = HashMultimap(capacity: count)
    fingerprints.reserveCapacity(count)
    let authors = CommentFingerprint.authors(of: companion, bytes: bytes)
    for (index, comment) in companion.comments.enumerated() {
      var words = CommentWords(of: comment, in: companion, bytes: bytes)
      if let opening = words.opening() { openings.add(index, to: opening) }
      guard comment.state == .shown, !comment.isTruncated, !comment.blocks.isEmpty else {
        fingerprints.append(nil)
        continue
      }
      let own = CommentFingerprint(of: comment, authors: authors, bytes: bytes)
      fingerprints.append(own)
      if let id = own.id { ids.add(index, to: id) }
      if let minute = own.minute { minutes.add(index, to: Self.key(minute)) }
    }
  }

  /// Whether any comment, complete or not, begins with these words.
  func hasOpening(_ opening: UInt64) -> Bool { openings.contains(opening) }

  /// The comments with this id, in document order.
  func comments(withID id: UInt64) -> [Int] {
    ids.values(of: id, limit: Self.sharedKeyLimit)
  }

  /// The comments that may be copies of one with this fingerprint and these words, in document order.
  func candidates(_ own: CommentFingerprint, words: [CommentWord]) -> [Int] {
    var found: [Int] = []
    if let minute = own.minute {
      found = minutes.values(of: Self.key(minute), limit: Self.sharedKeyLimit)
    }
    // The last word shown may be cut, so the opening must end before it.
    guard words.count > CommentWords.openingLength,
      let opening = CommentWords.opening(words[..<CommentWords.openingLength])
    else { return found }
    let alike = openings.values(of: opening, limit: Self.sharedKeyLimit)
    return found.isEmpty ? alike : Set(found + alike).sorted()
  }

  /// Hashes the minute, because the table needs well-distributed keys and minutes are close together.
  private static func key(_ minute: Int64) -> UInt64 {
    var hash = CaseInsensitiveHash()
    hash.combine(UInt64(bitPattern: minute))
    return hash.value
  }
}

/// A multimap from 64-bit hashes to indices.
///
/// Open addressing; the values of a key form a linked list in one array. `capacity` is the greatest
/// number of values; adding one is O(1).
struct HashMultimap {
  private var slots: [Int32]
  private var links: [(key: UInt64, index: Int32, before: Int32)] = []

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  /// Adds `index` to the values of `key`.
  mutating func add(_ index: Int, to key: UInt64) {
    let slot = slot(of: key)
    links.append((key, Int32(index), slots[slot]))
    slots[slot] = Int32(links.count - 1)
  }

  /// Whether `key` has any value.
  func contains(_ key: UInt64) -> Bool { slots[slot(of: key)] >= 0 }

  /// The values of `key` in the order they were added; empty if there are more than `limit`.
  func values(of key: UInt64, limit: Int) -> [Int] {
    var found: [Int] = []
    var link = slots[slot(of: key)]
    while link >= 0 {
      guard found.count < limit else { return [] }
      found.append(Int(links[Int(link)].index))
      link = links[Int(link)].before
    }
    return found.reversed()
  }

  /// The slot of `key`, free or not.
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] >= 0, links[Int(slots[slot])].key != key { slot = (slot + 1) & mask }
    return slot
  }
}
