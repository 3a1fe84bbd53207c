import DocumentFormats
import DocumentModel
import DocumentParsing
import Glibc
import ReaderUI

/// A document on its way to the screen: its beginning at once, the rest in the background.
struct OpenDocument: Sendable {
  /// Sources up to this size are parsed whole before the first screen.
  private static let wholeLimit = 1 << 20
  /// How much of a larger source the first screen is made from.
  private static let prefixSize = 1 << 18

  /// The bytes of the source.
  let storage: TextStorage
  /// Where they come from, as the person gave it.
  let location: String
  /// The format asked for, `nil`: find out.
  let format: String?

  /// What a document read from a pipe calls itself in messages.
  static let standardInput = "standard input"

  /// Whether `location` is the path of a file.
  var isFile: Bool { !isTour && location != Self.standardInput }

  /// Whether this is the tour.
  var isTour: Bool { location == Tour.location }

  /// Whether `beginning` is less than all.
  var isPartial: Bool { storage.bytes.count > Self.wholeLimit }

  /// The document, or the beginning of a large one.
  func beginning() throws(Failure) -> Document {
    guard isPartial else { return try parse(storage) }
    let head = storage.bytes.prefix(Self.prefixSize)
    let lineEnd = head.lastIndex(of: 0x0A).map { $0 + 1 } ?? head.count
    return try parse(TextStorage(copying: head.prefix(lineEnd)))
  }

  /// The whole document; takes as long as it takes.
  func whole() throws(Failure) -> Document { try parse(storage) }

  private func parse(_ storage: TextStorage) throws(Failure) -> Document {
    let source = SourceText(decoding: storage, location: location)
    do throws(FormatError) {
      return try FormatRegistry.builtIn.parse(source, format: format)
    } catch {
      throw Failure(error.description)
    }
  }
}
