import DocumentParsing
import PageModel

/// Any page: its article, and a discussion if one can be made out.
///
/// Comments are pieces of a page that are built alike, each with an author, a date and a text.
package struct GeneralPageReader: PageSystem {
  package let name = "html"
  package let summary = "any other page"

  package init() {}

  package func confidence(in page: HTMLPage) -> Confidence { .possible }

  package func read(_ page: HTMLPage) -> PageThread {
    let outline = PageOutline(page)
    let (thread, answers) = read(outline)
    guard !answers.nodes.isEmpty else { return thread }
    // The comments as they are without what stands inside them.
    var rest = read(PageOutline(page, leavingOut: Set(answers.nodes))).thread
    guard rest.comments.count == thread.comments.count else { return thread }
    answers.insert(into: &rest)
    return rest
  }

  /// The thread, and the answers that stand inside its comments.
  private func read(_ outline: PageOutline) -> (thread: PageThread, answers: InsertedAnswers) {
    let moments = DateMentionIndex(DateMentionScanner(outline).scan(), outline)
    var listings: [RecordGroup] = []
    for group in RecordFinder(outline, moments).candidates().prefix(12) {
      // Parts of what is a list of articles look like comments once the titles are left out.
      if listings.contains(where: { group.mostlyInside($0) }) { continue }
      let thread = RecordThread(group, outline, moments)
      if thread.isThread {
        let whole = thread.withoutStray.map { RecordThread($0, outline, moments) } ?? thread
        return (whole.thread(), InsertedAnswers(in: group, outline, moments))
      }
      if thread.isListing { listings.append(group) }
    }
    return (PageThread(), InsertedAnswers())
  }
}
