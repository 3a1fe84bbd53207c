import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("The message line")
struct MessageTests {
  private static let document = Document.literal(
    comments: (1...40).map { CommentLiteral("Author \($0)", "See https://example.org/\($0) too.") }
  )

  /// What is not covered after `keys`, typed in the thread alone.
  private func free(after keys: String) -> [String] {
    var session = Session(Self.document, options: ReaderOptions(layout: .thread))
    session.press(keys)
    #expect(session.state.message != nil)
    return session.rows.dropLast(2)
  }

  @Test("It does not cover the focused comment, even the last one")
  func comment() {
    #expect(free(after: "G zM").contains { $0.contains("▸ Author 40") })
  }

  @Test("It does not cover the link moved to", arguments: 6...12)
  func link(number: Int) {
    #expect(free(after: "\(number) ] l").contains { $0.contains("example.org/\(number) too") })
  }

  @Test("What was scrolled beyond the end comes back with the next key")
  func back() {
    var session = Session(Self.document, options: ReaderOptions(layout: .thread))
    session.press("G zM K")
    #expect(session.state.message == nil)
    #expect(session.rows.dropLast().last?.contains("Author 40") == true)
  }
}
