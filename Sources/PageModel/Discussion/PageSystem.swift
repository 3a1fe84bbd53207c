import DocumentParsing

/// Reads the discussions of one system out of pages.
///
/// It goes by structure (classes, ids, nesting), never by words that a site translates.
public protocol PageSystem: Sendable {
  /// What `--format` and `source.format` call the system.
  var name: String { get }
  /// What it reads, in a few words for `skein formats`.
  var summary: String { get }
  /// How sure it is of a page.
  ///
  /// Asks the index of classes, no more.
  func confidence(in page: HTMLPage) -> Confidence
  /// Finds the comments of a page.
  func read(_ page: HTMLPage) -> PageThread
}
