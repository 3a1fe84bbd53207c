import DocumentModel
import DocumentParsing
import Fetching
import PageContent
import Glibc
import SystemServices

/// A page fetched from the web.
package struct WebPage: Sendable {
  /// Its bytes, as the site encodes them.
  package private(set) var storage: TextStorage
  /// Its address after all redirects.
  package let address: WebAddress
  /// The encoding the site states, in lower case.
  package let charset: String?
  /// The address that was asked for.
  let asked: WebAddress
  /// The address of the page for people: another one if an interface gave what stands there.
  package private(set) var shown: WebAddress
  /// Whether it is a page as it was kept, and not as it is by now.
  package let isKept: Bool
  /// What readers should know of how it was got, on one line; `nil`: nothing.
  package private(set) var note: String?
  /// Why the site's interface did not give what the page may lack, `nil` if it was not asked or did.
  package private(set) var interfaceFailure: String?

  /// How many pages in a row may do nothing but lead to another.
  private static let forwardingLimit = 5
  /// How large such a page is at most, in bytes.
  private static let forwardingSize = 1 << 16

  /// A page from an answer, or from `body`, which several answers were made into; it goes by `place`
  /// where that is not the answer's own address.
  init(
    _ answer: FetchAnswer,
    body: [UInt8]? = nil,
    at place: WebAddress? = nil,
    asked: WebAddress,
    note: String? = nil
  ) {
    storage = body.map { TextStorage(copying: $0) } ?? Self.unpacked(answer.body)
    self.note = note
    isKept = false
    address = place ?? answer.address
    shown = address
    charset = answer.charset
    self.asked = asked
  }

  /// The same page, in place of which people see the one at `address`.
  func shown(at address: WebAddress) -> WebPage {
    var page = self
    page.shown = address
    return page
  }

  /// The same page, which stands for what an interface did not give, and why it did not.
  func lacking(_ failure: String) -> WebPage {
    var page = self
    page.interfaceFailure = failure
    page.note = "\(failure); this is what the page itself holds"
    return page
  }

  /// The same page, with `body` in place of what it holds.
  func holding(_ body: [UInt8]) -> WebPage {
    var page = self
    page.storage = TextStorage(copying: body)
    return page
  }

  /// Whether an interface is asked for the page at `location`, as its address tells.
  package static func isAskedOfInterface(_ location: String) -> Bool {
    guard let address = WebAddress(location) else { return false }
    let place = PagePlace(address)
    return Interface.all.contains { $0.marks.isEmpty && !$0.attempts(place).isEmpty }
  }

  /// A page that was kept since it was fetched from `address`.
  package init(kept bytes: [UInt8], from address: WebAddress, charset: String?) {
    storage = TextStorage(copying: bytes)
    self.address = address
    isKept = true
    shown = address
    self.charset = charset
    asked = address
    note = nil
  }

  /// What an answer holds, without the packing of gzip if that is the form the site keeps a file in.
  ///
  /// What is damaged, or too large, stays as it came.
  private static func unpacked(_ body: [UInt8]) -> TextStorage {
    body.withUnsafeBytes { bytes in
      guard GzipData.isPacked(bytes),
        let unpacked = try? GzipData.unpack(bytes, limit: InputFile.pipeLimit), !unpacked.isPart
      else { return TextStorage(copying: bytes) }
      return TextStorage(adopting: unpacked.bytes) {
        free(UnsafeMutableRawPointer(mutating: $0.baseAddress))
      }
    }
  }

  /// Whether it is no text: what a site keeps packed may be anything.
  var isBinary: Bool {
    let start = storage.bytes.prefix(1024)
    let isWide = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
    return !isWide && start.contains(0) && !start.starts(with: "%PDF-".utf8)
  }

  /// The page as input for the formats; messages call it `location`.
  package func source(location: String) -> SourceText {
    SourceText(decoding: storage, location: location, url: "\(address)", charset: charset)
  }

  /// Whether `location` is an address, and there is no file of that name.
  package static func isAddress(_ location: String) -> Bool {
    location.contains("://") && location.withFileName { access($0, F_OK) } != 0
  }

  /// Fetches a page, or what the site's interface for programs has in its place; blocks until it is
  /// there.
  ///
  /// Where an interface fails, or answers with something else, the page itself is used. An address that
  /// the user has given `isTrusted`: from then on `fetcher` may contact that host even in a private
  /// network. What a page links to is not. Throws if the answer is not text, nor a PDF file that is
  /// taken.
  package static func fetch(
    _ location: String,
    with fetcher: Fetcher,
    isTrusted: Bool = true,
    takesPDF: Bool = false,
    cancellation: Cancellation = Cancellation(),
    progress: (FetchProgress) -> Void = { _ in }
  ) throws(FetchError) -> WebPage {
    guard let address = WebAddress(PostAddress.page(of: location)) else {
      throw .badAddress(location)
    }
    if isTrusted { fetcher.trust(address) }
    func send(_ request: FetchRequest) throws(FetchError) -> FetchAnswer {
      try fetcher.fetchPatiently(request, cancellation: cancellation, progress: progress)
    }
    if let answer = try fromInterface(at: address, page: nil, by: send) { return answer }
    var request = FetchRequest(address)
    request.takesPDF = takesPDF
    let page = try fetch(request, by: send)
    if let stories = try page.listedStories(with: fetcher, cancellation: cancellation) {
      return stories
    }
    if page.isBinary { throw .notText("\(page.address)", "binary data") }
    return try fromInterface(at: page.address, page: page, by: send) ?? page
  }

  /// The page that `request` leads to by way of `send`, which sends one request and follows redirects.
  ///
  /// Follows pages that do nothing but send browsers to another, as far as `request` may be
  /// redirected.
  static func fetch(
    _ request: FetchRequest,
    by send: (FetchRequest) throws(FetchError) -> FetchAnswer
  ) throws(FetchError) -> WebPage {
    var next = request
    for _ in 0...forwardingLimit {
      let page = WebPage(try send(next).successful(), asked: request.address)
      guard page.storage.bytes.count <= forwardingSize,
        let link = page.source(location: "").forwarding
      else { return page }
      next.address = page.address
      let following = try next.following(link, keepsForm: false)
      guard following.address != page.address else { return page }
      next = following
    }
    throw .redirectsWithoutEnd("\(request.address)")
  }
}
