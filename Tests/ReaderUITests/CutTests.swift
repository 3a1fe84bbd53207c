import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Cut and long comments")
struct CutTests {
  static let document = Document.literal(
    comments: [
      CommentLiteral("Ann", "The first begins", cut: true),
      CommentLiteral("Bob", "Whole."),
      CommentLiteral("Cy", "The third begins", cut: true),
    ]
  )
  static let full = Document.literal(
    article: ["The first begins and ends.", "The third begins and ends.", "And more."]
  )

  private func completion(_ blocks: Range<Int32>) -> Completion {
    Completion(document: Self.full, blocks: blocks, origin: "full.html")
  }

  private func session(_ keys: String) -> Session {
    var session = Session(Self.document, options: ReaderOptions(layout: .thread))
    session.press("\(keys)")
    return session
  }

  @Test("A cut is marked in the header and where the text ends")
  func marked() {
    let session = session("")
    #expect(session.rows.contains { $0.contains("Ann") && $0.contains("✂ cut") })
    #expect(session.rows.contains { $0.contains("cut by the site: e shows the rest") })
  }

  @Test("e on a folded comment unfolds it and asks for the rest")
  func folded() {
    let session = session("z a e")
    #expect(session.state.thread.folds.isEmpty)
    #expect(session.effects.contains(.complete([CommentID(0)])))
  }

  @Test("Where the text ends it says why the rest was not found, the header only that it is cut")
  func reason() {
    var session = session("e")
    session.state.complete([:], of: [CommentID(0)], failure: "not in full.html")
    #expect(session.rows.contains { $0.contains("✂ cut by the site: not in full.html") })
    #expect(session.rows.contains { $0.contains("Ann") && $0.hasSuffix("✂ cut") })
  }

  @Test("A reason too long for the pane ends with an ellipsis")
  func longReason() {
    var session = session("e")
    let words = String(repeating: "word ", count: 30)
    session.state.complete([:], of: [CommentID(0)], failure: words)
    #expect(session.rows.contains { $0.contains("✂ cut by the site: word") && $0.hasSuffix("…") })
  }

  @Test("Esc stops looking for the rest, and says so")
  func stopped() {
    var session = session("e")
    session.state.setProgress(Progress(label: "completing", share: nil), of: .completing)
    session.press("Esc")
    #expect(session.effects.contains(.stopCompleting))
    #expect(session.state.progress == nil)
    #expect(session.state.message?.text.hasPrefix("stopped") == true)
  }

  @Test("e asks for the rest, shows it, hides it and shows it again")
  func toggle() {
    var session = session("e")
    #expect(session.effects == [.complete([CommentID(0)])])
    let cut = session.screen
    session.complete([CommentID(0): completion(0..<1)], of: [CommentID(0)])
    let whole = session.screen
    #expect(whole.contains("The first begins and ends."))
    #expect(whole.contains("full text from full.html: e hides it"))
    session.press("e")
    #expect(session.screen == cut)
    session.press("e")
    #expect(session.screen == whole)
    #expect(session.effects.count == 1)
    session.press("Z Z")
    #expect(session.screen.contains("The first begins and ends.") == true)
  }

  @Test("When nothing has the rest, the reason is shown and nothing is lost")
  func failure() {
    var session = session("e")
    session.complete([:], of: [CommentID(0)], failure: "nothing holds the full text")
    #expect(session.state.message == Message(text: "nothing holds the full text", isWarning: true))
    #expect(session.screen.contains("The first begins"))
  }

  @Test("E asks for all, closes all and opens all again, those that were found")
  func all() {
    var session = session("E")
    #expect(session.effects == [.complete([CommentID(0), CommentID(2)])])
    session.complete(
      [CommentID(0): completion(0..<1)],
      of: [CommentID(0), CommentID(2)],
      failure: "no more"
    )
    #expect(session.state.message?.text == "1 of 2 completed; no more")
    session.press("E")
    #expect(!session.screen.contains("and ends."))
    session.press("E")
    #expect(session.screen.contains("and ends."))
    #expect(session.effects.count == 1)
  }

  @Test("A companion named with :full is asked for every cut comment, those not found before too")
  func companion() {
    var session = session("E")
    session.complete([:], of: [CommentID(0), CommentID(2)])
    session.press(":")
    session.type("full other.html")
    session.press("Enter")
    #expect(session.effects.last == .useCompanion("other.html", [CommentID(0), CommentID(2)]))
    session.complete([CommentID(2): completion(1..<2)], of: [CommentID(0), CommentID(2)])
    #expect(session.screen.contains("The third begins and ends."))
  }

  @Test("The focused comment stays on its row while its text grows")
  func keepsRow() {
    var session = session("2 J")
    let row = session.cursor?.row
    session.complete([CommentID(2): completion(1..<3)], of: [CommentID(2)])
    #expect(session.cursor?.row == row)
  }

  @Test("A long comment shows its first lines and how many more; e opens and closes it")
  func preview() {
    var session = Session(Sample.long, options: ReaderOptions(layout: .thread, previewLines: 3))
    session.press("J")
    #expect(session.screen.contains("Sentence 1 ") && session.screen.contains("more lines: e"))
    #expect(!session.screen.contains("Sentence 30 "))
    let closed = session.screen
    session.press("e")
    #expect(session.screen.contains("Sentence 30 "))
    session.press("e")
    #expect(session.screen == closed)
  }

  @Test("A completed comment is shown whole, however few lines a preview has")
  func completedPreview() {
    let long = Document.literal(
      article: [
        BlockLiteral(stringLiteral: String(repeating: "Line after line. ", count: 40) + "The end.")
      ]
    )
    var session = Session(Self.document, options: ReaderOptions(layout: .thread, previewLines: 2))
    let text = Completion(document: long, blocks: 0..<1, origin: "full.html")
    session.complete([CommentID(0): text], of: [CommentID(0)])
    #expect(session.screen.contains("The end."))
    #expect(!session.screen.contains("more lines"))
  }
}
