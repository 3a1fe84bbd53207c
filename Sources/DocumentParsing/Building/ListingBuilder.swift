import DocumentModel

/// Builds a listing from what a format reads; everything foreign in it is sanitised here.
public struct ListingBuilder {
  /// The most entries of a listing; more are left out, and the listing says so.
  public static let entryLimit = 1_000_000
  /// The most bytes of a title, a name or a tag.
  private static let fieldLimit = 1 << 12
  /// The most bytes of an excerpt.
  private static let excerptLimit = 1 << 10

  /// Its title.
  public var title = ""
  /// The address of its next page.
  public var next: String?
  /// What relative addresses refer to, if the address of the source is unknown.
  public var base: String?
  /// The discussions that the source itself holds.
  public var discussions: (any DiscussionCollection)?
  /// The articles whose whole text the source holds.
  public var texts: (any DiscussionCollection)?
  /// What was odd, or guessed.
  public var diagnostics: [Diagnostic]
  private var entries: [ListingEntry] = []
  private var leftOut = 0
  private let source: Source

  /// A builder for the listing that `format` reads from `source`.
  public init(from source: SourceText, format: String) {
    self.source = Source(format: format, location: source.location, url: source.url)
    diagnostics = source.diagnostics
  }

  /// The number of entries so far.
  public var count: Int { entries.count }

  /// Adds an entry, unless nothing in it could be shown or opened.
  public mutating func add(_ entry: ListingEntry) {
    var entry = entry
    entry.title = Self.line(entry.title, Self.fieldLimit)
    entry.id = Self.text(entry.id)
    entry.article = Self.text(entry.article)
    entry.discussion = Self.text(entry.discussion)
    entry.author = Self.text(entry.author)
    entry.dateText = Self.text(entry.dateText)
    entry.site = Self.text(entry.site)
    var known: Set<String> = []
    entry.tags = entry.tags.compactMap(Self.text).filter { known.insert($0).inserted }
    entry.excerpt = Self.text(entry.excerpt, Self.excerptLimit)
    entry.feed = Self.text(entry.feed)
    let leads = entry.article != nil || entry.discussion != nil || entry.part != nil
    guard leads || !entry.title.isEmpty else { return }
    guard entries.count < Self.entryLimit else {
      leftOut += 1
      return
    }
    entries.append(entry)
  }

  /// The listing.
  public consuming func finish() -> Listing {
    if leftOut > 0 {
      diagnostics.append(
        Diagnostic(
          .warning,
          "only the first \(Self.entryLimit) entries are listed; \(leftOut) more are left out"
        )
      )
    }
    return Listing(
      source: source,
      title: Self.line(title, Self.fieldLimit),
      next: Self.text(next),
      base: base,
      entries: entries,
      discussions: discussions,
      texts: texts,
      diagnostics: diagnostics
    )
  }

  /// `text` on one sanitised line, `nil` if nothing is left of it.
  private static func text(_ text: String?) -> String? { Self.text(text, fieldLimit) }

  private static func text(_ text: String?, _ limit: Int) -> String? {
    guard let text else { return nil }
    let line = line(text, limit)
    return line.isEmpty ? nil : line
  }

  /// `text` sanitised, blanks and line breaks collapsed, cut to `limit` bytes between two characters.
  private static func line(_ text: String, _ limit: Int) -> String {
    var text = text
    guard !text.isEmpty else { return "" }
    let bytes = text.withUTF8 { input in
      var clean: [UInt8] = []
      TextSanitizer.append(UnsafeRawBufferPointer(input), to: &clean)
      return clean
    }
    let words = bytes.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    let line = String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
    guard line.utf8.count > limit else { return line }
    let end = line.utf8.index(line.startIndex, offsetBy: limit - 3)
    return line[..<(line[..<end].indices.last ?? line.startIndex)] + "…"
  }
}
