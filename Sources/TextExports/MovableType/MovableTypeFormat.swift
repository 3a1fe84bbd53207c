import DocumentModel
import DocumentParsing
import PageModel

/// A blog as Movable Type and TypePad export it.
struct MovableTypeFormat: DocumentFormat {
  let name = "movable-type"
  let summary = "entries and comments, from the export of Movable Type or TypePad"

  /// How much is looked at.
  private static let looked = 1 << 13

  /// `certain` of text that begins with an entry's values, up to the line of hyphens before its text.
  func confidence(in source: SourceText, fileName: String) -> Confidence {
    let isOwn = source.text.withBytes { bytes in
      guard bytes.starts(with: "AUTHOR: ".utf8) || bytes.starts(with: "TITLE: ".utf8) else {
        return false
      }
      let head = String(decoding: bytes.prefix(Self.looked), as: UTF8.self)
      return head.contains("\n-----\nBODY:\n") && head.contains("\nDATE: ")
    }
    return isOwn ? .certain : .no
  }

  /// The only entry, or the list as a document.
  func parse(_ source: SourceText) -> Document { contents(of: source).document }

  /// The only entry, or a list of them.
  func contents(of source: SourceText) -> SourceContents {
    let entries = Self.entries(source)
    guard entries.count != 1 else {
      return .document(ThreadDocument.make(entries[0].thread, from: source, format: name))
    }
    var builder = ListingBuilder(from: source, format: name)
    for (index, entry) in entries.enumerated() {
      let date = entry.date
      builder.add(
        ListingEntry(
          title: entry.title,
          comments: entry.comments,
          author: entry.author,
          date: date.moment,
          dateText: date.text,
          tags: entry.tags,
          part: index
        )
      )
    }
    builder.discussions = TextParts(from: source, format: name) { entries[$0].thread }
    return .listing(builder.finish())
  }

  private static func entries(_ source: SourceText) -> [MovableTypeEntry] {
    let text = source.text.withBytes { String(decoding: $0, as: UTF8.self) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.split(separator: "--------").map { MovableTypeEntry($0) }.filter { !$0.isEmpty }
  }
}
