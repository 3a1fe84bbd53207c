/// What leads to discussions: a front page, a feed, a folder, a mailbox; immutable.
public struct Listing: Sendable {
  /// Where it comes from and which format read it.
  public let source: Source
  /// Its title, empty if it has none.
  public let title: String
  /// The address of its next page, `nil` if there is none.
  public let next: String?
  /// What relative addresses in it refer to, where the address of the source is unknown but its site is;
  /// otherwise `nil`.
  public let base: String?
  /// What it lists, in the order of the source.
  public let entries: [ListingEntry]
  /// The discussions that the source itself holds; `nil` if its entries lead elsewhere.
  public let discussions: (any DiscussionCollection)?
  /// The articles whose whole text the source holds, without their discussions, as feeds do; `nil` if
  /// it holds none.
  public let texts: (any DiscussionCollection)?
  /// What the parser noticed: guesses, and content it could not read.
  public let diagnostics: [Diagnostic]

  /// A listing of these parts.
  public init(
    source: Source,
    title: String = "",
    next: String? = nil,
    base: String? = nil,
    entries: [ListingEntry] = [],
    discussions: (any DiscussionCollection)? = nil,
    texts: (any DiscussionCollection)? = nil,
    diagnostics: [Diagnostic] = []
  ) {
    self.source = source
    self.title = title
    self.next = next
    self.base = base
    self.entries = entries
    self.discussions = discussions
    self.texts = texts
    self.diagnostics = diagnostics
  }

  /// The same listing with other entries, and another next page.
  public func replacing(entries: [ListingEntry], next: String?) -> Listing {
    Listing(
      source: source,
      title: title,
      next: next,
      base: base,
      entries: entries,
      discussions: discussions,
      texts: texts,
      diagnostics: diagnostics
    )
  }

  /// `address`, made absolute with `base` if it is relative to that; otherwise as it is.
  public func absolute(_ address: String) -> String {
    guard let base, !address.contains("://"), let start = base.firstRange(of: "://") else {
      return address
    }
    if address.hasPrefix("//") { return base[..<start.lowerBound] + ":" + address }
    let host = base[start.upperBound...].prefix { $0 != "/" }
    let root = base[..<host.endIndex]
    return address.hasPrefix("/") ? root + address : root + "/" + address
  }

  /// The discussion, or the text alone, that the source itself holds of the entry at `index`; `nil` if
  /// the entry leads elsewhere.
  ///
  /// Costs as much as parsing that.
  public func document(ofEntry index: Int) -> Document? {
    guard let held = discussions ?? texts, let part = entries[index].part else { return nil }
    return held.document(at: part)
  }
}

/// The discussions of a source that holds several, such as a mailbox, or the articles in a feed; each
/// is parsed when it is asked for.
public protocol DiscussionCollection: Sendable {
  /// The discussion at `index`, which is the `part` of an entry.
  func document(at index: Int) -> Document
}
