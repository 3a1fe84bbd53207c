import DocumentMerging
import DocumentModel
import Synchronization
import SystemServices

/// Full texts from a companion, a fuller copy of the page; read when it is first asked.
package final class CompanionFullTexts: FullTextSource {
  package let name: String
  private let load: @Sendable (Cancellation) throws(FullTextError) -> Document
  private let memory = Mutex(Memory())

  private struct Memory {
    var copy: Document?
    /// The text of the document that `matcher` is for.
    var text: TextArena?
    var matcher: CompanionMatcher?
  }

  /// The copy called `name`; `load` reads it, and is called again if it has failed.
  package init(
    name: String,
    load: @escaping @Sendable (Cancellation) throws(FullTextError) -> Document
  ) {
    self.name = name
    self.load = load
  }

  package func fullTexts(
    of ids: [CommentID],
    in document: Document,
    job: SiteJob
  ) throws(FullTextError) -> FoundTexts {
    let copy = try copy(cancellation: job.cancellation)
    let texts = matcher(of: document, with: copy).matches(for: ids).mapValues {
      FullText(document: copy, blocks: copy[$0].blocks, origin: name)
    }
    return FoundTexts(texts: texts)
  }

  /// The copy; loaded without the lock, so that no job waits for another.
  private func copy(cancellation: Cancellation) throws(FullTextError) -> Document {
    if let known = memory.withLock({ $0.copy }) { return known }
    let copy = try load(cancellation)
    guard !copy.comments.isEmpty else { throw .noComments(name) }
    memory.withLock { $0.copy = copy }
    return copy
  }

  /// The matcher of `document` with the copy; the last one is kept.
  private func matcher(of document: Document, with copy: Document) -> CompanionMatcher {
    let known = memory.withLock { memory in
      memory.text?.isIdentical(to: document.text) == true ? memory.matcher : nil
    }
    if let known { return known }
    let matcher = CompanionMatcher(document: document, companion: copy)
    memory.withLock {
      $0.text = document.text
      $0.matcher = matcher
    }
    return matcher
  }
}
