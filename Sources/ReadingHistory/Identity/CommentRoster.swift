import DocumentMerging
import DocumentModel

/// The comments of a document as they are remembered: by what each is known again, and a hash of its
/// text.
package struct CommentRoster: Hashable, Sendable {
  /// By what each comment is known again, in page order.
  package private(set) var traits: [CommentTraits] = []
  /// The hash of each comment's text, 0 for one that is cut or not there.
  package private(set) var texts: [UInt32] = []

  /// No comments.
  package init() {}

  /// The comments of `document`; O(size of the document).
  package init(of document: Document) {
    traits = CommentTraits.all(of: document)
    // Kept without the date in words, which differs each day.
    for index in traits.indices { traits[index].dated = nil }
    texts = document.text.withBytes { bytes in
      document.comments.map { comment in
        guard comment.state == .shown, !comment.isTruncated, !comment.blocks.isEmpty else {
          return 0
        }
        var hash = FNVHash()
        for block in document.blocks(of: comment) {
          hash.combine(words: UnsafeRawBufferPointer(rebasing: bytes[block.text.offsets]))
        }
        return max(1, UInt32(truncatingIfNeeded: hash.mixed))
      }
    }
  }

  /// The hash of a text of `arena`; never 0.
  package static func hash(of text: TextRange, in arena: TextArena) -> UInt64 {
    arena.withBytes(of: text) { bytes in
      var hash = FNVHash()
      hash.combine(words: bytes)
      return hash.mixed
    }
  }

  /// How many comments there are.
  package var count: Int { traits.count }

  /// Which comments of `other`, a later version of the document, are which of these; O(comments).
  package func matches(with other: CommentRoster) -> CommentMatches {
    CommentMatches.refresh(traits, other.traits)
  }

  /// Whether the comments of `other` come first, in their order.
  package func begins(with other: CommentRoster) -> Bool {
    traits.count >= other.traits.count && traits.prefix(other.count).elementsEqual(other.traits)
  }

  /// Adds the comment at `index` of `other`.
  mutating func append(_ index: Int, of other: CommentRoster) {
    traits.append(other.traits[index])
    texts.append(other.texts[index])
  }

  // MARK: As bytes

  /// How many bytes a comment takes: three hashes of eight, one of four, and a flag.
  private static let size = 29

  /// The comments as bytes, the lowest of each number first.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * Self.size)
    for (traits, text) in zip(traits, texts) {
      for number in [traits.id, traits.undated, traits.moment] {
        bytes.append(number ?? 0, count: 8)
      }
      bytes.append(UInt64(text), count: 4)
      bytes.append(traits.isHeaderless ? 1 : 0)
    }
    return bytes
  }

  /// The comments that `bytes` stand for; what is left over at the end is ignored.
  init(bytes: [UInt8]) {
    let count = bytes.count / Self.size
    traits.reserveCapacity(count)
    texts.reserveCapacity(count)
    bytes.withUnsafeBytes { raw in
      func number(_ offset: Int) -> UInt64? {
        let number = UInt64(
          littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        )
        return number == 0 ? nil : number
      }
      for index in 0..<count {
        let start = index * Self.size
        traits.append(
          CommentTraits(
            id: number(start),
            dated: nil,
            undated: number(start + 8),
            moment: number(start + 16),
            isHeaderless: raw[start + 28] & 1 == 1
          )
        )
        texts.append(
          UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + 24, as: UInt32.self))
        )
      }
    }
  }
}

extension [UInt8] {
  /// Adds the lowest `count` bytes of `number`, the lowest first.
  mutating func append(_ number: UInt64, count: Int) {
    for byte in 0..<count { append(UInt8(truncatingIfNeeded: number >> UInt64(8 * byte))) }
  }
}

extension FNVHash {
  /// Adds bytes, eight in one step, and how many there are.
  mutating func combine(words bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset + 8 <= bytes.count {
      combine(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    combine(rest)
    combine(UInt64(bytes.count))
  }
}
