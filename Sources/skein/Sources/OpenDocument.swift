import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import HTMLParsing
import ReaderUI
import ReadingHistory
import SiteAccess
import SystemServices
import Terminal

/// A source that has been opened, and is parsed in two steps: its beginning, then all of it.
struct OpenDocument: Sendable {
  /// Where a document comes from.
  enum Origin: Hashable, Sendable {
    case file(String)
    case standardInput
    case tour
    /// A web address, as the user gave it.
    case address(String)
    /// A web address that a page or a list leads to.
    case link(String)
    /// A folder, which is read as a list of its files.
    case folder(String)
    /// The entry at an index of the list read from the source of this name, which holds it itself.
    case part(Int, of: String)
  }

  let bytes: SourceBytes
  /// Where the source comes from.
  let origin: Origin
  /// The requested format, `nil`: detect it.
  let format: String?
  /// How the source is encoded, whatever it says of itself; `nil`: as it says.
  let encoding: SourceEncoding
  /// The page from the web, `nil` if it has not been fetched.
  let page: WebPage?
  /// What it holds, where that is not parsed from its bytes.
  let contents: SourceContents?
  /// Whether it is a folder of mail that has not been read.
  private let isUnreadMail: Bool
  /// Where the entries of a list lead that this program has put together, by their indices.
  let targets: [Int: EntryTarget]
  /// By what location it is remembered, `nil` if it is not.
  let rememberedLocation: String?

  /// Opens a source, or prepares to fetch one or to read a folder of mail; throws if it cannot be read or
  /// is not text.
  init(_ origin: Origin, format: String?, encoding: SourceEncoding = SourceEncoding()) throws {
    var bytes = SourceBytes(TextStorage(copying: []))
    var isUnreadMail = false
    switch origin {
    case .file(let path) where MaildirFolder.isOne(path): isUnreadMail = true
    case .file(let path): bytes = try SourceBytes(of: path)
    case .standardInput: bytes = try SourceBytes(of: "-")
    case .tour: bytes = SourceBytes(Tour.text)
    case .address, .link, .folder, .part: break
    }
    try self.init(origin, bytes, isUnreadMail: isUnreadMail, format: format, encoding: encoding)
  }

  /// A source that is read as far as `bytes` go, or is yet to be read.
  private init(
    _ origin: Origin,
    _ bytes: SourceBytes,
    isUnreadMail: Bool,
    format: String?,
    encoding: SourceEncoding
  ) throws {
    self.origin = origin
    self.bytes = bytes
    self.isUnreadMail = isUnreadMail
    self.format = format
    self.encoding = encoding
    page = nil
    targets = [:]
    rememberedLocation =
      switch origin {
      case .file(let path), .folder(let path): AbsolutePath.of(path)
      case .address(let address), .link(let address): address
      case .standardInput: "standard input"
      case .tour, .part: nil
      }
    if case .folder(let path) = origin {
      contents = .listing(try FolderSources.listing(path))
    } else {
      contents = nil
    }
  }

  /// The discussion `document`, the entry at `index` of `listing`, which was read from `owner`.
  init(_ document: Document, entry index: Int, of listing: Listing, from owner: OpenDocument) {
    self.init(
      .document(document),
      part: index,
      of: listing,
      rememberedAs: owner.rememberedLocation.map { location in
        PartLocation(source: location, part: listing.entries[index]).text
      }
    )
  }

  /// A list that was put together, and is not read from a source; `targets` are where its entries
  /// lead, by their indices.
  init(_ listing: Listing, targets: [Int: EntryTarget] = [:]) {
    self.init(.listing(listing), part: 0, of: listing, targets: targets)
  }

  /// The version `document` of a page, the entry at `index` of `listing`; it is not remembered.
  init(version document: Document, entry index: Int, of listing: Listing) {
    self.init(.document(document), part: index, of: listing)
  }

  private init(
    _ contents: SourceContents,
    part index: Int,
    of listing: Listing,
    targets: [Int: EntryTarget] = [:],
    rememberedAs location: String? = nil
  ) {
    origin = .part(index, of: listing.source.location)
    format = nil
    encoding = SourceEncoding()
    page = nil
    bytes = SourceBytes(TextStorage(copying: []))
    isUnreadMail = false
    self.contents = contents
    self.targets = targets
    rememberedLocation = location
  }

  /// A page fetched from the address `location`; throws if it is not text.
  init(
    _ page: WebPage,
    at location: String,
    format: String?,
    encoding: SourceEncoding = SourceEncoding(),
    isLink: Bool = false
  ) throws(Failure) {
    try BinaryContent.refuse(page.storage.bytes, from: location)
    origin = isLink ? .link(location) : .address(location)
    self.format = format
    self.encoding = encoding
    self.page = page
    contents = nil
    targets = [:]
    rememberedLocation = location
    bytes = SourceBytes(page.storage)
    isUnreadMail = false
  }

  /// A page fetched from the address `location`, of which `text` is all that can be read.
  private init(_ page: WebPage, holding text: TextStorage, at location: String, isLink: Bool) {
    origin = isLink ? .link(location) : .address(location)
    format = nil
    encoding = SourceEncoding()
    self.page = page
    contents = nil
    targets = [:]
    rememberedLocation = location
    bytes = SourceBytes(text)
    isUnreadMail = false
  }

  /// The file `page` as it was kept, read as `format` and `encoding` say.
  init(keptFile page: KeptPage, format: String?, encoding: SourceEncoding) {
    origin = .file(page.address)
    self.format = format
    self.encoding = encoding
    self.page = nil
    contents = nil
    targets = [:]
    rememberedLocation = page.address
    bytes = SourceBytes(TextStorage(copying: page.bytes))
    isUnreadMail = false
  }

