import DocumentFormats
import DocumentParsing
import ReaderUI
import SystemServices

/// An error outside the program, such as a missing file; exit code 2.
struct Failure: Error, CustomStringConvertible {
  /// Where, what, and what to do about it, on one line.
  let description: String

  /// Whether the source is not text.
  let isBinary: Bool

  init(_ description: String, isBinary: Bool = false) {
    self.description = "\(FilePath(description))"
    self.isBinary = isBinary
  }

  /// An unknown format, with the name that may be meant.
  init(_ error: FormatError) {
    switch error {
    case .unknownFormat(let name):
      let hint = suggestion(for: name, among: FormatRegistry.builtIn.formats.lazy.map(\.name))
      self.init("\(error)\(hint.isEmpty ? "; `skein formats` lists all formats" : hint)")
    }
  }
}
