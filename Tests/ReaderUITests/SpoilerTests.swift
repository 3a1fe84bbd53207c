import DocumentModel
import ReaderUI
import TestSupport
import Testing

@Suite("Spoilers")
struct SpoilerTests {
  @Test("A spoiler is covered until a key shows it, and covered again")
  func covered() {
    var session = Session(
      Document.literal(article: ["The ||gull|| has your hat."]),
      columns: 60,
      rows: 8
    )
    #expect(session.screen.contains("The ░░░░░░░░ has your hat."))
    session.press("zs")
    #expect(session.screen.contains("The ||gull|| has your hat."))
    session.press("zs")
    #expect(!session.screen.contains("gull"))
  }
}
