import DocumentModel
import Glibc
import ReaderUI
import Synchronization
import Testing

@testable import skein

@Suite("Sources of full texts")
struct CommentSourcesTests {
  /// Knows the comments it is told to know, or fails.
  private struct Known: CommentSource {
    let name: String
    var comments: [CommentID] = []
    var error: CommentSourceError?

    func completions(
      for ids: [CommentID],
      in document: Document,
      _ work: CompletionWork
    ) throws(CommentSourceError) -> [CommentID: Completion] {
      if let error { throw error }
      var found: [CommentID: Completion] = [:]
      for id in ids where comments.contains(id) {
        found[id] = Completion(document: document, blocks: 0..<0, origin: name)
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
    let sources = CommentSources(sources: [
      Known(name: "copy", comments: [ids[0]]),
      Known(name: "site", comments: [ids[0], ids[1]]),
    ])
    let answer = sources.completions(for: ids, in: document)
    #expect(answer.found.mapValues(\.origin) == [ids[0]: "copy", ids[1]: "site"])
    #expect(answer.failure == "not in copy; not in site")
    let known = sources.completions(for: [ids[0]], in: document)
    #expect(known.failure == nil)
  }

  @Test("that fail do not keep the others from being asked, and are named")
  func failing() {
    let sources = CommentSources(sources: [
      Known(name: "copy", error: .unreadable("copy: no such file")),
      Known(name: "site", comments: [ids[0]]),
    ])
    #expect(sources.completions(for: [ids[0]], in: document).found.count == 1)
    let answer = sources.completions(for: [ids[1]], in: document)
    #expect(answer.failure == "copy: no such file; not in site")
  }

  @Test("that do not exist are said to be missing")
  func noSources() {
    let answer = CommentSources().completions(for: ids, in: document)
    #expect(answer.failure?.contains(":full") == true)
  }

  @Test("read a companion once, and again only after it failed")
  func companion() throws {
    let loads = Counter()
    let whole = Self.page("The bridge was mended twice, then it sank.")
    let source = CompanionSource(name: "whole.txt") { () throws(CommentSourceError) in
      guard loads.next() > 1 else { throw .unreadable("whole.txt: not yet") }
      return whole
    }
    #expect(throws: CommentSourceError.unreadable("whole.txt: not yet")) {
      try source.completions(for: [CommentID(0)], in: document, CompletionWork())
    }
    for _ in 0..<3 {
      let found = try source.completions(for: [CommentID(0)], in: document, CompletionWork())
      let completion = try #require(found[CommentID(0)])
      let block = try #require(completion.document.blocks(in: completion.blocks).first)
      #expect(completion.document.text(of: block).hasSuffix("then it sank."))
      #expect(completion.origin == "whole.txt" && completion.isOpen)
    }
    #expect(loads.next() == 3)
    let other = Self.page("Another page altogether", isCut: true)
    #expect(try source.completions(for: [CommentID(0)], in: other, CompletionWork()).isEmpty)
  }

  @Test("say when a companion has no comments")
  func emptyCompanion() {
    let article = Document(
      text: TextArena(""),
      source: Source(format: "test", location: "a.txt"),
      article: Article()
    )
    let source = CompanionSource(name: "a.txt") { () throws(CommentSourceError) in article }
    #expect(throws: CommentSourceError.noComments("a.txt")) {
      try source.completions(for: [CommentID(0)], in: document, CompletionWork())
    }
  }

  @Test(
    "beside a file have its name and a mark",
    arguments: [
      ("page.txt", "page.full.txt"), ("a.b/page", "a.b/page.full"), ("a/.page", "a/.page.full"),
      ("page.mht", "page.full.mht"), ("x/a.b.html", "x/a.b.full.html"),
    ]
  )
  func namesBeside(path: String, first: String) {
    let names = CompanionFile.names(beside: path)
    #expect(names.first == first)
    #expect(Set(names).count == names.count)
    #expect(names.contains(String(path[..<pathEnd(path)]) + "-full.html"))
  }

  private func pathEnd(_ path: String) -> String.Index {
    let name = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    return path[name...].dropFirst().lastIndex(of: ".") ?? path.endIndex
  }

  @Test(
    "beside what is no file, or is a fuller copy itself, there are none",
    arguments: ["-", "https://example.org/page.txt", "page.full.txt", "a/page-full.html", "", "a/"]
  )
  func noNamesBeside(path: String) {
    #expect(CompanionFile.names(beside: path).isEmpty)
  }

  @Test("beside a file are found where they are")
  func findBeside() throws {
    var template = Array("/tmp/skein-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { rmdir(folder) }
    #expect(CompanionFile.find(beside: folder + "/page.txt") == nil)
    let copy = folder + "/page-full.html"
    let file = try #require(fopen(copy, "w"))
    fclose(file)
    defer { unlink(copy) }
    #expect(CompanionFile.find(beside: folder + "/page.txt") == copy)
  }
}

/// Counts from 1, on any thread.
private final class Counter: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
