import DocumentModel
import DocumentParsing
import Fetching
import ReaderUI

/// Brings more of the discussion, and the document as it is by now.
struct DiscussionDesk {
  /// What work in the background has to say.
  enum Report: Sendable {
    /// Something came; the text is that of the document it belongs to.
    case arrived(Replacement, TextArena, DiscussionWalk.Outcome)
    /// All that was asked for came, or no more can.
    case ended(DiscussionWalk.Outcome)
    /// The document was read anew.
    case reloaded(Reload)
    /// Why it could not be read anew.
    case notReloaded(String)
  }

  /// A document that was read anew.
  struct Reload: Sendable {
    let opened: OpenDocument
    let replacement: Replacement
    /// What is new, in words.
    let news: String
    /// The text of the document it takes the place of.
    let text: TextArena
    let followed: Set<Continuation.Link>
  }

  private var source: OpenDocument
  private let fetcher: Fetcher
  private var discussion: LiveDiscussion
  private var followed: Set<Continuation.Link> = []
  private var latest = 0
  private var cancellation = FetchCancellation()

  /// A desk for the document `source`.
  init(source: OpenDocument, fetcher: Fetcher) {
    self.source = source
    self.fetcher = fetcher
    discussion = LiveDiscussion(fetcher: fetcher)
    begin()
  }

  /// Goes on with the document that was waited for.
  mutating func adopt(_ opened: OpenDocument) {
    source = opened
    begin()
  }

  /// Takes the page's own address from the person.
  mutating func adopt(address: String) {
    WebAddress(address).map(fetcher.trust)
    discussion.address = address
  }

  /// Forgets what was followed from the document before; its own page is no way on.
  private mutating func begin() {
    followed = source.ownWay
  }

  /// Waits for no answer any more.
  mutating func stop() {
    latest += 1
    cancellation.cancel()
  }

  /// Whether the report with this number is still waited for; what was followed is remembered.
  mutating func takeBack(_ report: Report, number: Int) -> Bool {
    guard number == latest else { return false }
    switch report {
    case .arrived(_, _, let outcome), .ended(let outcome): followed = outcome.followed
    case .reloaded(let reload):
      source = reload.opened
      followed = reload.followed
    case .notReloaded: break
    }
    return true
  }

  private mutating func start() -> (number: Int, FetchCancellation) {
    stop()
    cancellation = FetchCancellation()
    return (latest, cancellation)
  }

  /// Follows `document` as `request` says, in the background; what comes goes to `mailbox`.
  mutating func load(
    _ request: MoreRequest,
    of document: Document,
    _ mailbox: Mailbox<Runtime.Message>
  ) {
    let (number, cancellation) = start()
    let walk = DiscussionWalk(document, from: discussion, followed: followed)
    BackgroundThread.start {
      var walk = walk
      var text = document.text
      let outcome = walk.run(request, cancellation) { document, places, outcome in
        let replacement = Replacement(Reading(document), places: places)
        mailbox.post(.discussion(.arrived(replacement, text, outcome), number: number))
        text = document.text
      }
      mailbox.post(.discussion(.ended(outcome), number: number))
    }
  }

  /// Why the document cannot be read anew, `nil` if it can.
  var reasonNotToReload: String? {
    switch source.origin {
    case .file, .address: source.isAwaited ? "the page is still on its way" : nil
    case .standardInput: "standard input can be read but once; name a file to reload it"
    case .tour: "the tour is always the same"
    }
  }

  /// Reads the source of `document` anew, in the background; the answer goes to `mailbox`.
  mutating func reload(_ document: Document, news: CommentNews, _ mailbox: Mailbox<Runtime.Message>)
  {
    let (number, cancellation) = start()
    let reloading = Reloading(
      source: source,
      fetcher: fetcher,
      discussion: discussion,
      followed: followed,
      document: document,
      gone: news.gone,
      cancellation: cancellation
    )
    BackgroundThread.start {
      let report: Report
      do {
        report = .reloaded(
          try reloading.run { progress in
            mailbox.post(.progressed(progress, .loading))
          }
        )
      } catch {
        report = .notReloaded("\(error)")
      }
      mailbox.post(.discussion(report, number: number))
    }
  }
}
