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

  /// The outermost elements of XML that is no page, though it may hold a `head` or quote one.
  private static let otherRoots = ["<rss", "<feed", "<rdf:rdf", "<opml", "<disqus", "<mediawiki"]

  /// Whether a page begins behind comments or a declaration.
  private static func isPrefaced(_ head: String) -> Bool {
    guard head.hasPrefix("<!--") || head.hasPrefix("<?xml") else { return false }
    let page = openings.prefix(4).compactMap { head.firstRange(of: $0)?.lowerBound }.min()
    let other = otherRoots.compactMap { head.firstRange(of: $0)?.lowerBound }.min()
    return page.map { page in other.map { page < $0 } ?? true } ?? false
  }

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
    isPage =
      Self.openings.contains(where: head.hasPrefix)
      || Self.isPrefaced(head)
      || Self.isMisplaced(head)
  }
}
