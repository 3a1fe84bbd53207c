import DocumentModel
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Words for what is missing")
struct NameShownTests {
  private func reading(_ format: String) -> Reading {
    Reading(
      .literal(
        comments: [
          CommentLiteral(nil, "Words."), CommentLiteral(nil, state: .deleted),
          CommentLiteral("Ann"),
        ],
        format: format
      )
    )
  }

  @Test("A name is lost where a dump dropped it; where a page shows none, none is invented")
  func names() {
    #expect(reading("wpdiscuz-text").nameShown(for: CommentID(0)) == "[name lost]")
    #expect(reading("text-dump").nameShown(for: CommentID(0)) == "[name lost]")
    #expect(reading("text").nameShown(for: CommentID(0)) == "[name lost]")
    #expect(reading("wordpress").nameShown(for: CommentID(0)) == "[no name]")
    #expect(reading("wordpress").nameShown(for: CommentID(1)) == "[deleted]")
  }

  @Test("A text that was not saved is said not to be in this file")
  func text() {
    var session = Session(reading("wordpress").document)
    #expect(session.screen.contains("[not in this file]"))
    session.press("Tab G e")
    #expect(session.state.message?.text.hasPrefix("its text is not in this file") == true)
  }

  @Test("Messages and the screen name the key that is bound")
  func boundKeys() {
    var problems: [String] = []
    let overrides = [
      KeyOverride(command: "unhide", keys: ["F9"], origin: "test"),
      KeyOverride(command: "expand", keys: ["F8"], origin: "test"),
      KeyOverride(command: "help", keys: ["F7"], origin: "test"),
    ]
    let keymap = Keymap(overrides: overrides, problems: &problems)
    var session = Session(Sample.bridge, columns: 120, rows: 60, keymap: keymap)
    #expect(session.screen.contains("✂ cut by the site: F8 shows the rest"))
    session.press("Tab x")
    #expect(session.state.message?.text.contains("F9 shows them") == true)
    session.press("F12")
    #expect(session.state.message?.text == "F12 has no function here; F7 lists the keys")
  }
}
