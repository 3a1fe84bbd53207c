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

  private static let openings: [StaticString] = [
    "<!doctype", "<html", "<head", "<body", "<title", "<meta", "<div", "<table", "<script",
    "<style", "<p>", "<h1", "<ol", "<ul", "<article", "<section", "<main", "<span", "<a ",
  ]

  /// The outermost elements of XML that is no page, though it may hold a `head` or quote one.
  private static let otherRoots: [StaticString] = [
    "<rss", "<feed", "<rdf:rdf", "<opml", "<disqus", "<mediawiki",
  ]

  /// Whether a page begins behind comments or a declaration.
  private static func isPrefaced(_ head: UnsafeRawBufferPointer) -> Bool {
    guard begins("<!--", head, at: 0) || begins("<?xml", head, at: 0),
      let page = place(ofOne: openings.prefix(4), in: head)
    else { return false }
    return place(ofOne: otherRoots[...], in: head).map { page < $0 } ?? true
  }

  /// Whether a page begins behind what does not belong there: a stray mark, or the messages of a
  /// server about its own scripts.
  private static func isMisplaced(_ head: UnsafeRawBufferPointer) -> Bool {
    guard let start = place(ofOne: openings.prefix(1), in: head) else { return false }
    return start <= 16 || begins("<b", head, at: 0)
      || String(decoding: head[..<start], as: UTF8.self).contains(" on line ")
  }

  /// Where one of these tags begins first.
  private static func place(
    ofOne tags: ArraySlice<StaticString>,
    in head: UnsafeRawBufferPointer
  ) -> Int? {
    head.indices.first { place in
      head[place] == 0x3C && tags.contains { begins($0, head, at: place) }
    }
  }

  private static func begins(
    _ tag: StaticString,
    _ head: UnsafeRawBufferPointer,
    at place: Int
  ) -> Bool {
    let bytes = UnsafeBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount)
    return head[place...].starts(with: bytes)
  }

  init(_ source: SourceText) {
    var letters: [UInt8] = []
    letters.reserveCapacity(4096)
    // Pages in UTF-16 have a NUL beside every letter of their mark-up.
    for byte in source.raw.bytes.prefix(4096) where byte != 0 && byte < 0x80 {
      if letters.isEmpty && byte <= 0x20 { continue }
      letters.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    isPage = letters.withUnsafeBytes { head in
      Self.openings.contains { Self.begins($0, head, at: 0) }
        || Self.isPrefaced(head)
        || Self.isMisplaced(head)
    }
  }
}
