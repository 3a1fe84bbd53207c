import DocumentModel
import DocumentParsing

/// The badges a page prints below names, such as «Author» and «Admin», in its language.
struct Badges {
  private let bytes: UnsafeRawBufferPointer
  private let author: Range<Int>?

  /// What wpDiscuz calls the writer of the article in the languages it is translated to most.
  private static let authorWords: [[UInt8]] = [
    "Author", "Autor", "Auteur", "Autore", "Автор", "Yazar", "Författare", "Forfatter",
    "Kirjoittaja", "Szerző", "Συντάκτης", "作者", "投稿者", "글쓴이",
  ].map { Array($0.utf8) }

  /// Learns what the page calls the article's author from `badges`, the lines below names.
  init(_ bytes: UnsafeRawBufferPointer, _ badges: some Sequence<Range<Int>>) {
    self.bytes = bytes
    author = badges.first { badge in Self.authorWords.contains { bytes.equal(badge, $0) } }
  }

  /// Whether `text` is the badge of the article's author.
  func isAuthor(_ text: Range<Int>) -> Bool {
    if let author { return bytes.equal(text, author) }
    return Self.authorWords.contains { bytes.equal(text, $0) }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes of `range` are `text`.
  fileprivate func equal(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    range.count == text.count && starts(range, with: text)
  }
}
