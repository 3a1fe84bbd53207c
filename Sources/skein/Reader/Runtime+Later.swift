import DocumentModel
import Fetching
import ReaderUI
import SiteAccess

/// Keeping entries for later, feeds of pages, and subscriptions.
extension Runtime {
  /// Why nothing is kept or subscribed to in this session.
  private static let nothingRemembered = "nothing is remembered in this session"

  /// Keeps the entry at `index` of the list for later, or no more.
  func keep(entry index: Int, _ isKept: Bool) {
    guard let list = state.list, list.listing.entries.indices.contains(index) else { return }
    if case .version(let version) = source.targets[index] { return mark(version) }
    guard let later else { return state.say(Self.nothingRemembered, isWarning: true) }
    guard let address = list.listing.address(ofEntry: index), LinkAddress.isWeb(address) else {
      return state.say("only what has a web address can be kept for later", isWarning: true)
    }
    state.mark(entry: index, isKept: isKept)
    if isKept {
      later.add(list.listing.entries[index].title, at: address)
      state.say("kept for later; article and discussion are fetched")
    } else {
      later.remove(address)
      state.say("no longer kept for later")
    }
  }

  /// Shows what the queue of what is kept for later has to tell.
  func takeLaterReports() {
    for report in later?.reports.receive() ?? [] {
      switch report {
      case .began(_, let waiting):
        state.setProgress(LaterQueue.progress(waiting: waiting), of: .keeping)
      case .fetched(let title, let comments, let failure):
        let what = "kept: \(Self.short(title)), \(comments.counted("comment"))"
        state.say(failure.map { "\(what); \($0)" } ?? what, isWarning: failure != nil)
      case .failed(let title, let reason):
        state.say("kept, but not fetched: \(Self.short(title)): \(reason)", isWarning: true)
      case .done: state.setProgress(later?.progress, of: .keeping)
      }
    }
  }

  /// The beginning of a title, for messages.
  private static func short(_ title: String) -> String {
    title.count > 40 ? title.prefix(39) + "…" : title
  }

  // MARK: Feeds and subscriptions

  /// Opens the feed that the page names; of several, a list to choose from.
  func findFeeds() {
    state.setProgress(Progress(label: "looking for feeds", share: nil), of: .opening)
    let (fetcher, source, location) = (fetcher, source, source.webAddress)
    loader.start(.opening) { job in
      do {
        let feeds = try FeedSearch.feeds(
          in: try? source.source(),
          at: location,
          with: fetcher,
          cancellation: job.cancellation
        )
        guard let address = feeds.first?.discussion else {
          return .failure(NothingFound("this page names no feed"))
        }
        guard feeds.count > 1 else {
          let opened = try OpenDocument(.link(address), format: nil)
            .reopened(with: fetcher, cancellation: job.cancellation) { job.report($0) }
          return .opened(opened, try opened.wholeContents(), entry: nil, warning: nil)
        }
        let listing = Listing(
          source: Source(format: "feeds", location: source.location),
          title: "Feeds of \(source.location)",
          entries: feeds
        )
        return .opened(OpenDocument(listing), .listing(listing), entry: nil, warning: nil)
      } catch {
        return .failure(error)
      }
    }
  }

  /// Subscribes to the list, which is to be called `name`; without one, by its title.
  func subscribe(as name: String?) {
    guard let (session, address) = subscribable else { return }
    let title = state.list?.listing.title ?? ""
    let called = name ?? (title.isEmpty ? address : title)
    session.subscribe(to: address, name: called)
    state.say("subscribed to \(called); skein without a source lists it")
  }

  /// Ends the subscription to the list.
  func unsubscribe() {
    guard let (session, address) = subscribable else { return }
    guard let name = session.subscription(to: address) else {
      return state.say("not subscribed to this list")
    }
    session.subscribe(to: address, name: nil)
    state.say("no longer subscribed to \(name)")
  }

  /// What remembers subscriptions, and the address of the list; says so where there is neither.
  private var subscribable: (ReadingMemory, address: String)? {
    guard let session else {
      state.say(Self.nothingRemembered, isWarning: true)
      return nil
    }
    if source.isHome, let entry = state.list?.selectedEntry, entry.tags == ["subscribed"],
      let address = entry.discussion
    {
      return (session, address)
    }
    guard state.list != nil, let address = source.webAddress else {
      state.say("only lists from the web can be subscribed to", isWarning: true)
      return nil
    }
    return (session, address)
  }
}
