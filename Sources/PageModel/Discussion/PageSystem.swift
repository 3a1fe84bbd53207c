/// A system whose pages are known, such as a forum's software: how they are recognised, and where
/// the comments on them stand.
///
/// A reader goes by structure (classes, ids, nesting), never by words that sites translate. It says
/// what it read: `PageComment.parent` is what the page states, and who answered whom is concluded
/// later. Elements are named by their nodes; their text, links and dates are read from them later.
public protocol PageSystem: Sendable {
  /// What `--format` and `source.format` call the system.
  var name: String { get }
  /// What it reads, in a few words for `skein formats`.
  var summary: String { get }
  /// How its pages are recognised; the order does not matter.
  static var signs: [PageSign] { get }
  /// Finds the comments of a page; total, whatever the page holds.
  func read(_ page: HTMLPage) -> PageThread
}
