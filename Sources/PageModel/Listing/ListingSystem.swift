/// A system whose front pages are known: how they are recognised, and where the entries on them
/// stand.
///
/// The counterpart of `PageSystem` for pages that lead to discussions.
public protocol ListingSystem: Sendable {
  /// What `--format` and `source.format` call the list.
  var name: String { get }
  /// What it reads, in a few words for `skein formats`.
  var summary: String { get }
  /// How its pages are recognised; the order does not matter. A page that holds a discussion must
  /// have none of them.
  static var signs: [PageSign] { get }
  /// The address of the one site that has its pages, `nil` if any site may have them.
  static var site: String? { get }
  /// Finds the entries of a page; total, whatever the page holds.
  func read(_ page: HTMLPage) -> PageListing
}

extension ListingSystem {
  /// None: any site may have its pages.
  public static var site: String? { nil }
}
