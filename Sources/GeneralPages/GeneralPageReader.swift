import DocumentParsing
import PageModel

/// Any page: its article, and a discussion if one can be made out.
///
/// Comments are elements of a page that are built alike, each with an author, a date and a text.
package struct GeneralPageReader: PageSystem {
  package let name = "html"
  package let summary = "any other page"

  package init() {}

  package static let signs = [
    PageSign(
      "page",
      .possible,
      considers: "mark-up of any kind",
      evidence: "whatever no other reader knows is read by its structure",
      fixture: "html/story",
      isMet: { _ in true }
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    guard let found = find(in: PageSurvey(page), decisions: page.decisions) else {
      return PageThread()
    }
    let answers = found.answers
    guard !answers.nodes.isEmpty else { return found.thread }
    // The comments as they are without what stands inside them.
    let rest = PageSurvey(page, leavingOut: Set(answers.nodes))
    guard var thread = find(in: rest, decisions: nil)?.thread,
      thread.comments.count == found.thread.comments.count
    else { return found.thread }
    answers.insert(into: &thread)
    return thread
  }

  /// The thread of the first group of records that are comments, and the answers inside them.
  private func find(
    in survey: PageSurvey,
    decisions: DecisionLog?
  ) -> (thread: PageThread, answers: InsertedAnswers)? {
    var refused: [RecordGroup] = []
    var listings: [RecordGroup] = []
    lazy var evidence = FieldEvidence(survey)
    for candidate in RecordFinder(survey).candidates() {
      let group = candidate.group
      // A class and a place on the page may name the same elements.
      if refused.contains(where: group.hasRecords) { continue }
      let name = decisions.map { _ in group.name(survey.outline) } ?? ""
      decisions?.note("html", "rank", "\(name): rank \(Int(candidate.rank))", isMet: true)
      // Parts of what is a list of articles look like comments once the titles are left out.
      let inside = listings.lazy.map { group.shareInside($0) }
      if inside.contains(where: { $0 > survey.policy.shareInListing }) {
        decisions?.note("html", "share-in-listing", "\(name): part of a list", isMet: false)
        continue
      }
      let thread = RecordThread(group, survey, evidence)
      let verdict = ThreadVerdict(thread, decisions)
      if verdict.isThread {
        let whole = thread.withoutStray.map { RecordThread($0, survey, evidence) } ?? thread
        return (whole.thread(), InsertedAnswers(in: group, survey, evidence))
      }
      refused.append(group)
      if verdict.isListing { listings.append(group) }
    }
    return nil
  }
}
