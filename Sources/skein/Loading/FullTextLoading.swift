import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import Glibc
import ReaderUI
import SiteAccess
import SystemServices

/// Knows where the full texts of cut comments may be, and starts looking for them.
struct FullTextLoading {
  /// What was asked for.
  struct Request: Sendable {
    /// The comments whose full texts are wanted.
    let comments: [CommentID]
    /// The document they belong to.
    let document: Document
    /// The fuller copy that was named with the request, `nil` if none was.
    let companion: String?
    fileprivate let sources: FullTextSources
  }

  private var source: OpenDocument
  private let companion: String?
  private let fetcher: Fetcher
  private let clients: SiteClients
  private var address: String?
  /// The sources to ask; `nil` until they are first needed.
  private var sources: FullTextSources?

  /// Full texts for the document `source`; `companion` is the fuller copy named at the start.
  init(companion: String?, source: OpenDocument, fetcher: Fetcher, clients: SiteClients) {
    self.companion = companion
    self.source = source
    self.fetcher = fetcher
    self.clients = clients
  }

  /// Continues with another document, fetched or read again.
  mutating func adopt(_ opened: OpenDocument) {
    source = opened
    sources = nil
  }

  /// Takes the address of the page from the user.
  mutating func adopt(address: String) {
    self.address = address
    sources = nil
  }

  /// Starts looking for the full texts of `comments`.
  ///
  /// A `companion` named now is asked first.
  mutating func start(
    _ comments: [CommentID],
    in document: Document,
    companion: String?,
    with loader: inout Loader<Loaded>
  ) {
    let own = sources ?? sources(companion: self.companion)
    sources = own
    let request = Request(
      comments: comments,
      document: document,
      companion: companion,
      sources: companion.map { sources(companion: $0) } ?? own
    )
    loader.start(.completing) { job in
      let siteJob = SiteJob(cancellation: job.cancellation) { share in
        job.report(Progress(label: "completing", share: share))
      }
      return .fullTexts(
        request.sources.fullTexts(of: comments, in: document, job: siteJob),
        request
      )
    }
  }

  /// Keeps a copy that was named with the request for later requests, if it could be read.
  mutating func keep(_ answer: FullTextSources.Answer, of request: Request) {
    if let companion = request.companion, !answer.unusable.contains(companion) {
      sources = request.sources
    }
  }

  /// The copy the user named, then what belongs to the document, then its site.
  private func sources(companion: String?) -> FullTextSources {
    var sources: [any FullTextSource] = []
    if let companion { sources.append(copy(at: companion)) }
    switch source.origin {
    case .tour:
      let tour = CompanionFullTexts(name: Tour.location) { _ throws(FullTextError) in
        let text = SourceText(decoding: Tour.fullText, location: Tour.location)
        return FormatRegistry.builtIn.detect(text).parse(text)
      }
      return FullTextSources(sources + [tour])
    case .file(let path):
      if let found = CompanionFile.find(beside: path) { sources.append(copy(at: found)) }
    case .standardInput, .address, .link, .folder, .part: break
    }
    return FullTextSources(sources + [site])
  }

  /// The site of the page, by the address the user gave or else by the page itself.
  private var site: SiteFullTexts {
    let (fetcher, source) = (fetcher, source)
    guard let address else {
      return SiteFullTexts(name: "the page", clients: clients, fetcher: fetcher) {
        _ throws(FetchError) in
        do throws(Failure) {
          return try source.source()
        } catch {
          throw .failed(source.location, "cannot be read any more")
        }
      }
    }
    return SiteFullTexts(name: address, clients: clients, fetcher: fetcher) {
      cancellation throws(FetchError) in
      let page = try WebPage.fetch(address, with: fetcher, cancellation: cancellation)
      let source = page.source(location: address)
      let document = FormatRegistry.builtIn.detect(source).parse(source)
      if let doubt = AnswerCheck(of: page, document).doubt { throw .failed(address, doubt) }
      return source
    }
  }

  private func copy(at location: String) -> CompanionFullTexts {
    CompanionFullTexts(name: location) { [fetcher] cancellation throws(FullTextError) in
      guard location != "-" || isatty(STDIN_FILENO) == 0 else {
        throw .unreadable("standard input is the keyboard; name a file")
      }
      do {
        return try SourceFile.document(
          location,
          format: nil,
          with: fetcher,
          cancellation: cancellation
        )
      } catch {
        throw .unreadable("\(error)")
      }
    }
  }
}

/// The fuller copy of a document that lies beside its file.
enum CompanionFile {
  /// Names of files that may be fuller copies of the one at `path`, the likeliest first.
  ///
  /// For `page.txt` these are `page.full.txt`, then `page.full` and `page-full` with each ending
  /// skein reads: `txt`, `html`, `htm`, `json`, `xml`. Nothing for addresses, and for files that
  /// are called so themselves.
  static func names(beside path: String) -> [String] {
    guard !path.contains("://"), path != "-" else { return [] }
    let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let name = path[start...]
    let dot = name.dropFirst().lastIndex(of: ".") ?? name.endIndex
    let stem = path[..<dot]
    guard !name.isEmpty, !stem.hasSuffix(".full"), !stem.hasSuffix("-full") else { return [] }
    var endings = ["txt", "html", "htm", "json", "xml"]
    let own = String(name[dot...].dropFirst())
    endings.removeAll { $0 == own }
    endings.insert(own, at: 0)
    return [".full", "-full"].flatMap { mark in
      endings.map { $0.isEmpty ? stem + mark : stem + mark + "." + $0 }
    }
  }

  /// The first of `names(beside:)` that can be read, `nil` if none can.
  static func find(beside path: String) -> String? {
    names(beside: path).first { name in name.withFileName { access($0, R_OK) } == 0 }
  }
}
