import DocumentModel
import Fetching
import ReaderUI

/// The sources of full texts there are, tried in order.
struct CommentSources: Sendable {
  /// The sources, the one to ask first in front.
  var sources: [any CommentSource] = []

  /// What the sources found.
  struct Answer: Sendable {
    /// The full texts, by comment.
    var found: [CommentID: Completion] = [:]
    /// Why some are missing, in words for the reader; `nil` if none is.
    var failure: String?
    /// The names of the sources that could complete no comment at all.
    var unusable: Set<String> = []
  }

  /// Asks one source after the other for what those before it did not know.
  func completions(
    for ids: [CommentID],
    in document: Document,
    _ work: CompletionWork = CompletionWork()
  ) -> Answer {
    guard !sources.isEmpty else {
      return Answer(
        failure:
          "nothing holds the full text; :full FILE names a fuller copy, :url ADDRESS the page"
      )
    }
    var answer = Answer()
    var missing = ids
    var failures: [String] = []
    for source in sources where !missing.isEmpty && !work.cancellation.isCancelled {
      do throws(CommentSourceError) {
        let found = try source.completions(for: missing, in: document, work)
        answer.found.merge(found) { first, _ in first }
        missing.removeAll { found[$0] != nil }
        if !missing.isEmpty { failures.append("not in \(source.name)") }
      } catch {
        answer.unusable.insert(source.name)
        failures.append(error.description)
      }
    }
    if !missing.isEmpty { answer.failure = failures.joined(separator: "; ") }
    return answer
  }
}
