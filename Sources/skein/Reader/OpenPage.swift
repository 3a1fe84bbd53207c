import DocumentModel
import ReaderUI

/// A page of the history: an article and its discussion, or several discussions of it, of which one is
/// shown; or a list.
struct OpenPage {
  /// A discussion of the page's article.
  private struct Tab {
    /// Opens it again, `nil` if it was never opened.
    var reopen: (() throws -> OpenDocument)?
    /// What shows it, `nil` while it is not kept in memory.
    var runtime: Runtime?
    /// How it was left before it was let go of.
    var left: PageState?
  }

  /// The entry of the list before it that led here, `nil` if none did.
  let entry: Int?
  /// The discussions as they were known when the page was let go of.
  private(set) var discussions = DiscussionTabs()
  private var tabs: [Tab]
  /// The index of the discussion that is shown.
  private(set) var shown = 0
  private var lastTitle = ""

  /// A page that `runtime` shows.
  init(_ runtime: Runtime, entry: Int? = nil, reopen: @escaping () throws -> OpenDocument) {
    self.entry = entry
    tabs = [Tab(reopen: reopen, runtime: runtime)]
  }

  /// What shows it, `nil` if that is not kept in memory.
  var runtime: Runtime? { tabs[shown].runtime }
  /// How it was left before it was let go of, `nil` if it was not.
  var left: PageState? { tabs[shown].left }
  /// Opens it again; `nil` if its discussion was never opened.
  var reopen: (() throws -> OpenDocument)? { tabs[shown].reopen }

  /// Goes to the discussion at `index`.
  mutating func turn(to index: Int) {
    while tabs.count <= index { tabs.append(Tab()) }
    shown = index
  }

  /// Has `runtime` show it from now on.
  mutating func show(_ runtime: Runtime, reopen: @escaping () throws -> OpenDocument) {
    tabs[shown].runtime = runtime
    tabs[shown].reopen = reopen
  }

  /// What it is called.
  var title: String {
    guard let state = runtime?.state else { return lastTitle }
    let title = state.list?.listing.title ?? state.document.title
    return title.isEmpty ? state.document.source.location : title
  }

  /// How many bytes of text it keeps in memory.
  var size: Int { tabs.reduce(0) { $0 + ($1.runtime?.state.document.text.count ?? 0) } }

  /// Ends all work in the background.
  func stopAll() {
    for tab in tabs { tab.runtime?.stopAll() }
  }

  /// Frees the memory it takes, but for where the reader was.
  mutating func letGo() {
    guard let runtime else { return }
    lastTitle = title
    discussions = runtime.state.knownDiscussions
    stopAll()
    for index in tabs.indices {
      guard let runtime = tabs[index].runtime else { continue }
      tabs[index].left = runtime.state.pageState
      tabs[index].runtime = nil
    }
  }
}
