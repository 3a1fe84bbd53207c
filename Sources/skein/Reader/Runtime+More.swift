import DocumentModel
import Fetching
import ReaderUI

/// More of the discussion, and the document as it is by now.
extension Runtime {
  /// Follows the discussion.
  func load(_ request: MoreRequest) {
    state.setProgress(Progress(label: "loading", share: nil), of: .loading)
    discussion.load(request, of: state.document, mailbox)
  }

  /// Reads the document anew.
  func reload() {
    if let reason = discussion.reasonNotToReload { return state.say(reason) }
    state.setProgress(Progress(label: "reloading", share: nil), of: .loading)
    discussion.reload(state.document, news: state.reading.news, mailbox)
  }

  /// Takes in what loading has to say.
  func take(_ report: DiscussionDesk.Report, number: Int) {
    guard discussion.takeBack(report, number: number) else { return }
    switch report {
    case .arrived(let replacement, let text, let outcome):
      guard text.isIdentical(to: state.document.text) else { return giveUp() }
      state.extend(by: replacement)
      let label = outcome.comments > 0 ? "loading, \(outcome.comments) came" : "loading"
      state.setProgress(Progress(label: label, share: nil), of: .loading)
    case .ended(let outcome):
      state.setProgress(nil, of: .loading)
      state.say(outcome.words(of: state.document), isWarning: outcome.failure != nil)
    case .reloaded(let reload):
      guard reload.text.isIdentical(to: state.document.text) else { return giveUp() }
      state.setProgress(nil, of: .loading)
      completions.adopt(reload.opened)
      state.revise(by: reload.replacement, news: reload.news)
    case .notReloaded(let reason):
      state.setProgress(nil, of: .loading)
      state.say("not reloaded: \(reason)", isWarning: true)
    }
    searchOn()
  }

  private func giveUp() {
    discussion.stop()
    state.setProgress(nil, of: .loading)
    state.say("the document has changed meanwhile; ask once more")
  }
}

extension DiscussionWalk.Outcome {
  /// What came, in words, and what is left in `document`.
  fileprivate func words(of document: Document) -> String {
    var parts: [String] = []
    if comments > 0 { parts.append(comments.counted("more comment")) }
    if blocks > 0 { parts.append("the article goes on") }
    if let failure {
      return (parts + ["no further: \(failure)"]).joined(separator: "; ")
    }
    if parts.isEmpty { parts.append("nothing new came") }
    if document.continuations.isEmpty { parts.append("that is all") }
    return parts.joined(separator: "; ")
  }
}
