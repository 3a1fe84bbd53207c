import DocumentModel
import SystemServices

/// Sources of full texts that are asked one after the other.
package struct FullTextSources: Sendable {
  private let sources: [any FullTextSource]

  /// The sources in the order in which they are asked.
  package init(_ sources: [any FullTextSource] = []) { self.sources = sources }

  /// What the sources found.
  package struct Answer: Sendable {
    /// The full texts, by comment.
    package var found: [CommentID: FullText] = [:]
    /// Why some are missing, on one line; `nil` if none is.
    package var failure: String?
    /// The names of the sources that could not be used at all.
    package var unusable: Set<String> = []
  }

  /// The full texts of `ids`: asks each source for what those before it did not know.
  package func fullTexts(
    of ids: [CommentID],
    in document: Document,
    job: SiteJob = SiteJob()
  ) -> Answer {
    guard !sources.isEmpty else {
      return Answer(
        failure: "no source of full texts; name a fuller copy with :full FILE, or the page's"
          + " address with :url ADDRESS"
      )
    }
    var answer = Answer()
    var missing = ids
    var failures: [String] = []
    for source in sources where !missing.isEmpty && !job.cancellation.isCancelled {
      do throws(FullTextError) {
        let found = try source.fullTexts(of: missing, in: document, job: job)
        answer.found.merge(found.texts) { first, _ in first }
        missing.removeAll { found.texts[$0] != nil }
        if !missing.isEmpty { failures.append(found.failure ?? "not in \(source.name)") }
      } catch {
        answer.unusable.insert(source.name)
        failures.append(error.description)
      }
    }
    if !missing.isEmpty { answer.failure = failures.joined(separator: "; ") }
    return answer
  }
}
