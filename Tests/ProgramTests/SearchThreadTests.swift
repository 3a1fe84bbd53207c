import DocumentModel
import Glibc
import ReaderUI
import Testing
import TextSearch

@testable import skein

@Suite("Searching in the background")
struct SearchThreadTests {
  private static let document: Document = {
    let text = String(repeating: String(repeating: "a", count: 60) + "!\n", count: 2000)
    return Document(
      text: TextArena(text),
      source: Source(format: "test", location: "test"),
      article: Article(blocks: 0..<2000),
      blocks: (0..<2000).map { Block(.paragraph, text: TextRange($0 * 62, $0 * 62 + 61)) },
      comments: []
    )
  }()

  private func search(_ pattern: String) -> DocumentSearch {
    DocumentSearch(pattern, isLiteral: false, in: Self.document)
  }

  /// Waits until the search is done, at most thirty seconds.
  private func result(
    of thread: SearchThread,
    _ identity: ActiveSearch.Identity
  ) -> DocumentSearch? {
    for _ in 0..<30_000 {
      if let found = thread.newest(of: identity), found.isDone { return found }
      usleep(1000)
    }
    return nil
  }

  @Test("A search runs to its end, and is begun once")
  func runs() {
    let thread = SearchThread {}
    let identity = ActiveSearch.Identity()
    #expect(thread.run(search("a!"), as: identity))
    #expect(!thread.run(search("a!"), as: identity))
    #expect(result(of: thread, identity)?.hits.count == 2000)
    #expect(thread.newest(of: identity) == nil)
  }

  @Test("A new search takes the place of one that would not end")
  func replaces() {
    let thread = SearchThread {}
    #expect(thread.run(search("(a|aa)+$"), as: ActiveSearch.Identity()))
    for _ in 0..<50 { _ = thread.run(search("(a|a?)+$"), as: ActiveSearch.Identity()) }
    let last = ActiveSearch.Identity()
    #expect(thread.run(search("a!"), as: last))
    let found = result(of: thread, last)
    #expect(found?.text == "a!")
    #expect(found?.hits.count == 2000)
  }

  @Test("Nothing is heard of a search that was stopped")
  func stops() {
    let thread = SearchThread {}
    let identity = ActiveSearch.Identity()
    _ = thread.run(search("(a|aa)+$"), as: identity)
    thread.stop()
    #expect(thread.newest(of: identity) == nil)
  }
}
