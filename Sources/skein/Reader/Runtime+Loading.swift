import DocumentModel
import Fetching
import ReaderUI
import SiteAccess

/// Starts jobs of the loader, and shows what they bring.
extension Runtime {
  /// Fetches and reads the page that is awaited; Esc stops it.
  func fetch(_ awaited: OpenDocument, with fetcher: Fetcher) {
    isFetching = true
    let (prepare, kept) = (memory?.preparation, memory?.keptPage)
    loader.start(.reading) { job in
      do {
        let opened = try awaited.reopened(with: fetcher, cancellation: job.cancellation) {
          job.report($0)
        }
        let contents = try opened.wholeContents()
        if case .document(let document) = contents { prepare?(document) }
        return .page(opened, PageContents(contents), warning: opened.warning(about: contents))
      } catch {
        if let kept = kept?(awaited, "\(error)") {
          let contents = (try? kept.opened.wholeContents()) ?? .document(kept.document)
          if contents.listing == nil { prepare?(kept.document) }
          return .page(kept.opened, PageContents(contents), warning: kept.note)
        }
        return .failure(Failure("\(error)"))
      }
    }
  }

  /// Reads all of a document of which only the beginning is shown.
  func readRest(of opened: OpenDocument) {
    let prepare = memory?.preparation
    loader.start(.reading) { _ in
      do throws(Failure) {
        let contents = try opened.wholeContents()
        if case .document(let document) = contents { prepare?(document) }
        return .rest(PageContents(contents))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Looks for the full texts of `comments`, in `companion` first.
  func complete(_ comments: [CommentID], companion: String?) {
    state.setProgress(Progress(label: "completing", share: nil), of: .completing)
    fullTexts.start(comments, in: state.document, companion: companion, with: &loader)
  }

  /// Loads more of the discussion.
  func load(_ request: MoreRequest) {
    state.setProgress(Progress(label: "loading", share: nil), of: .loading)
    discussion.start(request, of: state.document, with: &loader)
  }

  /// Reads the document again.
  func reload() {
    if let reason = discussion.reasonNotToRefresh { return state.say(reason) }
    guard state.list == nil else { return reloadList() }
    state.setProgress(Progress(label: "reloading", share: nil), of: .loading)
    discussion.startRefresh(of: state.document, news: state.reading.news, with: &loader)
  }

  /// Shows what a job reports.
  func take(_ report: Loader<Loaded>.Report, of work: Work) {
    switch report {
    case .progress(let progress) where work == .linking:
      if state.isWorking(work) { state.setLinkedProgress(progress) }
    case .progress(let progress):
      if state.isWorking(work) { state.setProgress(progress, of: work) }
    case .partial(let loaded): take(loaded, of: work)
    case .finished(let loaded):
      state.setProgress(nil, of: work)
      take(loaded, of: work)
    }
    joinLinkedArticle()
  }

  private func take(_ loaded: Loaded, of work: Work) {
    switch loaded {
    case .rest(let contents):
      estimate = nil
      let isUntouched = memory?.isUntouched(state) ?? true
      show(contents)
      recall(keepingPlace: !isUntouched)
    case .page(let opened, let contents, let warning):
      isFetching = false
      adopt(opened)
      keep(opened)
      show(contents)
      recall()
      start()
      if let warning { state.say(warning, isWarning: true) }
    case .fullTexts(let answer, let request): take(answer, of: request)
    case .part(let replacement, let text, let outcome): take(replacement, of: text, outcome)
    case .lastPart(let outcome):
      discussion.keep(outcome)
      state.say(outcome.summary(of: state.document), isWarning: outcome.failure != nil)
    case .refresh(let refresh): take(refresh)
    case .opened, .unreadable, .entries, .listing, .compared: takePage(loaded)
    case .linked(let article): cameLinked = article
    case .discussions(let found, let warning): take(found, warning: warning)
    case .discussion(let opened, let reading, let warning):
      take(opened, reading, warning: warning)
    case .nothing(let text): state.say(text)
    case .failure(let error): take(error, of: work)
    }
  }

  private func show(_ contents: PageContents) {
    switch contents {
    case .document(let reading): state.replace(with: reading)
    case .listing(let listing): state.replace(with: listing)
    }
  }

  /// Goes on with `opened` as the source of what is shown.
  func adopt(_ opened: OpenDocument) {
    source = opened
    fullTexts.adopt(opened)
    discussion.adopt(opened)
  }

  private func take(_ answer: FullTextSources.Answer, of request: FullTextLoading.Request) {
    fullTexts.keep(answer, of: request)
    // All of a document may have taken the place of its beginning, with other comment numbers.
    guard request.document.text.isIdentical(to: state.document.text) else {
      return state.say("the rest of the page has been read meanwhile; try again")
    }
    let found = answer.found.mapValues {
      Completion(document: $0.document, blocks: $0.blocks, origin: $0.origin)
    }
    state.complete(found, of: request.comments, failure: answer.failure)
  }

  private func take(
    _ replacement: Replacement,
    of text: TextArena,
    _ outcome: DiscussionPager.Outcome
  ) {
    guard text.isIdentical(to: state.document.text) else { return giveUpLoading() }
    discussion.keep(outcome)
    state.extend(by: replacement)
    let label = outcome.comments > 0 ? "loading, \(outcome.comments) so far" : "loading"
    state.setProgress(Progress(label: label, share: nil), of: .loading)
  }

  private func take(_ refresh: DiscussionLoading.Refresh) {
    guard refresh.text.isIdentical(to: state.document.text) else { return giveUpLoading() }
    guard let doubt = refresh.doubt else { return show(refresh) }
    offered = refresh
    state.ask(
      Question(
        "Not reloaded: \(doubt). Press y to show that instead, any other key to stay here.",
        agreed: .showReload,
        declined: "not reloaded: \(doubt); \(state.key("reload")) tries again"
      )
    )
  }

  /// Shows what the last reload brought, though it may be another document.
  func showOffered() {
    guard let refresh = offered else { return }
    offered = nil
    guard refresh.text.isIdentical(to: state.document.text) else { return giveUpLoading() }
    show(refresh)
    state.say("\(refresh.summary); \(state.key("undo")) takes it back", isWarning: true)
  }

  private func show(_ refresh: DiscussionLoading.Refresh) {
    discussion.keep(refresh)
    keep(refresh.opened)
    fullTexts.adopt(refresh.opened)
    state.revise(by: refresh.replacement, news: refresh.summary, isUndoable: refresh.hasNews)
  }

  /// Goes on with the document before the last reload.
  func undoReload() { fullTexts.adopt(discussion.takeBack()) }

  private func take(_ error: any Error, of work: Work) {
    if work == .linking {
      state.refuseLinkedArticle(because: "\(error)")
    } else if let nothing = error as? NothingFound {
      state.say(nothing.description, isWarning: true)
    } else if work == .opening {
      state.say("not opened: \(error)", isWarning: true)
    } else if work == .loading, state.lacksDiscussion {
      state.refuseDiscussion(because: "\(error)")
    } else if work == .loading {
      state.say("not reloaded: \(error)", isWarning: true)
    } else if isFetching {
      failure = error
      isOver = true
    } else {
      estimate = nil
      state.stopExpecting(because: "\(error)")
    }
  }

  private func giveUpLoading() {
    loader.cancel(.loading)
    state.setProgress(nil, of: .loading)
    state.say("the document has changed meanwhile; try again")
  }
}

extension DiscussionPager.Outcome {
  /// What was loaded, and whether there is more, on one line.
  fileprivate func summary(of document: Document) -> String {
    var parts: [String] = []
    if comments > 0 { parts.append(comments.counted("more comment")) }
    if blocks > 0 { parts.append("more of the article") }
    if let failure {
      return (parts + ["not loaded: \(failure)"]).joined(separator: "; ")
    }
    if parts.isEmpty { parts.append("nothing new") }
    if document.continuations.isEmpty { parts.append("nothing more to load") }
    return parts.joined(separator: "; ")
  }
}