  /// Reads the source again and blocks until that is done; throws if it cannot be read.
  ///
  /// Of a folder of mail, what has been read when it is cancelled is all there is.
  func reopened(
    with fetcher: Fetcher,
    cancellation: Cancellation,
    progress: (Progress) -> Void
  ) throws -> OpenDocument {
    if case .file(let path) = origin, MaildirFolder.isOne(path) {
      let bytes = SourceBytes(MaildirFolder.read(path, cancellation, progress: progress))
      return try OpenDocument(
        origin,
        bytes,
        isUnreadMail: false,
        format: format,
        encoding: encoding
      )
    }
    guard let (location, isLink) = address else {
      return try OpenDocument(origin, format: format, encoding: encoding)
    }
    let page = try WebPage.fetch(
      location,
      with: fetcher,
      isTrusted: !isLink,
      takesPDF: PDFText.isInstalled,
      cancellation: cancellation
    ) {
      progress(Progress(fetching: $0))
    }
    guard PDFText.isPDF(page.storage.bytes) else {
      return try OpenDocument(
        page,
        at: location,
        format: format,
        encoding: encoding,
        isLink: isLink
      )
    }
    progress(Progress(label: "reading the PDF file", share: nil))
    let text = try PDFText.text(of: page.storage, from: location, cancellation: cancellation)
    return OpenDocument(page, holding: text, at: location, isLink: isLink)
  }

  /// Its address on the web, as it was asked for; `nil` if it is none.
  var webAddress: String? { address?.location }

  /// The address of its page for people, where an interface gives what stands there; otherwise `nil`.
  var pageAddress: String? {
    guard let location = webAddress else { return nil }
    guard let page else { return WebPage.isAskedOfInterface(location) ? location : nil }
    return page.shown == page.address ? nil : "\(page.shown)"
  }

  /// Its address on the web, and whether a page led there; `nil` if it is none.
  var address: (location: String, isLink: Bool)? {
    switch origin {
    case .address(let location): (location, false)
    case .link(let location): (location, true)
    default: nil
    }
  }

  /// What opens the source again; only what cannot be read twice is kept in memory for it.
  func reopening(as format: String?) -> () throws -> OpenDocument {
    switch origin {
    case .part, .standardInput, .tour: { self }
    default:
      { [origin, encoding] in
        try OpenDocument(origin, format: format, encoding: encoding)
      }
    }
  }

  /// The name of the source in messages: its file or address, as the user gave it.
  var location: String {
    switch origin {
    case .file(let path): "\(FilePath(path))"
    case .address(let address), .link(let address): address
    case .folder(let path): "\(FilePath(path))"
    case .part(_, let location): location
    case .standardInput: "standard input"
    case .tour: Tour.location
    }
  }

  /// Whether it is yet to be fetched, or is a folder of mail that is yet to be read; until then it is
  /// empty.
  var isAwaited: Bool { address != nil && page == nil || isUnreadMail }

  /// Whether what has been read of it when it is stopped is worth showing.
  var isReadInPieces: Bool { isUnreadMail }

  /// The ways that lead to the page itself, if it came from the web; they lead to nothing more.
  var ownWays: Set<Continuation.Link> { (page?.address).map { [.page("\($0)")] } ?? [] }

  /// The source as input for the formats; the first call reads all of it.
  func source() throws(Failure) -> SourceText {
    guard isUnreadMail, case .file(let path) = origin else { return source(of: try bytes.whole()) }
    let mail = MaildirFolder.read(path, nil)
    var source = source(of: mail.storage)
    source.notes = mail.notes
    return source
  }

  /// The whole document; O(size of the source).
  func whole() throws(Failure) -> Document { try wholeContents().document }

  /// All that the source holds; O(size of the source).
  ///
  /// Throws if that is nothing, as what the page's script would have asked for did not come.
  func wholeContents() throws(Failure) -> SourceContents {
    if let contents { return contents }
    let contents = try parse(source())
    if let failure = page?.interfaceFailure, !isReadable(contents) { throw Failure(failure) }
    return contents
  }

  /// An empty document, to show while the page is fetched.
  var blank: Document {
    let title = VisibleText.line(location)
    return Document(
      text: TextArena(title),
      source: Source(format: "html", location: location),
      article: Article(title: TextRange(0, title.utf8.count))
    )
  }

  func source(of storage: TextStorage) -> SourceText {
    let text = storage.decoded(encoding, charset: page?.charset)
    var source = SourceText(
      decoding: text.storage,
      location: location,
      url: page.map { "\($0.address)" },
      charset: text.charset
    )
    source.notes = bytes.notes
    return source
  }

  func parse(_ source: SourceText) throws(Failure) -> SourceContents {
    do throws(FormatError) {
      return try FormatRegistry.builtIn.contents(of: source, format: format)
    } catch {
      throw Failure(error)
    }
  }
}

extension OpenDocument {
  /// What to tell if `contents` may be another page than was asked for, or what is to be known of how
  /// they were got.
  func warning(about contents: SourceContents) -> String? {
    doubt(about: contents) ?? page?.note ?? bytes.notes.first?.message
      ?? (contents.listing == nil ? page?.paidNote : nil)
  }

  /// What to tell if `contents` may be another page than was asked for.
  func doubt(about contents: SourceContents) -> String? {
    guard let page, case .document(let document) = contents else { return nil }
    return AnswerCheck(of: page, document).warning
  }
}

extension Progress {
  /// How much of a page has been fetched.
  init(fetching progress: FetchProgress) {
    if let seconds = progress.waiting {
      self.init(label: "loading: the site asks to wait \(seconds) s", share: nil)
      return
    }
    let amount = progress.received >> 10
    self.init(label: amount > 0 ? "loading \(amount) kB" : "loading", share: progress.share)
  }
}
