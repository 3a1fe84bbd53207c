import DocumentMerging
import DocumentModel
import Fetching
import ReaderUI
import SiteAccess
import SystemServices

/// Knows what of a discussion has been loaded, and starts loading more of it, or all of it again.
struct DiscussionLoading {
  /// A document that was read again.
  struct Refresh: Sendable {
    /// The source it was read from.
    let opened: OpenDocument
    /// The document, in place of the one before.
    let replacement: Replacement
    /// What is new, on one line.
    let summary: String
    /// Whether anything is.
    let hasNews: Bool
    /// Why it may be another document, `nil` if nothing speaks for that.
    let doubt: String?
    /// The text of the document before.
    let text: TextArena
    fileprivate let followed: Set<Continuation.Link>
  }

  /// The article that the document links to, which stands in its place.
  var linked: LinkedArticle?
  private var source: OpenDocument
  private let fetcher: Fetcher
  private var parts: SiteParts
  private var followed: Set<Continuation.Link>
  /// What was followed in earlier readings as well: what failed once is wanted by the next reload.
  private var wanted: Set<Continuation.Link>
  /// What was known before the last reload.
  private var earlier: Earlier?

  /// A source, and what was loaded from there.
  private struct Earlier {
    let source: OpenDocument
    let followed: Set<Continuation.Link>
    let wanted: Set<Continuation.Link>
  }

  /// The discussion of the document `source`.
  init(source: OpenDocument, fetcher: Fetcher, clients: SiteClients) {
    self.source = source
    self.fetcher = fetcher
    parts = SiteParts(clients: clients, fetcher: fetcher)
    followed = source.ownWays
    wanted = followed
  }

  /// Continues with another document, of whose discussion nothing was loaded yet.
  mutating func adopt(_ opened: OpenDocument) {
    source = opened
    followed = source.ownWays
    wanted = followed
  }

  /// Takes the address of the page from the user.
  mutating func adopt(address: String) {
    WebAddress(address).map(fetcher.trust)
    parts.statedAddress = address
  }

  /// Remembers what was followed.
  mutating func keep(_ outcome: DiscussionPager.Outcome) {
    followed = outcome.followed
    wanted.formUnion(followed)
  }

  /// Remembers a source that was read again, and what was followed from there.
  mutating func keep(_ refresh: Refresh) {
    earlier = Earlier(source: source, followed: followed, wanted: wanted)
    source = refresh.opened
    followed = refresh.followed
    wanted.formUnion(followed)
  }

  /// Forgets the last reload, which was undone; returns the source that was read before.
  mutating func takeBack() -> OpenDocument {
    if let earlier {
      (source, followed, wanted) = (earlier.source, earlier.followed, earlier.wanted)
    }
    earlier = nil
    return source
  }

  /// Starts loading more of `document`.
  func start(_ request: MoreRequest, of document: Document, with loader: inout Loader<Loaded>) {
    let amount: DiscussionPager.Amount =
      switch request.amount {
      case .parts(let count): .parts(count)
      case .all: .all
      }
    let (parts, followed) = (parts, followed)
    loader.start(.loading) { job in
      var pager = DiscussionPager(
        document,
        from: parts,
        followed: followed,
        cancellation: job.cancellation
      )
      var text = document.text
      let outcome = pager.load(amount, of: request.subject, first: request.first) { step in
        let reading = Reading(step.document)
        let replacement = Replacement(reading, newIDs: step.places, held: step.held)
        job.report(.part(replacement, text: text, step.outcome))
        text = step.document.text
      }
      return .lastPart(outcome)
    }
  }

  /// Why the document cannot be read again, `nil` if it can.
  var reasonNotToRefresh: String? {
    switch source.origin {
    case .file, .address, .link, .folder: source.isAwaited ? "the page is still loading" : nil
    case .standardInput: "standard input can be read only once; name a file to reload it"
    case .tour: "the tour never changes"
    case .part: "this is an entry of a list; go back and reload the list"
    }
  }

  /// Starts reading the source of `document` again; `news` is what the last refresh brought.
  func startRefresh(
    of document: Document,
    news: CommentNews,
    with loader: inout Loader<Loaded>
  ) {
    let this = self
    loader.start(.loading) { job in
      do {
        return .refresh(
          try this.refresh(document, news: news, cancellation: job.cancellation) {
            job.report($0)
          }
        )
      } catch {
        return .failure(error)
      }
    }
  }

  /// Reads the source of `document` again and blocks until that is done.
  ///
  /// `news` are those of the reload before. Throws if the source cannot be read; parts that fail
  /// are left to be loaded later.
  func refresh(
    _ document: Document,
    news: CommentNews,
    cancellation: Cancellation,
    progress: (Progress) -> Void
  ) throws -> Refresh {
    let opened = try source.reopened(
      with: fetcher,
      cancellation: cancellation,
      progress: progress
    )
    let whole = try opened.whole()
    let fresh = linked?.joined(to: whole)?.document ?? whole
    let refresh = try DiscussionRefresh(
      document,
      by: fresh,
      from: parts,
      ownWays: opened.ownWays,
      followed: wanted,
      cancellation: cancellation
    ) { count in
      progress(Progress(label: "reloading, page \(count + 2)", share: nil))
    }
    guard let refresh else { throw Failure("the discussion is too large for one document") }
    let summary = RefreshSummary(refresh, after: news)
    var reading = Reading(refresh.changes.document)
    reading.news = summary.news
    let check = AnswerCheck(of: opened.page, fresh, inPlaceOf: document, refresh.changes)
    return Refresh(
      opened: opened,
      replacement: Replacement(reading, newIDs: refresh.changes.places),
      summary: summary.text,
      hasNews: summary.hasNews,
      doubt: check.doubt,
      text: document.text,
      followed: refresh.followed
    )
  }
}
