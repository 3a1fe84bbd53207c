import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import HTMLParsing
import ReaderUI
import SiteAccess
import SystemServices
import Terminal

/// A source that has been opened, and is parsed in two steps: its beginning, then all of it.
struct OpenDocument: Sendable {
  /// Sources up to this size are parsed whole before the first screen.
  private static let smallSize = 1 << 16
  /// How much of a large text the first screen is made from.
  private static let prefixSize = 1 << 17
  /// How much of the body of a large page the first screen is made from: a first attempt, and a
  /// further one if that has nothing to read, as long as it is less than half of the page.
  private static let bodySizes = [32 << 10, 96 << 10, 192 << 10]
  /// How much of a page is searched for the start of its body.
  private static let headLimit = 1 << 20
  /// Texts up to this size are parsed whole before the first screen.
  private static let wholeTextLimit = 1 << 20
  /// Pages up to this size are parsed whole if there is nothing to read in their beginning.
  private static let wholePageLimit = 1 << 22

  /// What the first screen is made from.
  struct Beginning: Sendable {
    /// The document, or as much of it as its first bytes hold.
    let document: Document
    /// How many times larger the whole source is; 1: this is all of it.
    let parts: Int

    /// Whether there is more.
    var isPartial: Bool { parts > 1 }
  }

  /// Where a document comes from.
  enum Origin: Hashable, Sendable {
    case file(String)
    case standardInput
    case tour
    /// A web address, as the user gave it.
    case address(String)
  }

  private let bytes: SourceBytes
  /// Where the source comes from.
  let origin: Origin
  /// The requested format, `nil`: detect it.
  private let format: String?
  /// How the source is encoded, whatever it says of itself; `nil`: as it says.
  private let encoding: HTMLEncoding?
  /// The page from the web, `nil` if it has not been fetched.
  let page: WebPage?

  /// Opens a source, or prepares to fetch one; throws if it cannot be read or is not text.
  init(_ origin: Origin, format: String?, encoding: HTMLEncoding? = nil) throws {
    self.origin = origin
    self.format = format
    self.encoding = encoding
    page = nil
    bytes =
      switch origin {
      case .file(let path): try SourceBytes(of: path)
      case .standardInput: try SourceBytes(of: "-")
      case .tour: SourceBytes(Tour.text)
      case .address: SourceBytes(TextStorage(copying: []))
      }
  }

  /// A page fetched from the address `location`; throws if it is not text.
  init(
    _ page: WebPage,
    at location: String,
    format: String?,
    encoding: HTMLEncoding? = nil
  ) throws(Failure) {
    try BinaryContent.refuse(page.storage.bytes, from: location)
    origin = .address(location)
    self.format = format
    self.encoding = encoding
    self.page = page
    bytes = SourceBytes(page.storage)
  }

  /// Reads the source again and blocks until that is done; throws if it cannot be read.
  func reopened(
    with fetcher: Fetcher,
    cancellation: Cancellation,
    progress: (Progress) -> Void
  ) throws -> OpenDocument {
    guard case .address(let location) = origin else {
      return try OpenDocument(origin, format: format, encoding: encoding)
    }
    let page = try WebPage.fetch(location, with: fetcher, cancellation: cancellation) {
      progress(Progress(fetching: $0))
    }
    return try OpenDocument(page, at: location, format: format, encoding: encoding)
  }

  /// The name of the source in messages: its file or address, as the user gave it.
  var location: String {
    switch origin {
    case .file(let path): "\(FilePath(path))"
    case .address(let address): address
    case .standardInput: "standard input"
    case .tour: Tour.location
    }
  }

  /// Whether the page has not been fetched yet; until then it is empty.
  var isAwaited: Bool {
    if case .address = origin { page == nil } else { false }
  }

  /// The ways that lead to the page itself, if it came from the web; they lead to nothing more.
  var ownWays: Set<Continuation.Link> { (page?.address).map { [.page("\($0)")] } ?? [] }

  /// The source as input for the formats; the first call reads all of it.
  func source() throws(Failure) -> SourceText { source(of: try bytes.whole()) }

  /// The document, or the beginning of a large one.
  ///
  /// If the beginning of a page has only styles and scripts, more of it is parsed.
  func beginning() throws(Failure) -> Beginning {
    guard !isAwaited else { return Beginning(document: blank, parts: 1) }
    let size = bytes.size
    guard size > Self.smallSize else { return Beginning(document: try whole(), parts: 1) }
    if FormatRegistry.builtIn.isPage(source(of: try prefix(4096, endingIn: 0x3E)), format: format) {
      return try beginningOfPage()
    }
    guard size > Self.wholeTextLimit else { return Beginning(document: try whole(), parts: 1) }
    let head = try prefix(Self.prefixSize, endingIn: 0x0A)
    return Beginning(document: try parse(source(of: head)), parts: size / Self.prefixSize)
  }

  private func beginningOfPage() throws(Failure) -> Beginning {
    let size = bytes.size
    let body = try bytes.withPrefix(Self.headLimit) { FormatRegistry.builtIn.bodyStart(of: $0) }
    for length in Self.bodySizes where 2 * (body + length) < size {
      let document = try parse(source(of: try prefix(body + length, endingIn: 0x3E)))
      if isReadable(document) || size > Self.wholePageLimit && length == Self.bodySizes.last {
        return Beginning(document: document, parts: max(2, size / (body + length)))
      }
    }
    return Beginning(document: try whole(), parts: 1)
  }

  /// Whether there is something to read; what is missing comes with the rest.
  private func isReadable(_ document: Document) -> Bool {
    !document.article.blocks.isEmpty || !document.comments.isEmpty
  }

  /// A copy of the first `limit` bytes of the source, cut after the last `byte`, which is a newline
  /// or the end of a tag; without one, between two UTF-8 scalars.
  private func prefix(_ limit: Int, endingIn byte: UInt8) throws(Failure) -> TextStorage {
    try bytes.withPrefix(limit) { head in
      var end = head.endIndex
      if let last = head.lastIndex(of: byte) {
        end = last + 1
      } else if let scalar = head.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }),
        head[scalar] >= 0xC0
      {
        end = scalar
      }
      return TextStorage(copying: UnsafeRawBufferPointer(rebasing: head[..<end]))
    }
  }

  /// The whole document; O(size of the source).
  func whole() throws(Failure) -> Document { try parse(source()) }

  /// An empty document, to show while the page is fetched.
  private var blank: Document {
    let title = VisibleText.line(location)
    return Document(
      text: TextArena(title),
      source: Source(format: "html", location: location),
      article: Article(title: TextRange(0, title.utf8.count))
    )
  }

  private func source(of storage: TextStorage) -> SourceText {
    SourceText(
      decoding: storage.decoded(from: encoding),
      location: location,
      url: page.map { "\($0.address)" },
      charset: encoding == nil ? page?.charset : HTMLEncoding.utf8.rawValue
    )
  }

  private func parse(_ source: SourceText) throws(Failure) -> Document {
    do throws(FormatError) {
      return try FormatRegistry.builtIn.parse(source, format: format)
    } catch {
      throw Failure(error)
    }
  }
}

extension Progress {
  /// How much of a page has been fetched.
  init(fetching progress: FetchProgress) {
    let amount = progress.received >> 10
    self.init(label: amount > 0 ? "loading \(amount) kB" : "loading", share: progress.share)
  }
}
