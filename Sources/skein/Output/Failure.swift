import DocumentFormats
import DocumentParsing
import ReaderUI

/// Something in the world that keeps the program from doing its work; exit code 2.
struct Failure: Error, CustomStringConvertible {
  /// What, where, and what to do about it, on one line.
  let description: String

  init(_ description: String) { self.description = description }

  /// A format that does not exist, with the one that may be meant.
  init(_ error: FormatError) {
    switch error {
    case .unknownFormat(let name):
      let hint = suggestion(for: name, among: FormatRegistry.builtIn.formats.lazy.map(\.name))
      self.init("\(error)\(hint.isEmpty ? "; `skein formats` lists those there are" : hint)")
    }
  }
}
