import Foundation
import Testing

@Suite("Exports on the command line")
struct ExportTests {
  private let scratch: ScratchFolder
  private let page: String
  private let full: String

  init() throws {
    scratch = try ScratchFolder()
    page = try scratch.write(SamplePage.text, to: "page.txt").path
    full = try scratch.write(SamplePage.fullText, to: "full.txt").path
  }

  private func object(_ json: some StringProtocol) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  private func keys(_ value: Any?) throws -> Set<String> {
    Set(try #require(value as? [String: Any]).keys)
  }

  @Test("JSON has exactly the members that scripts rely on")
  func members() throws {
    let document = try object(ProgramRun(["export", page]).output)
    #expect(
      Set(document.keys) == [
        "skein", "source", "article", "headerless", "comments", "elsewhere", "diagnostics",
      ]
    )
    #expect(document["skein"] as? Int == 2)
    #expect(try keys(document["source"]) == ["format", "location", "url"])
    #expect(
      try keys(document["article"]) == [
        "title", "author", "byline", "date", "score", "url", "blocks",
      ]
    )
    let comments = try #require(document["comments"] as? [[String: Any]])
    #expect(comments.count == 3)
    for comment in comments {
      #expect(
        Set(comment.keys) == [
          "id", "parent", "depth", "author", "authorIs", "authorURL", "authorIsArticleAuthor",
          "badges", "score", "date", "dateText", "edited", "replyTo", "replyLink", "text",
          "blocks", "truncated", "state", "url", "lines",
        ]
      )
    }
    let blocks = try #require(comments[2]["blocks"] as? [[String: Any]])
    #expect(try keys(blocks.first) == ["kind", "text", "spans"])
    let spans = try #require(blocks[0]["spans"] as? [[String: Any]])
    #expect(try keys(spans.first) == ["kind", "start", "length", "url"])
  }

  @Test("JSON says who answers whom, what is cut and where it stands")
  func values() throws {
    let document = try object(ProgramRun(["export", "--to", "json", page]).output)
    let article = try #require(document["article"] as? [String: Any])
    #expect(article["title"] as? String == "The lantern on the quay")
    #expect(article["author"] as? String == "Ana Fell")
    let comments = try #require(document["comments"] as? [[String: Any]])
    #expect(comments.map { $0["author"] as? String } == ["Bram", "Cleo", "Dara"])
    #expect(comments.map { $0["depth"] as? Int } == [0, 1, 0])
    #expect(comments.map { $0["truncated"] as? Bool } == [false, true, false])
    #expect(comments[1]["parent"] as? String == comments[0]["id"] as? String)
    #expect(comments[1]["replyTo"] as? String == "Bram")
    #expect(comments[1]["date"] as? String == "2024-03-02T11:02")
    let text = try #require(comments[1]["text"] as? String)
    #expect(text.hasPrefix("Which books? "))
    #expect(text.hasSuffix(" promised for it, and"))
    #expect(comments[0]["parent"] is NSNull)
    #expect(comments[0]["lines"] as? [Int] == [11, 15])
  }

  @Test("Several sources give a line of JSON each", arguments: ["json", "jsonl"])
  func lines(_ form: String) throws {
    let output = try ProgramRun(["export", "--to", form, page, full]).output
    let lines = output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(output.hasSuffix("\n"))
    for (line, path) in zip(lines, [page, full]) {
      let source = try #require(try object(line)["source"] as? [String: Any])
      #expect(source["location"] as? String == path)
    }
  }

  @Test("Markdown quotes replies as deep as they stand")
  func markdown() throws {
    let output = try ProgramRun(["export", "--to", "markdown", page]).output
    #expect(output.hasPrefix("# The lantern on the quay\n"))
    #expect(output.contains("\n**Bram**"))
    #expect(output.contains("\n> **Cleo**"))
  }

  @Test("An export goes to a file if one is named")
  func file() throws {
    let path = scratch.url.appending(path: "page.md")
    let run = try ProgramRun(["export", "--to", "markdown", "-o", path.path, page])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(try String(contentsOf: path, encoding: .utf8).hasPrefix("# The lantern"))
  }

  @Test("Escapes in a page reach no output", arguments: ["json", "text", "markdown"])
  func escapes(_ form: String) throws {
    let hostile = SamplePage.text.replacing("books", with: "bo\u{1B}[31moks\u{202E}")
    let file = try scratch.write(hostile, to: "hostile.txt").path
    let output = try ProgramRun(["export", "--to", form, file]).output
    #expect(output.contains("Bram"))
    #expect(!output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test("The tour is a page that shows what it talks about")
  func tour() throws {
    let folder = Repository.root.appending(path: "Sources/skein/Resources")
    let tour = folder.appending(path: "tour.txt").path
    let whole = folder.appending(path: "tour-full.txt").path
    let short = try comments(tour)
    let long = try comments(whole)
    #expect(short.count == 9)
    #expect(short.map { $0["depth"] as? Int } == [0, 1, 0, 1, 0, 1, 2, 1, 0])
    #expect(short.filter { $0["truncated"] as? Bool == true }.count == 1)
    #expect(long.count == short.count)
    #expect(long.allSatisfy { $0["truncated"] as? Bool == false })
    #expect(short.allSatisfy { $0["replyLink"] as? String != "inferred" })
  }

  private func comments(_ path: String) throws -> [[String: Any]] {
    let document = try object(ProgramRun(["export", path]).output)
    return try #require(document["comments"] as? [[String: Any]])
  }
}
