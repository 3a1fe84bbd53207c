import DocumentModel

extension SourceText {
  /// Whether the source looks like a page: it begins with mark-up.
  ///
  /// Looked at once, however many formats ask.
  package var isPage: Bool { reading(PageSignature.init).isPage }
}

/// What the first bytes of a source say of it.
///
/// The standard's signatures (MIME Sniffing, section 7.1) and some more, as pages are saved.
private struct PageSignature: Sendable {
  let isPage: Bool

  private static let openings = [
    "<!doctype", "<html", "<head", "<body", "<title", "<meta", "<div", "<table", "<script",
    "<style", "<p>", "<h1", "<ol", "<ul", "<article", "<section", "<main", "<span", "<a ",
  ]

  /// Whether a page begins behind what does not belong there: a stray mark, or the messages of a
  /// server about its own scripts.
  private static func isMisplaced(_ head: String) -> Bool {
    guard let start = head.firstRange(of: "<!doctype")?.lowerBound else { return false }
    let before = head[..<start]
    return before.utf8.count <= 16 || before.hasPrefix("<b") || before.contains(" on line ")
  }

  init(_ source: SourceText) {
    var letters: [UInt8] = []
    letters.reserveCapacity(4096)
    // Pages in UTF-16 have a NUL beside every letter of their mark-up.
    for byte in source.raw.bytes.prefix(4096) where byte != 0 && byte < 0x80 {
      if letters.isEmpty && byte <= 0x20 { continue }
      letters.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    let head = String(decoding: letters, as: UTF8.self)
    // A comment or an XML declaration may come first.
    let isPrefaced = head.hasPrefix("<!--") || head.hasPrefix("<?xml")
    isPage =
      Self.openings.contains(where: head.hasPrefix)
      || isPrefaced && Self.openings.prefix(4).contains { head.contains($0) }
      || Self.isMisplaced(head)
  }
}
