import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Rules for people and words")
struct RuleTests {
  private static let document = Document.literal(comments: [
    CommentLiteral("Ann", "The gate.", replies: [CommentLiteral("Bob", "The weir.")]),
    CommentLiteral("Cy", "The mill."), CommentLiteral("Bob", "The race.", score: 60),
  ])

  private func session(_ rules: [ReadingRule], _ keys: String = "") -> Session {
    var options = ReaderOptions(layout: .thread)
    options.rules = rules
    var session = Session(Self.document, columns: 70, options: options)
    session.state.followRules()
    if !keys.isEmpty { session.press(keys) }
    return session
  }

  @Test(
    "A muted comment is a line that names its rule; its replies stay, e and l open it, n finds in it"
  )
  func mute() {
    let muted = session([ReadingRule(.mute, "from:ann")])
    #expect(muted.rows.contains { $0.contains("Ann · muted: from:ann") })
    #expect(muted.rows.contains { $0.contains("The weir.") })
    #expect(!muted.rows.contains { $0.contains("The gate.") })
    for keys in ["e", "l", "/ g a t e Enter"] {
      #expect(muted.pressing(keys).rows.contains { $0.contains("The gate.") }, "\(keys)")
    }
    #expect(!muted.pressing("e e").rows.contains { $0.contains("The gate.") })
  }

  @Test("What is muted stays so when the document is replaced, sorted, or as it was left")
  func lasting() {
    var muted = session([ReadingRule(.mute, "from:ann")], ": s o r t Space n e w e s t Enter")
    #expect(muted.state.thread.folding.muted.count == 1)
    muted.replace(with: Self.document)
    #expect(muted.state.thread.folding.muted.count == 1)
    muted.state.restore(muted.state.savedView)
    #expect(muted.state.thread.folding.muted.count == 1)
  }

  @Test("Tags, colours and watched words stand in the header; & finds them by their names")
  func signs() {
    let tagged = session([
      ReadingRule(.tag("friend"), "from:bob"), ReadingRule(.watch, "mill or weir"),
      ReadingRule(.color(.palette(2)), "from:cy"),
    ])
    #expect(tagged.rows.contains { $0.contains("Bob friend · ◆ mill or weir") })
    let told = "2 comments with what you watch for; & rule:watch shows them"
    #expect(tagged.state.message?.text == told)
    #expect(tagged.state.reading.ruled.color(for: CommentID(2)) == .palette(2))
    for (name, count) in [("friend", 2), ("watch", 2), ("color", 1), ("mute", 0)] {
      let filtered = FilteredComments("rule:\(name)", in: tagged.state.reading)
      #expect(filtered.count == count, "\(name)")
    }
    let facts = tagged.pressing("=").state.mode.overlay?.rows.map(\.text) ?? []
    #expect(facts.contains("tag friend: from:bob  2 comments"))
  }

  @Test("What is raised stands before the others that answer the same, in every order")
  func raise() {
    let raised = session([ReadingRule(.raise, "points>50")])
    func first(_ session: Session) -> String? { session.state.document.name(of: CommentID(0)) }
    #expect(first(raised) == "Bob")
    #expect(first(raised.pressing(": s o r t Space a n s w e r s Enter")) == "Bob")
    #expect(first(raised.pressing(": s o r t Space g i v e n Enter")) == "Bob")
    #expect(first(session([ReadingRule(.raise, "points>99")])) == "Ann")
  }

  @Test("A rule for nothing in particular is no rule for everything")
  func unfinished() {
    #expect(session([ReadingRule(.mute, "depth<")]).state.thread.folding.muted.isEmpty)
  }
}
