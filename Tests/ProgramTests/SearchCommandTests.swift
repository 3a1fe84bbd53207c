import Foundation
import Testing

@Suite("Searching on the command line")
struct SearchCommandTests {
  private let scratch: ScratchFolder
  private let page: String
  private let full: String

  init() throws {
    scratch = try ScratchFolder()
    page = try scratch.write(SamplePage.text, to: "page.txt").path
    full = try scratch.write(SamplePage.fullText, to: "full.txt").path
  }

  private func search(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(["search"] + arguments)
  }

  @Test("Each line with a match says where it stands and who wrote it")
  func lines() throws {
    let run = try search("books", page)
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0] == "\(page):comment 1 (Bram): The harbour paid; I saw the books.")
    #expect(lines[1].hasPrefix("\(page):comment 2 (Cleo): Which books? I would like"))
  }

  @Test("The article is searched too")
  func article() throws {
    #expect(try search("oil", page).output.hasPrefix("\(page):article: "))
  }

  @Test("Without a match the exit code is 1 and nothing is said")
  func nothing() throws {
    let run = try search("submarine", page, full)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  @Test("Case matters once the pattern has a capital, unless -i says otherwise")
  func letterCase() throws {
    #expect(try search("harbour", page).output.contains("(Bram)"))
    #expect(try search("HARBOUR", page).status == 1)
    #expect(try search("-i", "HARBOUR", page).output.contains("(Bram)"))
  }

  @Test("The pattern is an expression, unless -F says otherwise")
  func expressions() throws {
    #expect(try search("b.oks", page).status == 0)
    #expect(try search("-F", "b.oks", page).status == 1)
    #expect(try search("-F", "books?", page).output.contains("(Cleo)"))
  }

  @Test("A pattern given up on a text is named, with the number of texts, and the rest is searched")
  func givenUp() throws {
    let text = SamplePage.text + "\n\n" + String(repeating: "a", count: 400) + "b\n"
    let odd = try scratch.write(text, to: "odd.txt").path
    let pattern = "(a|aa)+$|books"
    let run = try search(pattern, odd, page)
    #expect(run.status == 2)
    let reason = "1 text not searched: the pattern \"\(pattern)\" takes too many steps there"
    #expect(run.errors == "skein: \(odd): \(reason)\n")
    #expect(run.output.contains("\(odd):comment 1 (Bram): The harbour paid; I saw the books."))
    #expect(run.output.contains("\(page):comment 1 (Bram): The harbour paid; I saw the books."))
  }

  @Test("-c counts, -l lists, --from keeps to an author")
  func summaries() throws {
    #expect(try search("-c", "books", page, full).output == "\(page):2\n\(full):2\n")
    #expect(try search("-l", "war", page, full).output == "\(full)\n")
    let run = try search("--from", "cleo", "books", page)
    #expect(run.output.contains("(Cleo)"))
    #expect(!run.output.contains("(Bram)"))
  }
}
