import DocumentModel
import DocumentMerging
import DocumentParsing
import Fetching
import PageSystems
import ReaderUI
import Synchronization

/// The site a page comes from, asked for the full texts of comments it has cut.
///
/// Of the ways there are those that cost least come first; one that a site does not offer is not
/// tried again. What comes must begin with the words already shown.
final class LiveSite: CommentSource {
  /// From so many comments on, one list of all costs less than a question for each.
  private static let many = 4

  /// What was learnt in this run.
  private struct Memory {
    var site: WordPressSite?
    var closed: [Way: String] = [:]
  }

  private enum Way: Hashable { case wpDiscuz, rest, feed }

  let name: String
  private let page: @Sendable (FetchCancellation) throws(FetchError) -> SourceText
  private let fetcher: Fetcher
  private let wpDiscuz = WpDiscuzExchange()
  private let memory = Mutex(Memory())

  /// The site called `name`; `page` gives a page of it as it came, or fetches it.
  init(
    name: String,
    fetcher: Fetcher,
    page: @escaping @Sendable (FetchCancellation) throws(FetchError) -> SourceText
  ) {
    self.name = name
    self.fetcher = fetcher
    self.page = page
  }

  func completions(
    for ids: [CommentID],
    in document: Document,
    _ work: CompletionWork
  ) throws(CommentSourceError) -> [CommentID: Completion] {
    let site = try site(work.cancellation)
    var found: [CommentID: Completion] = [:]
    var failures: [String] = []
    for way in ways(for: ids.count) {
      let missing = ids.filter { found[$0] == nil }
      guard !missing.isEmpty, !work.cancellation.isCancelled else { break }
      if let reason = memory.withLock({ $0.closed[way] }) {
        failures.append(reason)
        continue
      }
      let visit = SiteVisit(
        site: site,
        wanted: missing.map { WantedComment($0, in: document) },
        fetcher: fetcher,
        work: work
      )
      do throws(DiscussionSourceError) {
        let comments = try exchange(way).comments(for: visit)
        let fitting = completions(comments, of: missing, in: document, site)
        found.merge(fitting) { first, _ in first }
        if fitting.isEmpty, !comments.isEmpty {
          failures.append("what it sends does not begin with the words shown")
        }
      } catch {
        failures.append(note(error, way))
      }
    }
    if found.isEmpty, !failures.isEmpty {
      throw .unreadable("\(name): " + failures.joined(separator: "; "))
    }
    return found
  }

  private func ways(for count: Int) -> [Way] {
    count < Self.many ? [.wpDiscuz, .rest, .feed] : [.rest, .wpDiscuz, .feed]
  }

  private func exchange(_ way: Way) -> any SiteExchange {
    switch way {
    case .wpDiscuz: wpDiscuz
    case .rest: WordPressREST()
    case .feed: CommentFeed()
    }
  }

  /// Why a way failed, in words; that a site does not offer it is remembered.
  private func note(_ error: DiscussionSourceError, _ way: Way) -> String {
    switch error {
    case .closed(let reason):
      memory.withLock { $0.closed[way] = reason }
      return reason
    case .failed(let error): return error.description
    }
  }

  private func site(_ cancellation: FetchCancellation) throws(CommentSourceError) -> WordPressSite {
    if let known = memory.withLock({ $0.site }) { return known }
    let site: WordPressSite
    do throws(FetchError) {
      site = WordPressSite(try page(cancellation))
    } catch {
      throw .unreadable(error.description)
    }
    guard site.canBeAsked else { throw .noWay(name) }
    memory.withLock { $0.site = site }
    return site
  }

  /// Those of `comments` that go on after the words shown of `ids`.
  private func completions(
    _ comments: [SiteComment],
    of ids: [CommentID],
    in document: Document,
    _ site: WordPressSite
  ) -> [CommentID: Completion] {
    let copy = SiteComment.document(of: comments, address: site.address ?? "")
    let matcher = CompanionMatcher(document: document, companion: copy, knowsBounds: true)
    return matcher.matches(for: ids).mapValues {
      Completion(document: copy, blocks: copy[$0].blocks, origin: name)
    }
  }
}
