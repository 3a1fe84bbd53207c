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
    /// An address of the web, as the person gave it.
    case address(String)
  }

  /// The bytes of the source.
  private let storage: TextStorage
  /// Where they come from.
  let origin: Origin
  /// The format asked for, `nil`: find out.
  private let format: String?
  /// The page that came from the web, `nil` if it did not yet.
  let page: WebPage?

  /// Opens what is at `origin`; throws if it cannot be read or is no text.
  init(_ origin: Origin, format: String?) throws {
    self.origin = origin
    self.format = format
    page = nil
    storage =
      switch origin {
      case .file(let path): try SourceFile.bytes(path)
      case .standardInput: try SourceFile.bytes("-")
      case .tour: Tour.text
      case .address: TextStorage(copying: [])
      }
  }

  /// What came from the address `location`; throws if it is no text.
  init(_ page: WebPage, at location: String, format: String?) throws(Failure) {
    try SourceFile.checkIsText(page.storage, location)
    origin = .address(location)
    self.format = format
    self.page = page
    storage = page.storage
  }

  /// What the document is called in messages: its file or address, as the person gave it.
  var location: String {
    switch origin {
    case .file(let name), .address(let name): name
    case .standardInput: "standard input"
    case .tour: Tour.location
    }
  }

  /// Whether it still has to be fetched; until then it is empty.
  var isAwaited: Bool {
    if case .address = origin { page == nil } else { false }
  }

  /// The source as formats read it.
  var source: SourceText { source(of: storage) }

  /// Whether `beginning` is less than all.
  var isPartial: Bool { storage.bytes.count > Self.wholeLimit }

  /// How many times larger the whole is than `beginning`.
  var parts: Int { isPartial ? storage.bytes.count / Self.prefixSize : 1 }

  /// The document, or the beginning of a large one.
  func beginning() throws(Failure) -> Document {
    guard !isAwaited else { return blank }
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

  /// What is shown while nothing has come yet.
  private var blank: Document {
    Document(
      text: TextArena(location),
      source: Source(format: "html", location: location),
      article: Article(title: TextRange(0, location.utf8.count))
    )
  }

  private func source(of storage: TextStorage) -> SourceText {
    guard let page else { return SourceText(decoding: storage, location: location) }
    return SourceText(
      decoding: storage,
      location: location,
      url: "\(page.address)",
      charset: page.charset
    )
  }

  private func parse(_ storage: TextStorage) throws(Failure) -> Document {
    do throws(FormatError) {
      return try FormatRegistry.builtIn.parse(source(of: storage), format: format)
    } catch {
      throw Failure(error.description)
    }
  }
}
