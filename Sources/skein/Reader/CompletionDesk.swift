import DocumentFormats
import DocumentModel
import DocumentParsing
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

  private let source: OpenDocument
  private var sources: CommentSources
  private var latest = 0

  /// A desk for the document `source`; `companion` is the fuller copy the person named.
  init(companion: String?, source: OpenDocument) {
    self.source = source
    sources = Self.sources(companion: companion, source: source)
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
    let request = Request(
      comments: comments,
      text: document.text,
      companion: companion,
      number: latest,
      sources: companion.map { Self.sources(companion: $0, source: source) } ?? sources
    )
    Task.detached {
      let answer = request.sources.completions(for: comments, in: document)
      mailbox.post(.completed(answer, request))
    }
  }

  /// Waits for no answer any more.
  mutating func stop() { latest += 1 }

  /// Whether the answer to `request` is still waited for; a copy that could be read is kept.
  mutating func takeBack(_ request: Request, _ answer: CommentSources.Answer) -> Bool {
    guard request.number == latest else { return false }
    if let companion = request.companion, !answer.unusable.contains(companion) {
      sources = request.sources
    }
    return true
  }

  /// The copy the person named first, then what belongs to the document itself.
  private static func sources(companion: String?, source: OpenDocument) -> CommentSources {
    var sources = CommentSources()
    if let companion { sources.sources.append(file(companion)) }
    switch source.origin {
    case .tour:
      sources.sources.append(
        CompanionSource(name: Tour.location) { () throws(CommentSourceError) in
          let text = SourceText(decoding: Tour.fullText, location: Tour.location)
          return FormatRegistry.builtIn.detect(text).parse(text)
        }
      )
    case .file(let path):
      if let copy = CompanionFile.find(beside: path) { sources.sources.append(file(copy)) }
    case .standardInput: break
    }
    return sources
  }

  private static func file(_ location: String) -> CompanionSource {
    CompanionSource(name: location) { () throws(CommentSourceError) in
      guard location != "-" || isatty(STDIN_FILENO) == 0 else {
        throw .unreadable("standard input is the keyboard; name a file")
      }
      do {
        return try SourceFile.document(location, format: nil)
      } catch {
        throw .unreadable("\(error)")
      }
    }
  }
}
