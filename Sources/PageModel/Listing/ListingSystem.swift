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
  /// Finds the entries of a page; total, whatever the page holds.
  func read(_ page: HTMLPage) -> PageListing
}
