import DocumentModel
import ReaderUI
import SystemServices

/// Lists of what is kept, and what their entries lead to.
extension Runtime {
  /// Lists the versions of the document that are kept.
  func listVersions() {
    guard session != nil else { return state.say("nothing is kept in this session") }
    let versions = memory?.versions(of: source, state)
    open("looking for versions", elseSay: "no version of this page is kept") { versions?() }
  }

  /// Has all versions of the list compared with `version`, which is marked; once more, each with the one
  /// before it.
  func mark(_ version: ComparedVersion) {
    let (open, keep) = (state.key("open-entry"), state.key("keep-entry"))
    let note =
      version.isMarked
      ? "each is compared with the one before"
      : "marked: \(version.moment); \(open) on another shows what is new between the two, "
        + "\(keep) here takes the mark away"
    state.setProgress(Progress(label: "comparing", share: nil), of: .opening)
    loader.start(.opening) { _ in .compared(version.marking(), note: note) }
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
    case .version(let version):
      var page = OpenedPage(
        opened: OpenDocument(version: version.document, entry: index, of: listing),
        contents: .document(version.document),
        entry: index,
        warning: nil
      )
      page.version = version
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
    let (fetcher, session) = (fetcher, session)
    loader.start(.opening) { job in
      var reason: (any Error)?
      do {
        let owner =
          try location.isOnWeb
          ? OpenDocument(.link(location.source), format: nil)
            .reopened(with: fetcher, cancellation: job.cancellation) { job.report($0) }
          : OpenDocument(at: location.source, format: nil)
        if let (opened, document) = location.opened(in: owner, title: title) {
          return .opened(opened, .document(document), entry: entry, warning: nil)
        }
      } catch {
        reason = error
      }
      // A feed holds what is new; an older one that was kept may still have the entry.
      let kept = location.isOnWeb ? session?.pagesKept(at: location.source) ?? [] : []
      for owner in kept {
        guard let (opened, document) = location.opened(in: owner, title: title) else { continue }
        let note = reason.map { "not fetched: \($0); this is the entry as it was kept" }
        return .opened(opened, .document(document), entry: entry, warning: note)
      }
      return .failure(
        reason ?? Failure("\(location.source): \"\(title)\" is not in it any more")
      )
    }
  }

  /// Goes to the comment with `number` of a page that was just opened, and marks what is new in a
  /// `version`.
  func go(to number: Int?, showing version: ComparedVersion?) {
    guard number != nil || version != nil else { return }
    if let number { _ = state.run("\(number)") }
    if let version, !version.since.isEmpty {
      let news = version.news
      state.goOn(news, seen: CommentSet(), removed: news.gone.count, since: version.since)
      if news.isEmpty { state.say("\(version.summary) since \(version.since)") }
    }
    draw()
  }
}
