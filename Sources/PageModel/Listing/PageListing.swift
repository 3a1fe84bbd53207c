import DocumentModel

/// What a reader found on a front page.
public struct PageListing: Sendable {
  /// Its title; `nil`: as the page's head says.
  public var title: String?
  /// The address of the next page; may be relative.
  public var next: String?
  /// The entries in the order of the page.
  public var entries: [PageEntry] = []

  /// Nothing found yet.
  public init() {}
}

/// An entry of a front page.
public struct PageEntry: Sendable {
  /// The parts that every listing has, without the date; addresses may be relative.
  public var parts: ListingEntry
  /// When it was submitted or written.
  public var date: PageDate

  /// An entry of these parts.
  public init(_ parts: ListingEntry = ListingEntry(), date: PageDate = .none) {
    (self.parts, self.date) = (parts, date)
  }
}
