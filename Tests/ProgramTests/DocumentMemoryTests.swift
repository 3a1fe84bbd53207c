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
      comments: names.map { CommentLiteral($0, "What \($0) has to say of the tides.") }
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

  @Test("Scrolling alone writes nothing for half a minute; the next fold does, with the place")
  func scrolling() throws {
    let names = (0..<40).map { "Author \($0)" }
    let document = document(names)
    var state = state(document)
    let page = DocumentMemory(memory, location: "/a", address: nil)
    page.open(&state)
    let now = Clock.milliseconds + 1000
    page.writeIfDue(state, at: now)
    #expect(memory.writer.finish(within: 10_000))
    for step in 1...20 {
      _ = state.run("goto \(step)")
      page.note(state, at: now + step * 1000)
      page.writeIfDue(state, at: now + step * 1000)
    }
    #expect(page.interval(at: now + 20_000) == 30_000)
    #expect(memory.writer.finish(within: 10_000))
    let store = try HistoryStore(lookingInto: try #require(paths.history), patience: 0)
    #expect(try store.documents().map(\.place) == [1])
    _ = state.run("hide")
    page.note(state, at: now + 21_000)
    page.writeIfDue(state, at: now + 21_000)
    #expect(memory.writer.finish(within: 10_000))
    #expect(try store.documents().map(\.place) != [1])
    #expect(page.interval(at: now + 21_000) == nil)
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
    #expect(second.message?.text.contains("1 new, 1 gone since") == true)
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

  @Test("How a list is looked at is there again; what is typed of a filter is not kept")
  func lists() throws {
    let listing = Listing(
      source: Source(format: "feed", location: "/feed.xml"),
      title: "Front",
      entries: ["one", "two", "three"].map {
        ListingEntry(title: "Tide \($0)", discussion: "https://example.org/\($0)")
      }
    )
    func list() -> AppState {
      AppState(listing: listing, size: Size(columns: 80, rows: 24), now: 0)
    }
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
