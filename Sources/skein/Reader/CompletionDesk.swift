import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import Glibc
import ReaderUI

/// Finds the full texts of comments their site cut.
struct CompletionDesk {
  /// What was asked for.
  struct Request: Sendable {
    /// The comments whose full texts are wanted.
    let comments: [CommentID]
    /// The text of the document they belong to.
    let text: TextArena
    /// The copy that was named with the request, `nil` if none was.
    let companion: String?
    fileprivate let number: Int
    fileprivate let sources: CommentSources
  }

  private var source: OpenDocument
  private let companion: String?
  private let fetcher: Fetcher
  private var address: String?
  /// Where full texts were last found; `nil`: nobody asked yet.
  private var sources: CommentSources?
  private var latest = 0
  private var work = CompletionWork()

  /// A desk for the document `source`; `companion` is the fuller copy the person named.
  init(companion: String?, source: OpenDocument, fetcher: Fetcher) {
    self.companion = companion
    self.source = source
    self.fetcher = fetcher
  }

  /// Goes on with the document that was waited for.
  mutating func adopt(_ opened: OpenDocument) {
    source = opened
    sources = nil
  }

  /// Takes the page's own address from the person.
  mutating func adopt(address: String) {
    self.address = address
    sources = nil
  }

  /// Looks for the full texts of `comments` in the background; the answer goes to `mailbox`.
  ///
  /// Only the latest request counts. A `companion` named now is asked first, and kept for later
  /// requests if it turns out to be of use.
  mutating func find(
    _ comments: [CommentID],
    in document: Document,
    companion: String?,
    _ mailbox: Mailbox<Runtime.Message>
  ) {
    latest += 1
    let own = sources ?? sources(companion: self.companion)
    sources = own
    let request = Request(
      comments: comments,
      text: document.text,
      companion: companion,
      number: latest,
      sources: companion.map { self.sources(companion: $0) } ?? own
    )
    work.cancellation.cancel()
    work = CompletionWork { share in
      mailbox.post(.progressed(Progress(label: "completing", share: share), .completing))
    }
    BackgroundThread.start { [work] in
      let answer = request.sources.completions(for: comments, in: document, work)
      mailbox.post(.completed(answer, request))
    }
  }

  /// Waits for no answer any more.
  mutating func stop() {
    latest += 1
    work.cancellation.cancel()
  }

  /// Whether the answer to `request` is still waited for; a copy that could be read is kept.
  mutating func takeBack(_ request: Request, _ answer: CommentSources.Answer) -> Bool {
    guard request.number == latest else { return false }
    if let companion = request.companion, !answer.unusable.contains(companion) {
      sources = request.sources
    }
    return true
  }

  /// The copy the person named first, then what belongs to the document itself, then its site.
  private func sources(companion: String?) -> CommentSources {
    var sources: [any CommentSource] = []
    if let companion { sources.append(Self.file(companion, fetcher)) }
    switch source.origin {
    case .tour:
      let tour = CompanionSource(name: Tour.location) { () throws(CommentSourceError) in
        let text = SourceText(decoding: Tour.fullText, location: Tour.location)
        return FormatRegistry.builtIn.detect(text).parse(text)
      }
      return CommentSources(sources: sources + [tour])
    case .file(let path):
      if let copy = CompanionFile.find(beside: path) { sources.append(Self.file(copy, fetcher)) }
    case .standardInput, .address: break
    }
    return CommentSources(sources: sources + [site])
  }

  /// The site the page is from, by the address the person told or else by the page itself.
  private var site: LiveSite {
    let (fetcher, source) = (fetcher, source)
    guard let address else {
      return LiveSite(name: "the page", fetcher: fetcher) { _ in source.source }
    }
    return LiveSite(name: address, fetcher: fetcher) { cancellation throws(FetchError) in
      let page = try WebPage.fetch(address, with: fetcher, cancellation: cancellation)
      return page.source(location: address)
    }
  }

  private static func file(_ location: String, _ fetcher: Fetcher) -> CompanionSource {
    CompanionSource(name: location) { () throws(CommentSourceError) in
      guard location != "-" || isatty(STDIN_FILENO) == 0 else {
        throw .unreadable("standard input is the keyboard; name a file")
      }
      do {
        return try SourceFile.document(location, format: nil, with: fetcher)
      } catch {
        throw .unreadable("\(error)")
      }
    }
  }
}
