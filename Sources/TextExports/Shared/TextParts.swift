import DocumentModel
import DocumentParsing
import PageModel

/// The discussions of a text that holds several, each read when it is asked for.
struct TextParts: DiscussionCollection {
  private let threads: @Sendable (Int) -> PageThread
  private let source: SourceText
  private let format: String

  /// Parts that `threads` reads by their index.
  init(
    from source: SourceText,
    format: String,
    _ threads: @escaping @Sendable (Int) -> PageThread
  ) {
    (self.threads, self.format, self.source) = (threads, format, source.withoutNotes)
  }

  func document(at index: Int) -> Document {
    ThreadDocument.make(threads(index), from: source, format: format)
  }
}
