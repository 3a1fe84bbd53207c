import Foundation
import Testing

/// Usual command lines are read without ArgumentParser, which must not show.
@Suite("Command lines read in two ways")
struct QuickCommandTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write(SamplePage.text, to: "page.txt")
    try scratch.write(SamplePage.fullText, to: "full.txt")
  }

  private func run(_ arguments: String) throws -> ProgramRun {
    try ProgramRun(shell: "$skein \(arguments)", in: scratch.url)
  }

  @Test(
    "An option does the same however it is written",
    arguments: [
      ("export page.txt", "export --to=json page.txt"),
      ("export --to text page.txt full.txt", "export page.txt --to=text full.txt"),
      ("export --to markdown - < page.txt", "export --to=markdown - < page.txt"),
      ("export --format text page.txt", "export --format=text page.txt"),
      ("export --to text -o - page.txt", "export --to=text page.txt"),
      ("export -f --to jsonl page.txt", "export -f --to=jsonl page.txt"),
      ("search harbour page.txt full.txt", "search -- harbour page.txt full.txt"),
      ("search -c -i HARBOUR page.txt", "search -ci HARBOUR page.txt"),
      ("search -l -F . page.txt", "search -lF . page.txt"),
      ("search --from bram --count . page.txt", "search --from=bram -c . page.txt"),
      ("search --format text . page.txt", "search --format=text . page.txt"),
      ("--no-state page.txt full.txt", "read --no-state page.txt full.txt"),
      ("--format text --url http://a.example/ page.txt", "--format=text page.txt"),
      ("--goto 2 --layout stacked --search b page.txt", "--goto=2 page.txt"),
      ("--theme paper --no-color --no-mouse page.txt", "--no-color -- page.txt"),
      ("--config none.toml page.txt", "--config=none.toml page.txt"),
      ("--format unheard-of page.txt", "--format=unheard-of page.txt"),
      ("search nowhere page.txt", "search -- nowhere page.txt"),
      ("export missing.txt", "export --to=json missing.txt"),
    ]
  )
  func spelling(_ usual: String, _ other: String) throws {
    let (one, two) = (try run(usual), try run(other))
    #expect(one.status == two.status)
    #expect(one.errors == two.errors)
    #expect(one.output == two.output)
  }

  @Test("The file to write and --force reach the export")
  func outputs() throws {
    #expect(try run("export --to text -o out.txt page.txt").status == 0)
    #expect(try run("export --to text --output out.txt full.txt").status == 2)
    #expect(try run("export --to text --force --output out.txt full.txt").status == 0)
    let text = try String(contentsOf: scratch.url.appending(path: "out.txt"), encoding: .utf8)
    #expect(try text == run("export --to text full.txt").output)
  }

  @Test(
    "Mistakes are explained",
    arguments: [
      ("export", "sources"), ("export --to", "--to"), ("export --to xml page.txt", "xml"),
      ("export --too text page.txt", "--too"), ("export page.txt -o", "-o"),
      ("search harbour", "sources"), ("search", "pattern"), ("search -z harbour page.txt", "-z"),
      ("export --to -o out.txt page.txt", "--to"), ("--goto two page.txt", "goto"),
      ("--layout diagonal page.txt", "diagonal"), ("page.txt --format", "--format"),
      ("page.txt --no-colours", "--no-colours"),
    ]
  )
  func mistakes(_ arguments: String, _ word: String) throws {
    let run = try run(arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(word))
  }
}
