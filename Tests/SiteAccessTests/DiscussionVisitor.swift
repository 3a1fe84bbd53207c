import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import SystemServices

@testable import SiteAccess

/// What a reader holds who opened a page and asked for all of its discussion.
struct DiscussionVisitor: Sendable {
  /// The comments, one a line, indented by depth: id and first words.
  var comments: [String] = []
  /// The article's paragraphs.
  var article: [String] = []
  /// Why it ended early.
  var failure: String?
  /// How many ways to more were left.
  var open = 0

  /// Opens the page at `address` and follows all that leads to more of `subject`.
  static func read(
    _ address: String,
    _ subject: Continuation.Subject = .discussion
  ) async -> DiscussionVisitor {
    await withCheckedContinuation { continuation in
      BackgroundThread.start { continuation.resume(returning: visit(address, subject)) }
    }
  }

  private static func visit(
    _ address: String,
    _ subject: Continuation.Subject
  ) -> DiscussionVisitor {
    let fetcher = Fetcher()
    do {
      let source = try WebPage.fetch(address, with: fetcher).source(location: address)
      let document = FormatRegistry.builtIn.detect(source).parse(source)
      var pager = DiscussionPager(
        document,
        from: SiteParts(clients: SiteClients(), fetcher: fetcher),
        followed: [.page(address)],
        cancellation: Cancellation()
      )
      let outcome = pager.load(.all, of: subject, first: nil) { _ in }
      return DiscussionVisitor(pager.document, failure: outcome.failure)
    } catch {
      return DiscussionVisitor(failure: "\(error)")
    }
  }

  private init(failure: String) { self.failure = failure }

  private init(_ document: Document, failure: String?) {
    comments = document.commentIDs.map { id in
      let comment = document[id]
      let words = document.blocks(of: comment).first.map { document.text(of: $0) } ?? ""
      let id = comment.state == .placeholder ? "…" : document.text[comment.sourceID]
      return String(repeating: "  ", count: comment.depth) + "\(id) \(words)"
    }
    article = document.blocks(of: document.article).map { document.text(of: $0) }
    open = document.continuations.count
    self.failure = failure
  }
}
