import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Whatever is typed")
struct KeyLoopTests {
  @Test(
    "Any keys, clicks and sizes leave a state that can be drawn",
    arguments: 0..<24 as Range<UInt64>
  )
  func anySession(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<360).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var script = KeyLoopScript(bytes)
    let violation = script.firstViolation()
    #expect(violation == nil, "seed \(seed)")
  }

  @Test(
    "Folding and unfolding any comment gives the screen back",
    arguments: 0..<12 as Range<UInt64>
  )
  func foldAndUnfold(seed: UInt64) {
    var (session, generator) = randomSession(seed: seed)
    for _ in 0..<8 {
      session.press(["J", "K", "j", "Space", "^N", "}"].randomElement(using: &generator) ?? "J")
      session.press("zt")
      session.state.message = nil
      let before = session.screen
      session.press("za za")
      #expect(session.screen == before, "seed \(seed)")
    }
  }

  @Test("So many lines down and up again give the screen back", arguments: 0..<12 as Range<UInt64>)
  func downAndUp(seed: UInt64) {
    var (session, generator) = randomSession(seed: seed)
    session.press("Tab g")
    for _ in 0..<10 {
      session.press("\(Int.random(in: 1...5, using: &generator)) j")
      session.state.message = nil
      let before = session.screen
      let keys =
        [("j", "k"), ("d", "u"), ("Space", "b")].randomElement(using: &generator) ?? ("j", "k")
      session.press(keys.0)
      guard session.rows.last?.hasSuffix("100%") == false, session.state.focus == .article
      else { return }
      session.press(keys.1)
      #expect(session.screen == before, "seed \(seed)")
    }
  }

  @Test(
    "Undo brings back the first view, however many changes there were",
    arguments: 0..<12 as Range<UInt64>
  )
  func undo(seed: UInt64) {
    var (session, generator) = randomSession(seed: seed)
    let first = session.state
    let changes = ["h", "za", "zM", "zR", "z2", "+", "-", "x", "X", "v", ">", "<", "zC", "zv", "e"]
    for _ in 0..<30 { session.press(changes.randomElement(using: &generator) ?? "h") }
    for _ in 0..<100 where session.state.message?.text != "nothing to undo" { session.press("Z") }
    #expect(session.state.thread.folds == first.thread.folds, "seed \(seed)")
    #expect(session.state.thread.hidden == first.thread.hidden, "seed \(seed)")
    #expect(session.state.thread.folding.expanded == first.thread.folding.expanded, "seed \(seed)")
    #expect(session.state.window.mode == first.window.mode, "seed \(seed)")
    #expect(session.state.window.share == first.window.share, "seed \(seed)")
  }

  @Test("Esc in the search prompt leaves no trace", arguments: 0..<12 as Range<UInt64>)
  func searchLeavesNoTrace(seed: UInt64) {
    var (session, generator) = randomSession(seed: seed)
    for _ in 0..<15 {
      session.press(
        ["J", "j", "h", "x", "zM", "l", "Space", "Tab", "v"].randomElement(using: &generator) ?? "J"
      )
    }
    session.state.message = nil
    let before = session.screen
    session.press("/")
    for _ in 0..<6 {
      session.type(["a", "e", "o", "t", ".", "界"].randomElement(using: &generator) ?? "a")
    }
    session.press("Esc")
    #expect(session.screen == before, "seed \(seed)")
  }

  @Test("A search closes all it opened when it ends", arguments: 0..<12 as Range<UInt64>)
  func searchClosesFolds(seed: UInt64) {
    var (session, generator) = randomSession(seed: seed)
    session.press(["zM", "z2", "J h", "x"].randomElement(using: &generator) ?? "zM")
    let before = session.state.thread
    session.press("/ e Enter")
    for _ in 0..<8 { session.press(["n", "N", "2 n"].randomElement(using: &generator) ?? "n") }
    session.press("Esc")
    #expect(session.state.thread.folds == before.folds, "seed \(seed)")
    #expect(session.state.thread.hidden == before.hidden, "seed \(seed)")
    #expect(session.violation == nil)
  }

  private func randomSession(seed: UInt64) -> (Session, SeededGenerator) {
    var generator = SeededGenerator(seed: seed)
    let document = [Sample.bridge, Sample.deep, Sample.chain, Sample.long][Int(seed % 4)]
    var session = Session(
      document,
      columns: .random(in: 20...160, using: &generator),
      rows: .random(in: 6...40, using: &generator)
    )
    session.press("Tab")
    return (session, generator)
  }
}
