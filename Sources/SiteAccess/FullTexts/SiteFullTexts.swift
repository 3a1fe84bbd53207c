import DocumentMerging
import DocumentModel
import DocumentParsing
import Fetching
import PageSystems
import Synchronization
import SystemServices

/// Full texts from the site that the page comes from.
///
/// Asks the client first that costs least; one whose interface the site does not offer is not asked
/// again. A text counts only if it begins with the words already shown.
package final class SiteFullTexts: FullTextSource {
  /// What was learnt in this run.
  private struct Memory {
    var interfaces: WordPressSite?
    /// Why clients are not asked again, by their names.
    var closed: [String: String] = [:]
  }

  package let name: String
  private let page: @Sendable (Cancellation) throws(FetchError) -> SourceText
  private let fetcher: Fetcher
  private let clients: SiteClients
  private let memory = Mutex(Memory())

  /// The site called `name`; `page` returns a page of it, or fetches one.
  package init(
    name: String,
    clients: SiteClients,
    fetcher: Fetcher,
    page: @escaping @Sendable (Cancellation) throws(FetchError) -> SourceText
  ) {
    self.name = name
    self.clients = clients
    self.fetcher = fetcher
    self.page = page
  }

  package func fullTexts(
    of ids: [CommentID],
    in document: Document,
    job: SiteJob
  ) throws(FullTextError) -> FoundTexts {
    let interfaces = try interfaces(cancellation: job.cancellation)
    let connection = SiteConnection(
      fetcher: fetcher,
      site: DocumentSite(address: interfaces.address),
      job: job
    )
    var found: [CommentID: FullText] = [:]
    var failures: [String] = []
    var lastFailure: String?
    for client in clients.forFullTexts(of: ids.count) {
      let missing = ids.filter { found[$0] == nil }
      guard !missing.isEmpty, !job.cancellation.isCancelled else { break }
      if let reason = memory.withLock({ $0.closed[client.name] }) {
        failures.append(reason)
        continue
      }
      let wanted = missing.map { WantedComment($0, in: document) }
      do throws(SiteError) {
        let answer = try client.fullTexts(of: wanted, from: interfaces, over: connection)
        let fitting = matching(answer.values, ids: missing, in: document, from: interfaces)
        found.merge(fitting) { first, _ in first }
        if fitting.isEmpty, !answer.values.isEmpty {
          failures.append("the text it sent does not begin with the words shown")
        }
        if let failure = answer.failure {
          lastFailure = failure.description
          failures.append(failure.description)
        }
      } catch {
        failures.append(note(error, of: client))
        if case .notOffered = error {} else { lastFailure = error.description }
      }
    }
    if found.isEmpty, !failures.isEmpty {
      throw .unreadable("\(name): " + failures.joined(separator: "; "))
    }
    return FoundTexts(texts: found, failure: lastFailure.map { "\(name): \($0)" })
  }

  /// Why a client failed; remembers it if the site does not offer the interface.
  private func note(_ error: SiteError, of client: any SiteClient) -> String {
    if case .notOffered(let reason) = error {
      memory.withLock { $0.closed[client.name] = reason }
    }
    return error.description
  }

  private func interfaces(cancellation: Cancellation) throws(FullTextError) -> WordPressSite {
    if let known = memory.withLock({ $0.interfaces }) { return known }
    let interfaces: WordPressSite
    do throws(FetchError) {
      interfaces = WordPressSite(try page(cancellation))
    } catch {
      throw .unreadable(error.description)
    }
    guard interfaces.canBeAsked else { throw .noInterface(name) }
    memory.withLock { $0.interfaces = interfaces }
    return interfaces
  }

  /// Those of `comments` that continue the words shown of `ids`.
  private func matching(
    _ comments: [SiteComment],
    ids: [CommentID],
    in document: Document,
    from interfaces: WordPressSite
  ) -> [CommentID: FullText] {
    let copy = SiteComment.document(of: comments, address: interfaces.address ?? "")
    let matcher = CompanionMatcher(document: document, companion: copy, knowsBounds: true)
    return matcher.matches(for: ids).mapValues {
      FullText(document: copy, blocks: copy[$0].blocks, origin: name)
    }
  }
}
