import DocumentModel
import DocumentParsing
import PageModel

/// A talk page as its editors write it.
struct WikitextFormat: DocumentFormat {
  let name = "wikitext"
  let summary = "a talk page of MediaWiki as wikitext"

  /// How much is looked at, and how many signatures tell a talk page.
  private static let looked = 1 << 16
  private static let signatures = 3

  /// `certain` of text with signatures in three lines or more, or of a file that says so.
  func confidence(in source: SourceText, fileName: String) -> Confidence {
    guard !source.isPage else { return .no }
    let isNamed = [".wikitext", ".wiki", ".mediawiki"].contains(where: fileName.hasSuffix)
    let signed = Self.signed(source.prefix(Self.looked))
    source.decisions?.note(name, "signatures", "\(signed) lines are signed", isMet: signed > 0)
    return signed >= Self.signatures || isNamed && signed > 0 ? .certain : .no
  }

  private static func signed(_ source: SourceText) -> Int {
    source.text.withBytes { text in
      var count = 0
      var start = 0
      while start < text.count, count < signatures {
        let end = text.first(0x0A, in: start..<text.count) ?? text.count
        let line = Array(text[start..<end])
        // Looked at closely only where there is a zone, as it is at the end of most signatures.
        if line.contains(0x5B), line.last(where: { $0 > 0x20 }) == 0x29,
          WikiSignature(line[...]) != nil
        {
          count += 1
        }
        start = end + 1
      }
      return count
    }
  }

  /// Reads the whole page.
  func parse(_ source: SourceText) -> Document {
    let text = source.text.withBytes { String(decoding: $0, as: UTF8.self) }
    let file = source.location.split(separator: "/").last.map(String.init) ?? ""
    let title = [".wikitext", ".wiki", ".mediawiki"].first(where: file.hasSuffix).map {
      String(file.dropLast($0.count))
    }
    let page = WikitextThread(text, title: title ?? "")
    return ThreadDocument.make(page.thread, from: source, format: name)
  }
}
