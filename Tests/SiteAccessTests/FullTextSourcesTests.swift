import DocumentModel
import Glibc
import Synchronization
import SystemServices
import Testing

@testable import SiteAccess

@Suite("Sources of full texts")
struct FullTextSourcesTests {
  /// Knows the comments it is told to know, or fails.
  private struct Known: FullTextSource {
    let name: String
    var comments: [CommentID] = []
    var error: FullTextError?

    func fullTexts(
      of ids: [CommentID],
      in document: Document,
      job: SiteJob
    ) throws(FullTextError) -> FoundTexts {
      if let error { throw error }
      var found = FoundTexts()
      for id in ids where comments.contains(id) {
        found.texts[id] = FullText(document: document, blocks: 0..<0, origin: name)
      }
      return found
    }
  }

  private let document = page("The bridge was mended twice", isCut: true)
  private let ids = [CommentID(0), CommentID(1), CommentID(2)]

  /// A page with one comment.
  private static func page(_ text: String, isCut: Bool = false) -> Document {
    let name = TextRange(text.utf8.count, text.utf8.count + 3)
    let block = Block(.paragraph, text: TextRange(0, text.utf8.count))
    let comment = Comment(
      parent: nil,
      depth: 0,
      author: AuthorID(0),
      authorship: .stated,
      isTruncated: isCut,
      date: Timestamp(year: 2024, month: 5, day: 2, hour: 9, precision: .minute),
      blocks: 0..<1
    )
    return Document(
      text: TextArena(text + "Ann"),
      source: Source(format: "test", location: "page.txt"),
      article: Article(),
      blocks: [block],
      comments: [comment],
      authors: [Author(name: name, commentCount: 1)]
    )
  }

  @Test("are asked in order, each for what those before it did not know")
  func order() {
    let sources = FullTextSources([
      Known(name: "copy", comments: [ids[0]]),
      Known(name: "site", comments: [ids[0], ids[1]]),
    ])
    let answer = sources.fullTexts(of: ids, in: document)
    #expect(answer.found.mapValues(\.origin) == [ids[0]: "copy", ids[1]: "site"])
    #expect(answer.failure == "not in copy; not in site")
    let known = sources.fullTexts(of: [ids[0]], in: document)
    #expect(known.failure == nil)
  }

  @Test("that fail do not keep the others from being asked, and are named")
  func failing() {
    let sources = FullTextSources([
      Known(name: "copy", error: .unreadable("copy: no such file")),
      Known(name: "site", comments: [ids[0]]),
    ])
    #expect(sources.fullTexts(of: [ids[0]], in: document).found.count == 1)
    let answer = sources.fullTexts(of: [ids[1]], in: document)
    #expect(answer.failure == "copy: no such file; not in site")
  }

  @Test("that do not exist are said to be missing")
  func noSources() {
    let answer = FullTextSources().fullTexts(of: ids, in: document)
    #expect(answer.failure?.contains(":full") == true)
  }

  @Test("read a companion once, and again only after it failed")
  func companion() throws {
    let loads = Counter()
    let whole = Self.page("The bridge was mended twice, then it sank.")
    let source = CompanionFullTexts(name: "whole.txt") { _ throws(FullTextError) in
      guard loads.next() > 1 else { throw .unreadable("whole.txt: not yet") }
      return whole
    }
    #expect(throws: FullTextError.unreadable("whole.txt: not yet")) {
      try source.fullTexts(of: [CommentID(0)], in: document, job: SiteJob())
    }
    for _ in 0..<3 {
      let found = try source.fullTexts(of: [CommentID(0)], in: document, job: SiteJob())
      let completion = try #require(found.texts[CommentID(0)])
      let block = try #require(completion.document.blocks(in: completion.blocks).first)
      #expect(completion.document.text(of: block).hasSuffix("then it sank."))
      #expect(completion.origin == "whole.txt")
    }
    #expect(loads.next() == 3)
    let other = Self.page("Another page altogether", isCut: true)
    #expect(try source.fullTexts(of: [CommentID(0)], in: other, job: SiteJob()).texts.isEmpty)
  }

  @Test("hold no lock while a copy loads: a second request goes past one that hangs")
  func hanging() throws {
    let (started, released, ended) = (Counter(), Counter(), Counter())
    let whole = Self.page("The bridge was mended twice, then it sank.")
    let source = CompanionFullTexts(name: "whole.txt") { cancellation throws(FullTextError) in
      guard started.next() == 1 else { return whole }
      while !cancellation.isCancelled { usleep(1000) }
      _ = released.next()
      throw .unreadable("stopped")
    }
    let hanging = SiteJob()
    let document = document
    BackgroundThread.start {
      let found = try? source.fullTexts(of: [CommentID(0)], in: document, job: hanging)
      if found == nil { _ = ended.next() }
    }
    while started.value == 0 { usleep(1000) }
    #expect(try source.fullTexts(of: [CommentID(0)], in: document, job: SiteJob()).texts.count == 1)
    #expect(released.value == 0)
    hanging.cancellation.cancel()
    for _ in 0..<5000 where ended.value == 0 { usleep(1000) }
    #expect(released.value == 1 && ended.value == 1)
  }

  @Test("say when a companion has no comments")
  func emptyCompanion() {
    let article = Document(
      text: TextArena(""),
      source: Source(format: "test", location: "a.txt"),
      article: Article()
    )
    let source = CompanionFullTexts(name: "a.txt") { _ throws(FullTextError) in article }
    #expect(throws: FullTextError.noComments("a.txt")) {
      try source.fullTexts(of: [CommentID(0)], in: document, job: SiteJob())
    }
  }
}

/// Counts from 1, on any thread.
private final class Counter: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
