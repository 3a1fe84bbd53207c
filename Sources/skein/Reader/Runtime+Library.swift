import DocumentModel
import ReaderUI

/// Lists of what is kept, and what their entries lead to.
extension Runtime {
  /// Lists the versions of the page that are kept.
  func listVersions() {
    guard session != nil else { return state.say("nothing is kept in this session") }
    let versions = memory?.versions
    open("looking for versions", elseSay: "no version of this page is kept") { versions?() }
  }

  /// Lists passages with `words` of all that was read.
  func searchLibrary(for words: String) {
    guard let session else { return state.say("nothing is kept in this session") }
    open("searching all that was read", elseSay: "\"\(words)\" is in nothing that was read") {
      session.passages(holding: words)
    }
  }

  /// Shows the list that `find` makes in the background, as a page after this one.
  private func open(
    _ label: String,
    elseSay failure: String,
    _ find: @escaping @Sendable () -> OpenDocument?
  ) {
    awaitedComment = nil
    state.setProgress(Progress(label: label, share: nil), of: .opening)
    loader.start(.opening) { _ in
      guard let opened = find(), let contents = try? opened.wholeContents() else {
        return .nothing(failure)
      }
      return .opened(opened, contents, entry: nil, warning: nil)
    }
  }

  /// Opens what the entry at `index` of `listing`, which the program has put together, leads to.
  func open(_ target: EntryTarget, entry index: Int, of listing: Listing) {
    switch target {
    case .version(let document, let news, let since):
      var page = OpenedPage(
        opened: OpenDocument(version: document, entry: index, of: listing),
        contents: .document(document),
        entry: index,
        warning: nil
      )
      page.news = (news, since)
      leave(for: .page(page))
    case .source(let location, let comment):
      guard LinkAddress.isWeb(location) else {
        return leave(for: .file(location, entry: index, comment: comment))
      }
      open(address: location, entry: index, comment: comment)
    case .part(let part, let title, let comment):
      open(part, titled: title, entry: index, comment: comment)
    }
  }

  /// Opens a discussion that its source holds among others.
  private func open(_ location: PartLocation, titled title: String, entry: Int, comment: Int?) {
    awaitedComment = comment
    state.setProgress(Progress(label: "opening", share: nil), of: .opening)
    loader.start(.opening) { _ in
      do {
        let owner = try OpenDocument(at: location.source, format: nil)
        guard let listing = try owner.wholeContents().listing,
          let index = location.index(in: listing, title: title),
          let document = listing.document(ofEntry: index)
        else {
          return .failure(Failure("\(owner.location): \"\(title)\" is not in it any more"))
        }
        let opened = OpenDocument(document, entry: index, of: listing, from: owner)
        return .opened(opened, .document(document), entry: entry, warning: nil)
      } catch {
        return .failure(error)
      }
    }
  }

  /// Goes to the comment with `number` of a page that was just opened, and marks the `news` in it.
  func go(to number: Int?, showing news: (CommentNews, since: String)?) {
    guard number != nil || news != nil else { return }
    if let number { _ = state.run("\(number)") }
    if let (news, since) = news, !since.isEmpty {
      state.goOn(news, seen: CommentSet(), removed: news.gone.count, since: since)
    }
    draw()
  }
}
