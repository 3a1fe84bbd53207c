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
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<div", "<table", "<script",
    "<style", "<p>", "<h1", "<ol", "<ul", "<article", "<section", "<main", "<span", "<a ",
  ]

  init(_ source: SourceText) {
    let bytes = source.raw.bytes.prefix(4096)
    // Pages in UTF-16 have a NUL beside every letter of their mark-up.
    let letters = bytes.filter { $0 != 0 && $0 < 0x80 }.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    let head = String(decoding: letters.drop { $0 <= 0x20 }.prefix(1024), as: UTF8.self)
    // A comment or an XML declaration may come first.
    let isPrefaced = head.hasPrefix("<!--") || head.hasPrefix("<?xml")
    isPage =
      Self.openings.contains(where: head.hasPrefix)
      || isPrefaced && Self.openings.prefix(4).contains { head.contains($0) }
  }
}
