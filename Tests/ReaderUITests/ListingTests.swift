import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("A list of entries")
struct ListingTests {
  private var session = Session(Sample.frontPage)

  private func titles(_ session: Session) -> [String] {
    session.state.list.map { list in list.shown.map { list.listing.entries[$0].title } } ?? []
  }

  @Test("The beginning of its text stands for an entry without a title, whole words of it")
  func untitled() {
    let long = String(repeating: "wick ", count: 40)
    let entries = [
      ListingEntry(article: "https://lamps.example/7", excerpt: "A short note."),
      ListingEntry(article: "https://lamps.example/8", excerpt: long),
      ListingEntry(article: "https://lamps.example/9", excerpt: String(repeating: "灯", count: 200)),
      ListingEntry(article: "https://lamps.example/10"),
    ]
    #expect(
      entries.map(\.shownTitle) == [
        "A short note.", String(repeating: "wick ", count: 20).dropLast() + "…",
        String(repeating: "灯", count: 100) + "…", "https://lamps.example/10",
      ]
    )
  }

  @Test("Moves entry by entry, and by number; its ends are told")
  func moving() {
    var session = session
    session.press("j j k J")
    #expect(session.state.list?.selected == 2)
    session.press("5 G")
    #expect(session.rows.last?.contains("entry 5 of 6 · 80%") == true)
    session.press("G j")
    #expect(session.state.message?.text == "last entry; L loads more")
    session.press("g g k")
    #expect(session.state.message?.text == "first entry")
    session.press("' '")
    #expect(session.state.list?.selected == 0)
  }

  @Test("An entry is opened by Enter, by a second click, by its number and Enter")
  func opening() {
    var session = session
    session.press("2 G Enter")
    #expect(session.effects == [.openEntry(1)])
    let place = Position(row: 1, column: 10)
    session.send(.mouse(MouseEvent(.press(1), at: place)))
    #expect(session.state.list?.selected == 0 && session.effects.count == 1)
    session.send(.mouse(MouseEvent(.press(1), at: place)))
    #expect(session.effects.last == .openEntry(0))
  }

  @Test("o opens the article in the browser, O the discussion, either where there is one only")
  func browser() {
    var session = session
    session.press("o O 4 G o 5 G O")
    #expect(
      session.effects == [
        .open("https://lamps.example/1"), .open("https://news.example.org/item/1"),
        .open("https://news.example.org/item/4"), .open("https://notes.example/5"),
      ]
    )
  }

  @Test("S sorts, the entry stays selected, Z takes it back")
  func sorting() {
    var session = session
    session.press("3 G S")
    #expect(titles(session).first == "港の灯台についての長い話")
    #expect(session.state.message?.text == "sorted: newest first")
    #expect(session.state.list?.selectedEntry?.author == "mara")
    session.press("S")
    #expect(titles(session).first == "The lantern that burned for a century")
    session.press("Z Z")
    #expect(titles(session) == Sample.frontPage.entries.map(\.title))
    #expect(session.state.list?.selectedEntry?.author == "mara")
    session.press(": s o r t Space p o i n t s Enter")
    #expect(session.screen.contains("most points first"))
  }

  @Test("Sorted by what is new, entries with the most new comments come first")
  func mostNew() {
    var entries = Sample.frontPage.entries
    entries[2].new = 3
    entries[4].new = 12
    var session = Session(Sample.frontPage.replacing(entries: entries, next: nil))
    session.press(": s o r t Space n e w Enter")
    #expect(titles(session).prefix(2) == ["A note without anything", entries[2].title])
    #expect(titles(session).dropFirst(2).first == entries[0].title)
  }

  @Test("m keeps the entry for later, and again no more; it is marked")
  func keeping() {
    var session = session
    session.press("j m")
    #expect(session.effects == [.keepEntry(1, true)])
    session.state.mark(entry: 1, isKept: true)
    #expect(session.rows.contains { $0.contains("for later · 61 points") })
    session.press("m")
    #expect(session.effects.last == .keepEntry(1, false))
    session.state.mark(entry: 1, isKept: false)
    #expect(!session.screen.contains("for later"))
  }

  @Test("Esc stops fetching what is kept for later")
  func stopKeeping() {
    var session = session
    session.state.setProgress(Progress(label: "keeping", share: nil), of: .keeping)
    #expect(session.rows.last?.contains("keeping…") == true)
    session.press("Esc")
    #expect(session.effects == [.stopKeeping])
    #expect(session.rows.last?.contains("keeping…") == false)
  }

  @Test("Feeds and subscriptions are commands by name")
  func subscribing() {
    var session = session
    for line in ["feed", "subscribe", "subscribe My lamps", "unsubscribe"] {
      session.press(":")
      session.type(line)
      session.press("Enter")
    }
    #expect(
      session.effects == [.findFeeds, .subscribe(nil), .subscribe("My lamps"), .unsubscribe]
    )
  }

  @Test("& filters while it is typed, and says of how many; Esc brings all back")
  func filtering() {
    var session = session
    session.press("&")
    session.type("from:ines sluice")
    #expect(titles(session) == ["Ask: who repaired the sluice?"])
    #expect(session.rows.last?.hasSuffix("1 of 6") == true)
    session.press("^U")
    session.type("subject:ines")
    #expect(titles(session).isEmpty)
    session.press("^U")
    session.type("subject:sluice")
    #expect(titles(session) == ["Ask: who repaired the sluice?"])
    session.press("Esc")
    #expect(titles(session).count == 6)
    session.press("&")
    session.type("EXAMPLE.ORG")
    session.press("Enter")
    #expect(titles(session).count == 1)
    #expect(session.state.message?.text == "1 of 6 entries")
    session.press("Esc")
    #expect(titles(session).count == 6)
    session.press("Z")
    #expect(titles(session).count == 1)
    session.press("&")
    session.type("x")
    #expect(session.screen.contains("No entry has these words; & changes them"))
    session.press("^U Enter")
    #expect(titles(session).count == 6)
  }

  @Test("x hides an entry, X and Z show it again")
  func hiding() {
    var session = session
    session.press("x x")
    #expect(titles(session).count == 4)
    #expect(session.rows[0].contains("2 hidden"))
    session.press("Z")
    #expect(titles(session).first == "Show: a tide table that fits on a stamp")
    session.press("X")
    #expect(titles(session).count == 6)
  }

  @Test("A search goes from title to title in the order shown")
  func searching() {
    var session = session
    session.press(": s o r t Space p o i n t s Enter")
    session.press("/")
    session.type("the")
    session.press("Enter")
    var found: [String] = []
    for _ in 0..<3 {
      found.append(session.state.list?.selectedEntry?.author ?? "")
      session.press("n")
    }
    #expect(found == ["ines", "mara", "ines"])
    session.press("Esc")
    #expect(session.state.search.active == nil)
  }

  @Test("More entries come below, those that are there already once only")
  func more() {
    var session = session
    session.press("6 G L")
    #expect(session.effects == [.loadEntries("https://news.example.org/?p=2")])
    let further = Listing(
      source: Sample.frontPage.source,
      entries: [Sample.frontPage.entries[5]] + Sample.longList(8).entries
    )
    session.state.append(further)
    #expect(titles(session).count == 9)
    #expect(session.state.message?.text == "3 more entries")
    #expect(session.state.list?.selected == 5)
    session.press("L")
    #expect(session.state.message?.text == "nothing more to load")
  }

  @Test("A reload marks what is new, and keeps the entry and what was read")
  func reload() {
    var session = session
    session.state.markRead(entry: 2)
    session.press("3 G R")
    #expect(session.effects == [.reload])
    let news = ListingEntry(title: "Breaking", discussion: "https://news.example.org/item/9")
    session.state.renew(
      Listing(source: Sample.frontPage.source, entries: [news] + Sample.frontPage.entries)
    )
    #expect(session.state.message?.text == "1 new entry")
    #expect(session.state.list?.selectedEntry?.author == "mara")
    #expect(session.state.list?.selected == 3)
    #expect(session.state.list?.read.count == 1)
    #expect(session.screen.contains("● Breaking"))
  }

  @Test("q and Backspace go back a page, ) forward; on the first page q ends the program")
  func pages() {
    var session = session
    session.state.pages = PageTrail(["Home", "List", "Thread"], current: 1)
    session.press("q Backspace ( )")
    #expect(session.effects == [.step(-1), .step(-1), .step(-1), .step(1)])
    session.press(": h i s t o r y Enter")
    #expect(session.screen.contains("List  this one"))
    session.press("G Enter")
    #expect(session.effects.last == .step(1))
    session.state.pages = PageTrail(["List"])
    session.press("q")
    #expect(session.effects.last == .quit)
  }

  @Test("Keys of documents say that they do not work in a list")
  func documentKeys() {
    var session = session
    session.press("h")
    #expect(session.state.message?.text == "h (fold) does not work in a list; ? lists the keys")
    session.press(": f o l d - a l l Enter")
    #expect(session.state.message?.text == "fold-all works only in documents")
  }

  @Test("Every key does something that can be seen, or says why not")
  func nothingIsSilent() {
    for command in Command.table where command.scope.covers(.listing) {
      for keys in command.keys {
        var session = self.session
        session.press("j")
        let before = session.screen
        let effects = session.effects.count
        session.press(keys)
        let isSeen = session.screen != before || session.effects.count > effects
        #expect(isSeen, "\(keys) (\(command.name))")
      }
    }
  }

  @Test("A long list is moved through as a short one is")
  func growth() {
    var session = Session(Sample.longList(10_000))
    session.press("G")
    #expect(session.rows[0].contains("10000 entries"))
    #expect(session.screen.contains("Story number 10000"))
    session.press("b b 5 0 %")
    #expect(session.state.list?.selected == 5000)
    session.press("9 9 9 9 G j")
    #expect(session.rows.last?.contains("entry 10000 of 10000") == true)
  }

  @Test("No entry is shown in an empty list")
  func empty() {
    var session = Session(Listing(source: Source(format: "list", location: "x"), title: "Empty"))
    session.press("j Enter o x /")
    session.type("a")
    session.press("Enter")
    #expect(session.screen.contains("No entries"))
    #expect(session.effects.isEmpty)
  }

  @Test("A window of another size keeps the entry")
  func resizing() {
    var session = Session(Sample.longList(50))
    session.press("3 0 G")
    for size in [Size(columns: 30, rows: 8), Size(columns: 200, rows: 60)] {
      session.send(.resize(size))
      #expect(session.state.list?.selected == 29)
      #expect(session.screen.contains("Story number 30"))
    }
  }
}
