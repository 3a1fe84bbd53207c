import DocumentModel
import Fetching
import ReaderUI
import SiteAccess
import SystemServices

/// Several discussions of one article.
extension Runtime {
  /// Asks sites for discussions of the article at `address`: they become tabs of the thread pane, those
  /// of an entry of a list a list.
  func findDiscussions(of address: String) {
    state.setProgress(Progress(label: "asking for discussions", share: nil), of: .opening)
    let address = state.list == nil ? discussion.linked?.address ?? address : address
    let (fetcher, isList) = (fetcher, state.list != nil)
    let title = state.list?.selectedEntry?.title ?? ""
    loader.start(.opening) { job in
      let found = DiscussionSearch.discussions(
        of: address,
        with: fetcher,
        cancellation: job.cancellation
      )
      let failures = found.failures.joined(separator: "; ")
      guard !found.entries.isEmpty else {
        return .failure(NothingFound(failures.isEmpty ? "no discussions found" : failures))
      }
      let warning = failures.isEmpty ? nil : failures
      guard isList else { return .discussions(found.entries, warning: warning) }
      let listing = Listing(
        source: Source(format: "discussions", location: address),
        title: "Discussions of \(title.isEmpty ? address : title)",
        entries: found.entries
      )
      return .opened(OpenDocument(listing), .listing(listing), entry: nil, warning: warning)
    }
  }

  /// Shows tabs for the discussions that were found; where there is none to read, the first of them.
  func take(_ found: [ListingEntry], warning: String?) {
    guard state.list == nil else { return }
    let own = ownDiscussion
    let known = ([own] + state.discussions.all).map(\.address)
    let fresh = DiscussionSearch.without(known, in: found)
    guard !fresh.isEmpty else {
      let text = warning ?? "no other discussions found"
      return state.say(text, isWarning: warning != nil)
    }
    let index = max(1, state.discussions.all.count)
    let tabs = fresh.map { entry in
      DiscussionTab(
        on: entry.site ?? "",
        at: entry.discussion ?? "",
        commentCount: entry.comments
      )
    }
    state.add(tabs, besides: own)
    if own.isEmpty, state.discussions.current == 0 { arrived = .discussion(index) }
    let key = state.key("next-discussion")
    let count = fresh.count.counted("discussion")
    let text = ["\(count) found; \(key) goes to the next tab", warning].compactMap { $0 }
    state.say(text.joined(separator: "; "), isWarning: warning != nil)
  }

  /// The discussion on the page itself.
  var ownDiscussion: DiscussionTab {
    let address = source.pageAddress ?? source.webAddress ?? state.document.source.url ?? ""
    return DiscussionTab(
      on: DiscussionSearch.site(of: address) ?? source.location,
      at: address,
      commentCount: state.discussionCount,
      isEmpty: !state.hasDiscussion
    )
  }

  /// Adds the discussion on the linked article's own page to those that are known.
  func offerOwnDiscussion(of linked: LinkedArticle) {
    guard linked.page != nil else { return }
    let own = ownDiscussion
    let known = ([own] + state.discussions.all).map(\.address)
    guard DiscussionSearch.isNew(linked.address, besides: known) else { return }
    let tab = DiscussionTab(
      on: DiscussionSearch.site(of: linked.address) ?? linked.origin,
      at: linked.address,
      commentCount: linked.commentCount
    )
    state.add([tab], besides: own)
  }

  // MARK: A discussion that is shown for the first time

  /// The article, to stand beside another discussion of it; `nil` if it is a link to one that is not
  /// loaded.
  var article: LinkedArticle? {
    if let awaited { return awaited.article }
    if let linked = discussion.linked { return linked }
    guard state.document.linkedAddress == nil, !state.document.article.blocks.isEmpty else {
      return nil
    }
    return LinkedArticle(state.document, at: source.pageAddress ?? source.webAddress ?? "")
  }

  /// Loads the discussion that is to be read, unless it has come with the article.
  func loadDiscussion() {
    guard let awaited else { return }
    let (tab, article, isRemembered) = (awaited.tab, awaited.article, memory?.preparation)
    state.awaitDiscussion(on: tab.site)
    let (fetcher, session) = (fetcher, session)
    loader.start(.loading) { job in
      do {
        if let page = article?.page, article?.address == tab.address {
          return try .discussion(page, of: tab, prepare: isRemembered)
        }
        let opened = try OpenDocument(.link(tab.address), format: nil)
          .reopened(with: fetcher, cancellation: job.cancellation) { job.report($0) }
        return try .discussion(opened, of: tab, prepare: isRemembered)
      } catch {
        guard !job.cancellation.isCancelled,
          let link = try? OpenDocument(.link(tab.address), format: nil),
          let kept = session?.keptPage(of: link, because: "\(error)"),
          let loaded = try? Loaded.discussion(
            kept.opened,
            of: tab,
            note: kept.note,
            prepare: isRemembered
          )
        else { return .failure(error) }
        return loaded
      }
    }
  }

  /// Shows a discussion that has come, beside the article as it stands.
  func take(_ opened: OpenDocument, _ reading: Reading, warning: String?) {
    let before = state
    adopt(opened)
    keep(opened)
    state.replace(with: reading)
    recall()
    if let article = awaited?.article, article.address != awaited?.tab.address {
      cameLinked = article.beside
      joinLinkedArticle()
    } else if awaited?.article == nil {
      beginLinkedArticle()
    }
    if let left = awaited?.left { state.restore(left) }
    awaited = nil
    state.stand(beside: before)
    if let warning { state.say(warning, isWarning: true) }
  }
}

/// A discussion of an article that is to be shown for the first time.
struct AwaitedDiscussion: Sendable {
  /// Where it is.
  let tab: DiscussionTab
  /// The article, `nil` if that is not loaded.
  let article: LinkedArticle?
  /// How it was left before it was let go of, `nil` if it was not.
  let left: PageState?
}

extension Loaded {
  /// The discussion `tab`, which `opened` holds; throws if there is none.
  fileprivate static func discussion(
    _ opened: OpenDocument,
    of tab: DiscussionTab,
    note: String? = nil,
    prepare: (@Sendable (Document) -> Void)?
  ) throws(Failure) -> Loaded {
    let contents = try opened.wholeContents()
    guard case .document(let document) = contents else {
      throw Failure("\(opened.location): a list, no discussion")
    }
    let warning = opened.warning(about: contents)
    let isMissing = document.comments.isEmpty && document.missingComments == nil
    if isMissing, let warning { throw Failure(warning) }
    guard !isMissing || document.next(of: .discussion) != nil || tab.commentCount ?? 0 == 0 else {
      throw Failure("\(opened.location): no discussion on this page")
    }
    prepare?(document)
    return .discussion(opened, Reading(document), warning: note ?? warning)
  }
}
