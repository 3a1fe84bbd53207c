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

  /// Where a document comes from.
  enum Origin: Hashable, Sendable {
    case file(String)
    case standardInput
    case tour
  }

  /// The bytes of the source.
  private let storage: TextStorage
  /// Where they come from.
  let origin: Origin
  /// The format asked for, `nil`: find out.
  private let format: String?

  /// Opens what is at `origin`; throws if it cannot be read or is no text.
  init(_ origin: Origin, format: String?) throws {
    self.origin = origin
    self.format = format
    storage =
      switch origin {
      case .file(let path): try SourceFile.bytes(path)
      case .standardInput: try SourceFile.bytes("-")
      case .tour: Tour.text
      }
  }

  /// What the document is called in messages: the path of its file, as the person gave it.
  var location: String {
    switch origin {
    case .file(let path): path
    case .standardInput: "standard input"
    case .tour: Tour.location
    }
  }

  /// Whether `beginning` is less than all.
  var isPartial: Bool { storage.bytes.count > Self.wholeLimit }

  /// How many times larger the whole is than `beginning`.
  var parts: Int { isPartial ? storage.bytes.count / Self.prefixSize : 1 }

  /// The document, or the beginning of a large one.
  func beginning() throws(Failure) -> Document {
    guard isPartial else { return try parse(storage) }
    let head = storage.bytes.prefix(Self.prefixSize)
    return try parse(TextStorage(copying: head.prefix(Self.cut(head))))
  }

  /// Where the beginning of a source is cut: behind a line, else between two scalars of UTF-8.
  private static func cut(_ head: Slice<UnsafeRawBufferPointer>) -> Int {
    if let newline = head.lastIndex(of: 0x0A) { return newline + 1 }
    let scalar = head.suffix(4).lastIndex { $0 & 0xC0 != 0x80 } ?? head.endIndex
    return scalar < head.endIndex && head[scalar] >= 0xC0 ? scalar : head.endIndex
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
