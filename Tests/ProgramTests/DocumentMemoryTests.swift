import DocumentExport
import DocumentModel
import Foundation
import ReaderConfig
import ReaderUI
import ReadingHistory
import SystemServices
import Terminal
import TestSupport
import Testing

@testable import skein

@Suite("Remembering a document while it is read")
struct DocumentMemoryTests {
  private let scratch: ScratchFolder
  private let paths: HistoryPaths
  private let memory: ReadingMemory

  init() throws {
    let scratch = try ScratchFolder()
    self.scratch = scratch
    paths = HistoryPaths { $0.hasPrefix("XDG_") ? scratch.url.path + "/" + $0 : nil }
    memory = try #require(ReadingMemory(Settings(), paths) {})
  }

  private func document(_ names: [String]) -> Document {
    .literal(
      title: "On tides",
      comments: names.map { name in
        var comment = CommentLiteral(name, "What \(name) has to say of the tides.")
        comment.id = name
        return comment
      }
    )
  }

  private func state(_ document: Document) -> AppState {
    AppState(reading: Reading(document), size: Size(columns: 80, rows: 24), now: 0)
  }

  /// Does what `body` does in a visit of its own, and writes.
  private func visit(
    _ document: Document,
    at location: String = "/a",
    _ body: (inout AppState) -> Void = { _ in }
  ) -> AppState {
    var state = state(document)
    let page = DocumentMemory(memory, location: location, address: nil)
    page.open(&state)
    body(&state)
    page.close(state)
    #expect(memory.writer.finish(within: 10_000))
    return state
  }

