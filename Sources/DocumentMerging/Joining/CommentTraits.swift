import DocumentModel

/// What identifies a comment in another version of its discussion: hashes with 64 bits, the same in
/// every run of the program.
package struct CommentTraits: Hashable, Sendable {
  /// Of the source's own id, `nil` if it has none.
  package var id: UInt64?
  /// Of author, date and first words, of a date that only the words give too; `nil` for a comment
  /// with none of them.
  package var dated: UInt64?
  /// The same without a date that only the words give, such as «3 hours ago».
  package var undated: UInt64?
  /// Of author and moment, `nil` unless both are stated, the moment to the minute.
  package var moment: UInt64?
  /// Whether it is text without a header.
  package var isHeaderless: Bool

  /// The traits of a comment.
  package init(
    id: UInt64?,
    dated: UInt64?,
    undated: UInt64?,
    moment: UInt64?,
    isHeaderless: Bool
  ) {
    self.id = id
    self.dated = dated
    self.undated = undated
    self.moment = moment
    self.isHeaderless = isHeaderless
  }

  /// How many bytes of the first block count as first words.
  private static let wordsLength: UInt32 = 64

  /// The traits of all comments of `document`; O(comments).
  package static func all(of document: Document) -> [CommentTraits] {
    document.text.withBytes { bytes in
      let names = document.authors.map { hash(bytes, $0.name) }
      return document.comments.map { comment in
        CommentTraits(of: comment, in: document, author: { names[$0.index] }, bytes: bytes)
      }
    }
  }

  /// The traits of `comments` of `document`; O(`comments`).
  package static func some(_ comments: [CommentID], of document: Document) -> [CommentTraits] {
    document.text.withBytes { bytes in
      comments.map { id in
        CommentTraits(
          of: document[id],
          in: document,
          author: { hash(bytes, document[$0].name) },
          bytes: bytes
        )
      }
    }
  }

  private init(
    of comment: Comment,
    in document: Document,
    author name: (AuthorID) -> UInt64,
    bytes: UnsafeRawBufferPointer
  ) {
    isHeaderless = comment.state == .headerless
    id = comment.sourceID.isEmpty ? nil : Self.hash(bytes, comment.sourceID)
    let author = comment.authorship == .stated ? comment.author.map(name) : nil
    let words = document.blocks(of: comment).first.map { block in
      TextRange(start: block.text.start, count: min(block.text.count, Self.wordsLength))
    }
    let date = comment.date.map { Self.hash($0) }
    let dateText =
      date ?? (comment.dateText.isEmpty ? nil : Self.hash(bytes, comment.dateText))
    func key(_ date: UInt64?) -> UInt64? {
      guard author != nil || date != nil || words?.isEmpty == false || isHeaderless else {
        return nil
      }
      var hash = FNVHash()
      hash.combine(author ?? 0)
      hash.combine(date ?? 0)
      hash.combine(words.map { Self.hash(bytes, $0) } ?? 0)
      hash.combine(isHeaderless ? 1 : 0)
      return hash.mixed
    }
    dated = key(dateText)
    undated = key(date)
    moment = nil
    if let stated = comment.date, stated.precision >= .minute, comment.authorship == .stated {
      var hash = FNVHash()
      hash.combine(author ?? 0)
      hash.combine(Self.hash(stated))
      moment = hash.mixed
    }
  }

  /// The hash of some bytes; no bytes have one that no text has.
  package static func hash(_ bytes: UnsafeRawBufferPointer, _ range: TextRange) -> UInt64 {
    var hash = FNVHash()
    for byte in bytes[range.offsets] { hash.combine(UInt64(byte)) }
    return hash.mixed
  }

  private static func hash(_ date: Timestamp) -> UInt64 {
    var hash = FNVHash()
    hash.combine(UInt64(bitPattern: date.wallClock))
    hash.combine(date.offset.map { UInt64(bitPattern: Int64($0)) ^ 1 << 32 } ?? 0)
    hash.combine(UInt64(date.precision.rawValue))
    return hash.mixed
  }
}

extension FNVHash {
  /// The hash with the bits of the last numbers spread over all of it; never 0.
  package var mixed: UInt64 {
    var word = value
    word = (word ^ (word >> 32)) &* 0xD6E8_FEB8_6659_FD93
    word = (word ^ (word >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return max(1, word ^ (word >> 32))
  }
}
