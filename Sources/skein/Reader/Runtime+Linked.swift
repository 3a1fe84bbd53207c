import DocumentMerging
import DocumentModel
import Fetching
import ReaderUI
import SiteAccess
import SystemServices

/// The article that a post links to.
extension Runtime {
  /// Loads the linked article, or says that it can be had, as the settings want it.
  ///
  /// A document on disk makes no request by itself.
  func beginLinkedArticle() {
    guard state.list == nil, let address = state.document.linkedAddress else { return }
    switch state.options.linkedArticle {
    case .auto where source.page != nil: loadLinked(address)
    case .auto, .ask: state.offerLinkedArticle()
    case .never: break
    }
  }

  /// Loads the article at `address`, to which the document links.
  func loadLinked(_ address: String) {
    let host = WebAddress(address)?.host ?? address
    state.setLinkedProgress(Progress(label: host, share: nil))
    let (fetcher, session) = (fetcher, session)
    loader.start(.linking) { job in
      do {
        let awaited = try OpenDocument(.link(address), format: nil)
        let opened = try awaited.reopened(with: fetcher, cancellation: job.cancellation) {
          job.report(Progress(label: "\(host)\($0.amount)", share: $0.share))
        }
        return .linked(try LinkedArticle(opened, at: address))
      } catch {
        guard !job.cancellation.isCancelled,
          let awaited = try? OpenDocument(.link(address), format: nil),
          let kept = session?.keptPage(of: awaited, because: "\(error)"),
          let linked = try? LinkedArticle(kept.opened, at: address, note: kept.note)
        else { return .failure(error) }
        return .linked(linked)
      }
    }
  }

  /// Puts a linked article that has come in place, unless a job counts on the document as it is.
  func joinLinkedArticle() {
    let isBusy = [Work.reading, .loading, .completing].contains { state.isWorking($0) }
    guard let linked = cameLinked, !isBusy else { return }
    cameLinked = nil
    guard let joined = linked.joined(to: state.document) else { return }
    discussion.linked = linked
    let replacement = Replacement(Reading(joined.document), newIDs: joined.places)
    offerOwnDiscussion(of: linked)
    state.takeLinkedArticle(
      replacement,
      from: awaited == nil ? linked.origin : nil,
      commentCount: linked.commentCount
    )
  }
}
