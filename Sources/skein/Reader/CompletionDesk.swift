import DocumentFormats
import DocumentModel
import DocumentParsing
import Glibc
import ReaderUI

/// Finds the full texts of comments their site cut.
struct CompletionDesk {
  /// The fuller copy the person named, `nil` if none.
  var companion: String? {
    didSet { sources = Self.sources(companion: companion, source: source) }
  }
  private let source: OpenDocument
  private var sources: CommentSources

  /// A desk for the document `source`.
  init(companion: String?, source: OpenDocument) {
    self.companion = companion
    self.source = source
    sources = Self.sources(companion: companion, source: source)
  }

  /// Looks for the full texts of `comments` in the background; the answer goes to `mailbox`.
  func find(_ comments: [CommentID], in document: Document, _ mailbox: Mailbox<Runtime.Message>) {
    let sources = sources
    Task.detached {
      let answer = sources.completions(for: comments, in: document)
      mailbox.post(.completed(answer, asked: comments, in: document.text))
    }
  }

  /// The copy the person named first, then what belongs to the document itself.
  private static func sources(companion: String?, source: OpenDocument) -> CommentSources {
    var sources = CommentSources()
    if let companion { sources.sources.append(file(companion)) }
    if source.isTour {
      sources.sources.append(
        CompanionSource(name: Tour.location) { () throws(CommentSourceError) in
          let text = SourceText(decoding: Tour.fullText, location: Tour.location)
          return FormatRegistry.builtIn.detect(text).parse(text)
        }
      )
    } else if source.isFile, let copy = CompanionFile.find(beside: source.location) {
      sources.sources.append(file(copy))
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
