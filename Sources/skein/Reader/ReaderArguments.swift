import ReaderUI

/// What the reader was asked for on the command line.
struct ReaderArguments: Sendable {
  /// The file, the address, `-` for standard input; `nil`: none was named.
  var source: String?
  var format: String?
  var full: String?
  var address: String?
  var theme: String?
  var layout: LayoutMode?
  var comment: Int?
  var search: String?
  var usesColor = true
  var usesMouse = true
  var settingsFile: String?

  /// A document, and nothing else asked for.
  init(_ source: String? = nil) { self.source = source }
}
