import DocumentModel
import ReaderUI

/// A page of the history.
struct OpenPage {
  /// Opens it again.
  let reopen: () throws -> OpenDocument
  /// What shows it, `nil` while it is not kept in memory.
  var runtime: Runtime?
  /// How it was left before it was let go of.
  private(set) var left: PageState?
  /// The entry of the list before it that led here, `nil` if none did.
  let entry: Int?
  private var lastTitle = ""

  /// A page that `runtime` shows.
  init(_ runtime: Runtime, entry: Int? = nil, reopen: @escaping () throws -> OpenDocument) {
    self.runtime = runtime
    self.entry = entry
    self.reopen = reopen
  }

  /// What it is called.
  var title: String {
    guard let state = runtime?.state else { return lastTitle }
    let title = state.list?.listing.title ?? state.document.title
    return title.isEmpty ? state.document.source.location : title
  }

  /// How many bytes of text it keeps in memory.
  var size: Int { runtime?.state.document.text.count ?? 0 }

  /// Frees the memory it takes, but for where the reader was.
  mutating func letGo() {
    guard let runtime else { return }
    lastTitle = title
    left = runtime.state.pageState
    runtime.stopAll()
    self.runtime = nil
  }
}
