import DocumentModel
import ReaderUI

/// Finds the full texts of comments their site cut.
struct CompletionDesk {
  /// The fuller copy the person named, `nil` if none.
  var companion: String?
  /// The page's own address, as the person told it.
  var address: String?
  private let source: OpenDocument

  /// A desk for the document `source`.
  init(companion: String?, source: OpenDocument) {
    self.companion = companion
    self.source = source
  }

  /// Looks for the full texts of `comments` in the background; the answer goes to `mailbox`.
  func find(_ comments: [CommentID], in document: Document, _ mailbox: Mailbox<Runtime.Message>) {
    mailbox.post(
      .completed(
        [:], asked: comments, failure: "nothing holds the full text; :full FILE names a fuller copy"
      ))
  }
}
