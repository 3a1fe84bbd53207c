import ReaderUI

/// The arguments of the reader's command line.
struct ReaderArguments: Sendable {
  /// Files, folders, web addresses, `-` for standard input; none: the home list or the tour.
  var sources: [String] = []
  var format: String?
  var encoding = SourceEncoding()
  var full: String?
  var address: String?
  var theme: String?
  var layout: LayoutMode?
  var comment: Int?
  var search: String?
  var usesColor = true
  var usesMouse = true
  var settingsFile: String?
  var remembers = true
}
