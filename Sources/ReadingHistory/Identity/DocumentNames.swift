import DocumentMerging
import DocumentModel

/// By what a document is known again: its address, and what it holds.
///
/// The same page saved twice, under another name, has no address in common but its title and first
/// comments. An address decides where both documents have one.
package struct DocumentNames: Hashable, Sendable {
  /// The address in its canonical form, `nil` if it is not known.
  package let address: String?
  /// The hash of the address, `nil` without one.
  package let addressHash: Int64?
  /// Hashes of what it holds, any of which is enough.
  package let contentHashes: [Int64]
  /// All hashes, that of the address first.
  package var hashes: [Int64] { [addressHash].compactMap { $0 } + contentHashes }

  /// How many of the first comments, and of the oldest, tell a document.
  private static let commentCount = 3
  /// How much of an article without comments tells it, in bytes, and how much there must be.
  private static let articleLength = 400
  private static let leastArticleLength = 60

  /// What a source holds among others, such as an entry of a feed.
  package typealias Part = (source: String, id: String)

  /// The names of `document`; `address` is what the reader knows of its address, `part` where it stands
  /// if its source holds it among others.
  ///
  /// O(comments).
  package init(of document: Document, address: String?, part: Part? = nil) {
    // A mere number may be that of another one the next time.
    let stated = part.flatMap { $0.id.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? nil : $0 }
    var contentHashes = Self.contentHashes(of: document)
    var known = address.flatMap(CanonicalAddress.of)
    if let stated, let source = CanonicalAddress.of(stated.source) {
      known = known ?? "\(source)##\(stated.id)"
    } else if let stated {
      contentHashes.append(Self.hash("part \(stated.id)", stated.source))
    }
    // The address of the source is that of all its parts.
    let own = (part == nil ? document.source.url : nil) ?? Self.ownAddress(of: document)
    self.address = known ?? own.flatMap(CanonicalAddress.of)
    addressHash = self.address.map { Self.hash("address", $0) }
    self.contentHashes = contentHashes
  }

  /// The names of what stands at an address of which nothing has been read.
  package init?(address: String) {
    guard let canonical = CanonicalAddress.of(address) else { return nil }
    self.address = canonical
    addressHash = Self.hash("address", canonical)
    contentHashes = []
  }

  /// The address that a saved page gives as its own.
  ///
  /// That of a post about a link is the link's; its comments stand somewhere else then.
  private static func ownAddress(of document: Document) -> String? {
    let own = document.text[document.article.url]
    guard !own.isEmpty else { return nil }
    let comment = document.comments.first { !$0.url.isEmpty }.map { document.text[$0.url] }
    guard let comment, let canonical = CanonicalAddress.of(comment) else { return own }
    let host = canonical.prefix { $0 != "/" && $0 != "?" }
    return CanonicalAddress.of(own)?.prefix { $0 != "/" && $0 != "?" } == host ? own : nil
  }

  private static func contentHashes(of document: Document) -> [Int64] {
    let title = document.title
    var telling: [Int] = []
    var oldest: [(seconds: Int64, index: Int)] = []
    for (index, comment) in document.comments.enumerated()
    where comment.state == .shown && !comment.blocks.isEmpty {
      if telling.count < commentCount { telling.append(index) }
      guard let seconds = comment.date?.seconds else { continue }
      guard oldest.count < commentCount || seconds < oldest[oldest.count - 1].seconds else {
        continue
      }
      let place = oldest.firstIndex { seconds < $0.seconds } ?? oldest.count
      oldest.insert((seconds, index), at: place)
      if oldest.count > commentCount { oldest.removeLast() }
    }
    guard !telling.isEmpty else { return articleHash(of: document, title: title) }
    telling += oldest.map(\.index).filter { !telling.contains($0) }
    let traits = CommentTraits.some(telling.map { CommentID($0) }, of: document)
    return traits.compactMap { traits in
      // Ids such as 1, 2, 3 mean nothing without the words.
      (traits.undated ?? traits.id).map { Self.hash("comment \($0)", title) }
    }
  }

  private static func articleHash(of document: Document, title: String) -> [Int64] {
    var text: [UInt8] = []
    for block in document.blocks(of: document.article) where text.count < articleLength {
      text += document.text(of: block).utf8.prefix(articleLength - text.count)
    }
    guard text.count >= leastArticleLength else { return [] }
    return [hash("article \(title)", String(decoding: text, as: UTF8.self))]
  }

  private static func hash(_ kind: String, _ text: String) -> Int64 {
    var hash = FNVHash()
    for byte in kind.utf8 { hash.combine(UInt64(byte)) }
    hash.combine(UInt64.max)
    for byte in text.utf8 { hash.combine(UInt64(byte)) }
    return Int64(bitPattern: hash.mixed)
  }
}