  @Test("Nothing is written while somebody scrolls; the place is a second after the last key")
  func scrolling() throws {
    var state = state(document((0..<40).map { "Author \($0)" }))
    let page = DocumentMemory(memory, location: "/a", address: nil)
    page.open(&state)
    let store = try HistoryStore(at: try #require(paths.history), creates: true, patience: 0)
    /// The place that is kept, after what is due at a moment was written.
    func place(at moment: Int) throws -> Int? {
      page.writeIfDue(state, at: moment)
      #expect(memory.writer.finish(within: 10_000))
      return try store.documents().first?.place
    }
    let now = Clock.milliseconds + 1000
    #expect(try place(at: now) == 1)
    for step in 1...20 {
      _ = state.run("goto \(step + 1)")
      page.note(state, at: now + step * 900)
      #expect(try place(at: now + step * 900) == 1)
    }
    let last = now + 18_000
    #expect(page.interval(at: last) == 1000)
    #expect(try place(at: last + 999) == 1)
    #expect(try place(at: last + 1000) == 21)
    #expect(page.interval(at: last + 1000) == nil)
    _ = state.run("goto 30")
    page.note(state, at: last + 1100)
    _ = state.run("hide")
    page.note(state, at: last + 1200)
    #expect(page.interval(at: last + 1200) == 800)
    #expect(try place(at: last + 1999) == 21)
    #expect(try place(at: last + 2000) != 21)
  }

  @Test("A file that was written over has its versions, each compared with any other")
  func versions() throws {
    func read(_ names: [String], saved: Int) throws -> PageVersions? {
      let path = try scratch.write(Self.json(document(names)), to: "page.json").path
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: TimeInterval(saved))],
        ofItemAtPath: path
      )
      let opened = try OpenDocument(.file(path), format: nil)
      var state = state(try opened.whole())
      let page = DocumentMemory(memory, location: path, address: nil)
      page.keep(opened)
      page.open(&state)
      _ = page.versions(of: opened, state)()
      return memory.versions(of: opened, DocumentNames(of: try opened.whole(), address: nil), nil)
    }
    #expect(try read(["Ann", "Ben", "Cleo"], saved: 1000)?.summaries == ["the first that is kept"])
    _ = try read(["Ann", "Cleo", "Dora"], saved: 2000)
    let versions = try #require(try read(["Ann", "Cleo", "Dora", "Eve", "Fay"], saved: 3000))
    #expect(versions.summaries == ["2 new", "1 new, 1 removed", "the first that is kept"])
    #expect(try read(["Ann", "Cleo", "Dora"], saved: 2000)?.summaries == versions.summaries)
    let marked = versions.marking(2)
    #expect(marked.summaries[0] == "3 new, 1 removed")
    #expect(marked.compared(at: 0).document.comments.count == 6)
    let middle = versions.marking(1)
    #expect(middle.summaries[0] == "2 new" && middle.summaries[2] == "1 new, 1 removed")
    #expect(middle.marking(1).summaries == versions.summaries)
  }

  /// Reads a file with comments by `names`, does what `body` does, and leaves it.
  private func read(
    _ names: [String],
    with memory: ReadingMemory,
    _ body: (DocumentMemory) -> Void = { _ in }
  ) throws -> AppState {
    let path = try scratch.write(Self.json(document(names)), to: "page.json").path
    let opened = try OpenDocument(.file(path), format: nil)
    var state = state(try opened.whole())
    let page = DocumentMemory(memory, location: path, address: nil)
    page.keep(opened)
    page.open(&state)
    body(page)
    page.close(state)
    memory.finishWriting()
    return state
  }

  @Test("Comments that a file lost when it was written over are shown once more")
  func overwritten() throws {
    _ = try read(["Ann", "Ben", "Cleo"], with: memory)
    let second = try read(["Ann", "Cleo", "Dora"], with: memory)
    #expect(second.document.commentIDs.filter(second.reading.news.gone.contains) == [CommentID(1)])
  }

  @Test("No file is kept without room for it, nor a large one, nor one that is forgotten")
  func unkept() throws {
    let library = try #require(paths.library)
    var settings = Settings()
    settings.keepMegabytes = 0
    let roomless = try #require(ReadingMemory(settings, paths) {})
    _ = try read(["Ann", "Ben"], with: roomless)
    #expect(!HistoryStore.exists(at: library))
    func count() throws -> Int {
      let names = DocumentNames(of: document(["Ann", "Ben"]), address: nil).hashes
      return try LibraryStore(lookingInto: library, patience: 0).pages(named: names, limit: 9).count
    }
    _ = try read(["Ann", "Ben"], with: memory)
    #expect(try count() == 1)
    _ = try read(["Ann", "Ben"], with: memory) { $0.forget() }
    #expect(try count() == 0)
    let large = try scratch.write(String(repeating: "tide ", count: 2 << 20), to: "large.txt").path
    #expect(try OpenDocument(.file(large), format: nil).fileToKeep(at: 1) == nil)
  }

  @Test("A filter for what is new is there again, with what is new by then")
  func filter() throws {
    let first = visit(document(["Ann", "Ben"])) { _ = $0.run("filter new") }
    #expect(first.savedView.filter == "new")
    let second = visit(document(["Ann", "Ben", "Cleo", "Dora"]), at: "/b")
    #expect(second.savedView.filter == "new")
    #expect(second.message?.text.contains("2 new since") == true)
    #expect(second.message?.text.contains("2 of 4 comments shown") == true)
  }

  @Test("A thread is sorted as it was left, with what is new at its place")
  func order() throws {
    func scored(_ scores: [Int]) -> Document {
      .literal(
        title: "On tides",
        comments: scores.map { score in
          var comment = CommentLiteral("Reader \(score)", "I give it \(score).", score: score)
          comment.id = "\(score)"
          return comment
        }
      )
    }
    let first = visit(scored([1, 3, 2])) { state in
      for command in ["sort points", "goto 2"] { _ = state.run(command) }
    }
    #expect(first.savedView.order == .points && first.placeNumber == 2)
    let second = visit(scored([1, 3, 2, 5]), at: "/b")
    #expect(second.document.comments.map(\.score) == [5, 3, 2, 1])
    #expect(second.placeNumber == 3)
    let third = visit(scored([1, 3, 2, 5]), at: "/c") { _ = $0.run("sort given") }
    #expect(third.document.comments.map(\.score) == [1, 3, 2, 5])
  }

  @Test("Comments that are gone since are shown once more, where the page of then still is")
  func gone() throws {
    let monday = try scratch.write(Self.json(document(["Ann", "Ben", "Cleo"])), to: "monday.json")
      .path
    _ = visit(try OpenDocument(.file(monday), format: nil).whole(), at: monday)
    let tuesday = document(["Ann", "Cleo", "Dora"])
    let second = visit(tuesday, at: "/tuesday.json")
    #expect(second.document.comments.count == 4)
    #expect(second.document.commentIDs.filter(second.reading.news.gone.contains) == [CommentID(1)])
    #expect(second.reading.commentCount == 3)
    #expect(second.message?.text.contains("1 new, 1 removed since") == true)
    let third = visit(tuesday, at: "/tuesday.json")
    #expect(third.document.comments.count == 3)
    #expect(third.reading.news.gone.isEmpty)
  }

  @Test("Full texts that were found are there in another save of the page, shown as they were left")
  func fullTexts() throws {
    let begin = "The tide comes in and goes out again, and nobody on the quay has ever asked why"
    func page(_ names: [String]) -> Document {
      .literal(
        title: "On tides",
        comments: names.map { name in
          var comment = CommentLiteral(name, "\(name): \(begin)", at: Int64(name.utf8.count))
          comment.isTruncated = name != "Zoe"
          return comment
        }
      )
    }
    let copy = Document.literal(
      comments: ["Ann", "Benno"].map { (name: String) in
        CommentLiteral(name, "\(name): \(begin). The moon knows.")
      }
    )
    let first = visit(page(["Ann", "Benno", "Cleopatra"])) { state in
      let found = [0, 1].map { index in
        (
          CommentID(index),
          Completion(
            document: copy,
            blocks: copy.comments[index].blocks,
            origin: "copy.html",
            isOpen: index == 0
          )
        )
      }
      state.takeKept(Dictionary(uniqueKeysWithValues: found))
    }
    #expect(first.reading.completions.count == 2)
    let second = visit(page(["Zoe", "Ann", "Benno", "Cleopatra"]), at: "/b")
    let kept = second.reading.completions
    #expect(kept.keys.sorted() == [CommentID(1), CommentID(2)])
    #expect(kept.mapValues(\.isOpen) == [CommentID(1): true, CommentID(2): false])
    #expect(Set(kept.values.map(\.origin)) == ["copy.html"])
    let whole = try #require(kept[CommentID(1)])
    let text = whole.document.blocks(in: whole.blocks).map { whole.document.text(of: $0) }
    #expect(text == ["Ann: \(begin). The moon knows."])
    #expect(visit(page(["Ann", "Cleopatra"]), at: "/c").reading.completions.count == 1)
    #expect(visit(page(["Ann", "Benno"]), at: "/d").reading.completions.count == 2)
  }

  @Test("A mark stays with its comment where the one at the top of the pane is gone")
  func marks() throws {
    _ = visit(document(["Ann", "Ben", "Cleo"])) { state in
      _ = state.run("goto 2")
      for key: Unicode.Scalar in ["m", "a"] { _ = state.handle(.key(Key(key))) }
      #expect(state.savedView.marks["a"]?.place.item == 0)
    }
    let second = visit(document(["Ben", "Cleo"]), at: "/b")
    #expect(second.savedView.marks["a"]?.focused == CommentID(0))
  }

  @Test("What was not read for too long goes, and its words go from the library")
  func expiry() throws {
    let old = document(["Quillon"])
    let names = DocumentNames(of: old, address: nil)
    let record = ReadingRecord(
      names: names,
      title: old.title,
      location: "/old",
      format: "html",
      opened: 1,
      roster: CommentRoster(of: old),
      flags: [[]],
      view: RememberedView(),
      commentCount: 1,
      place: nil
    )
    let (history, library) = (try #require(paths.history), try #require(paths.library))
    _ = try HistoryStore(at: history, creates: true, patience: 0)
      .write(record, since: RecordBase())
    memory.index(Reading(old), names.hashes, location: "/old")
    _ = visit(document(["Ann", "Ben"]))
    memory.finishWriting()
    func hits(_ word: String) throws -> Int {
      try LibraryStore(lookingInto: library, patience: 0).search(word, limit: 9).count
    }
    #expect(try hits("Quillon") == 1)
    memory.finish()
    #expect(try hits("Quillon") == 0 && hits("Ann") == 1)
    let documents = try HistoryStore(lookingInto: history, patience: 0).documents()
    #expect(documents.map(\.location) == ["/a"])
  }

  @Test("What is done to comments in another order is theirs")
  func reordered() throws {
    let document = document(["Ann", "Ben", "Cleo"])
    let sorted = Document(
      text: document.text,
      source: document.source,
      article: document.article,
      blocks: document.blocks,
      comments: document.comments.reversed(),
      authors: document.authors
    )
    _ = visit(document)
    _ = visit(document) { state in
      state.replace(with: Reading(sorted))
      _ = state.run("goto 1")
      _ = state.run("hide")
    }
    let hidden = visit(document).savedView.hidden
    #expect(document.commentIDs.filter(hidden.contains) == [CommentID(2)])
  }

  /// A list of three entries.
  private func list() -> AppState {
    let listing = Listing(
      source: Source(format: "feed", location: "/feed.xml"),
      title: "Front",
      entries: ["one", "two", "three"].map {
        ListingEntry(title: "Tide \($0)", discussion: "https://example.org/\($0)")
      }
    )
    return AppState(listing: listing, size: Size(columns: 80, rows: 24), now: 0)
  }

  @Test(
    "A list on disk is there again at the entry where it was left, a page of the web at its top",
    arguments: [("/quay.mbox", 2), ("https://quay.example/front", 0)]
  )
  func listPlace(location: String, row: Int) throws {
    var first = list()
    let page = ListMemory(memory, location: location)
    page.open(&first, marksEntries: true)
    _ = first.run("sort points")
    _ = first.run("down")
    _ = first.run("down")
    #expect(first.list?.selected == 2)
    page.note(first, at: Clock.milliseconds)
    #expect(memory.writer.finish(within: 10_000))
    var second = list()
    ListMemory(memory, location: location).open(&second, marksEntries: true)
    #expect(second.list?.order == .points)
    #expect(second.list?.selected == row)
  }

  @Test("How a list is looked at is there again; what is typed of a filter is not kept")
  func lists() throws {
    var first = list()
    let page = ListMemory(memory, location: "/feed.xml")
    page.open(&first, marksEntries: true)
    _ = first.run("sort points")
    _ = first.run("filter tide t")
    _ = first.run("hide-entry")
    page.note(first, at: Clock.milliseconds)
    #expect(memory.writer.finish(within: 10_000))
    var second = list()
    let again = ListMemory(memory, location: "/feed.xml")
    again.open(&second, marksEntries: true)
    #expect(second.list?.order == .points)
    #expect(second.list?.filter == "tide t")
    #expect(second.list?.hidden.count == 1)
    #expect(second.list?.shown == first.list?.shown)
    #expect(again.interval(at: 0) == nil)
  }

  private static func json(_ document: Document) -> String {
    String(decoding: ByteSink.collect { JSONExport.write(document, to: &$0) }, as: UTF8.self)
  }
}

extension PageVersions {
  /// What is told of each version.
  fileprivate var summaries: [String] {
    (0..<(list.contents?.listing?.entries.count ?? 0)).map { compared(at: $0).summary }
  }
}
