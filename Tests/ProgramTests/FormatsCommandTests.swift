import Foundation
import Testing

@Suite("Explaining how a source is judged")
struct FormatsCommandTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func explain(_ text: String, as name: String) throws -> [Substring] {
    let run = try ProgramRun(["formats", "--why", scratch.write(text, to: name).path])
    #expect(run.status == 0)
    return run.output.split(separator: "\n")
  }

  @Test("Each sign of each system has a line that says whether it is there")
  func signs() throws {
    let page = """
      <html><body><div class="comment-thread"><div class="comment-block">A word.</div></div></body>
      """
    let lines = try explain(page, as: "page.html")
    #expect(lines.first == "yes page mark-up: the source begins with mark-up")
    let threaded = "blogger threaded: the classes comment-thread, comment-block (certain)"
    #expect(lines.contains { $0 == "yes \(threaded)" })
    #expect(lines.contains { $0.hasPrefix("no  blogger flat: ") })
    #expect(lines.contains { $0.hasPrefix("no  hackernews item: ") })
  }

  @Test("The format that reads the source stands between what led to it and what it did")
  func format() throws {
    let lines = try explain("Some text\n\nwithout a thread.\n", as: "a.txt")
    #expect(lines.first == "no  page mark-up: the source begins with mark-up")
    #expect(lines.contains { $0.hasPrefix("yes text ") })
    #expect(lines.contains { $0.hasPrefix("read as text: ") })
    #expect(!lines.contains { $0.contains("blogger threaded") })
  }

  @Test("A file that is not there is a failure that names it")
  func missing() throws {
    let run = try ProgramRun(["formats", "--why", "/nowhere.html"])
    #expect(run.status != 0)
    #expect(run.errors.contains("/nowhere.html"))
  }
}
