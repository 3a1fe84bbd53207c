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
    /// The text of the document before.
    let text: TextArena
    fileprivate let followed: Set<Continuation.Link>
  }

  private var source: OpenDocument
  private let fetcher: Fetcher
  private var parts: SiteParts
  private var followed: Set<Continuation.Link>

  /// The discussion of the document `source`.
  init(source: OpenDocument, fetcher: Fetcher, clients: SiteClients) {
    self.source = source
    self.fetcher = fetcher
    parts = SiteParts(clients: clients, fetcher: fetcher)
    followed = source.ownWays
  }

  /// Continues with another document, of whose discussion nothing was loaded yet.
  mutating func adopt(_ opened: OpenDocument) {
    source = opened
    followed = source.ownWays
  }

  /// Takes the address of the page from the user.
  mutating func adopt(address: String) {
    WebAddress(address).map(fetcher.trust)
    parts.statedAddress = address
  }

  /// Remembers what was followed.
  mutating func keep(_ outcome: DiscussionPager.Outcome) { followed = outcome.followed }

  /// Remembers a source that was read again, and what was followed from there.
  mutating func keep(_ refresh: Refresh) {
    source = refresh.opened
    followed = refresh.followed
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
      let outcome = pager.load(amount, of: request.subject, first: request.first) {
        document,
        places,
        outcome in
        let replacement = Replacement(Reading(document), newIDs: places)
        job.report(.part(replacement, text: text, outcome))
        text = document.text
      }
      return .lastPart(outcome)
    }
  }

  /// Why the document cannot be read again, `nil` if it can.
  var reasonNotToRefresh: String? {
    switch source.origin {
    case .file, .address: source.isAwaited ? "the page is still loading" : nil
    case .standardInput: "standard input can be read only once; name a file to reload it"
    case .tour: "the tour never changes"
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
          try this.refresh(document, gone: news.gone, cancellation: job.cancellation) {
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
  /// `gone` are the comments that had gone before. Throws if the source cannot be read; parts that
  /// fail are left to be loaded later.
  func refresh(
    _ document: Document,
    gone: CommentSet,
    cancellation: Cancellation,
    progress: (Progress) -> Void
  ) throws -> Refresh {
    let opened = try source.reopened(
      with: fetcher,
      cancellation: cancellation,
      progress: progress
    )
    let refresh = try DiscussionRefresh(
      document,
      by: try opened.whole(),
      from: parts,
      ownWays: opened.ownWays,
      followed: followed,
      cancellation: cancellation
    ) { count in
      progress(Progress(label: "reloading, page \(count + 2)", share: nil))
    }
    guard let refresh else { throw Failure("the discussion is too large for one document") }
    let summary = RefreshSummary(refresh, of: document, gone: gone)
    var reading = Reading(refresh.changes.document)
    reading.news = summary.news
    return Refresh(
      opened: opened,
      replacement: Replacement(reading, newIDs: refresh.changes.places),
      summary: summary.text,
      text: document.text,
      followed: refresh.followed
    )
  }
}

/// What a refresh brought: which comments to mark, and a line about them.
private struct RefreshSummary {
  let news: CommentNews
  let text: String

  /// `gone` are the comments of `document` that had gone before.
  init(_ refresh: DiscussionRefresh, of document: Document, gone: CommentSet) {
    let changes = refresh.changes
    let goneBefore = Set(
      document.commentIDs.filter { gone.contains($0) }.map { changes.places[$0.index] }
    )
    let nowGone = changes.gone.count { !goneBefore.contains($0) }
    let counts = [
      (changes.new.count, "new"), (changes.changed.count, "changed"), (nowGone, "gone"),
    ]
    var words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if changes.isArticleChanged { words.append("the article has changed") }
    var news = CommentNews()
    if !words.isEmpty {
      for id in changes.new { news.new.insert(id) }
      for id in changes.changed { news.changed.insert(id) }
      for id in changes.gone { news.gone.insert(id) }
    }
    self.news = news
    let failure = refresh.failure.map { "; not all was reloaded: \($0)" } ?? ""
    text = (words.isEmpty ? "nothing new" : words.joined(separator: ", ")) + failure
  }
}
