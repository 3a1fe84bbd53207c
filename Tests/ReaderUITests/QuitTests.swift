import DocumentModel
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Quitting")
struct QuitTests {
  private func session(_ keys: String) -> Session { Session(Sample.bridge).pressing(keys) }

  @Test("q leaves the search, then the program; Q leaves at once")
  func order() {
    var session = session("/ f i s h Enter q")
    #expect(session.state.search.active == nil && session.effects.isEmpty)
    session.press("q")
    #expect(session.effects == [.quit])
    #expect(self.session("/ f i s h Enter Q").effects == [.quit])
  }

  @Test("q where a list did not open was meant for the list: it asks once")
  func refusedList() {
    var session = session("B q")
    #expect(session.effects.isEmpty)
    #expect(session.state.message?.text == "nothing to close; q again quits")
    session.press("q")
    #expect(session.effects == [.quit])
  }

  @Test("q asks once where marks would be lost, and any other key goes on")
  func marks() {
    var session = session("m a q")
    #expect(session.effects.isEmpty)
    #expect(session.state.message?.text == "1 mark will be lost; q again quits")
    session.press("j q")
    #expect(session.effects.isEmpty)
    session.press("q")
    #expect(session.effects == [.quit])
    #expect(self.session("m a Q").effects == [.quit])
  }

  @Test(":q leaves a search too, and refuses where marks would be lost; :q! does not")
  func byName() {
    #expect(session("/ f i s h Enter : q Enter").effects == [.quit])
    var session = session("m a : q Enter")
    #expect(session.effects.isEmpty)
    #expect(session.state.message?.text == "1 mark will be lost; :q! quits")
    session.press(": q ! Enter")
    #expect(session.effects == [.quit])
  }

  @Test("q asks while something is being loaded")
  func loading() {
    var session = session("")
    session.state.setProgress(Progress(label: "loading", share: nil), of: .loading)
    session.press("q")
    #expect(session.effects.isEmpty)
    #expect(session.state.message?.text == "still loading; q again quits")
  }
}

@Suite("Saving")
struct SavingTests {
  @Test("A file that is there is written over only after y")
  func overwriting() {
    var session = Session(Sample.bridge)
    session.state.askToOverwrite(path: "a.md")
    #expect(session.screen.contains("a.md exists; y overwrites it, any other key keeps it"))
    session.press("n")
    #expect(session.effects.isEmpty)
    #expect(session.state.mode.prompt?.text == "a.md")
    session.press("Esc")
    session.state.askToOverwrite(path: "a.md")
    session.press("y")
    #expect(session.effects == [.export(path: "a.md", overwrites: true)])
    #expect(session.state.mode == .reading)
  }

  @Test("A name that could not be written stays in the prompt, with the reason above it")
  func failed() {
    var session = Session(Sample.bridge)
    session.state.refuseExport(to: "/none/a.md", because: "no such folder")
    #expect(session.rows.last?.contains("save as: /none/a.md") == true)
    #expect(session.screen.contains("no such folder"))
  }
}

@Suite("Several sources")
struct SourceListTests {
  private func session(_ keys: String) -> Session {
    var session = Session(Sample.bridge)
    session.state.sources = SourceList(["a.html", "b.html", "c.html"], current: 1)
    session.press(keys)
    return session
  }

  @Test(":n and :p ask for the next and the previous one, and say where the list ends")
  func steps() {
    #expect(session(": n Enter").effects == [.source(2)])
    #expect(session(": p Enter").effects == [.source(0)])
    let message = session(": n Space 2 Enter").state.message?.text
    #expect(message == "this is the last of 3 sources")
    #expect(session("").rows.last?.contains("file 2 of 3") == true)
    let alone = Session(Sample.bridge).pressing(": n Enter")
    #expect(alone.state.message?.text == "there is only one source; :e FILE reads another")
  }

  @Test("The list of sources leads to each")
  func list() {
    var session = session(":")
    session.type("sources")
    session.press("Enter")
    #expect(session.screen.contains("2  b.html  this one"))
    session.press("k Enter")
    #expect(session.effects == [.source(0)])
  }
}
