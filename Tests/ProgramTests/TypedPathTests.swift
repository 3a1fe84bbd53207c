import Foundation
import SystemServices
import Testing

@Suite("Paths that are typed")
struct TypedPathTests {
  @Test(
    "A home folder and variables are expanded as a shell does",
    arguments: [
      ("~/notes/a.md", "/home/ana/notes/a.md"), ("~", "/home/ana"), ("~bram/a", "~bram/a"),
      ("a/~/b", "a/~/b"), ("$HOME/a.md", "/home/ana/a.md"), ("${DIR}s/a", "docs/a"),
      ("x$DIR/$DIR", "xdoc/doc"), ("$UNSET/a", "$UNSET/a"), ("a$", "a$"), ("${DIR", "${DIR"),
      ("cost$5.md", "cost$5.md"), ("https://example.org/$DIR", "https://example.org/$DIR"),
    ]
  )
  func expansion(_ typed: String, _ expected: String) {
    let variables = ["HOME": "/home/ana", "DIR": "doc"]
    #expect(TypedPath.expanded(typed) { variables[$0] } == expected)
  }

  @Test(
    "Variables that are not set are told",
    arguments: [
      ("$UNSET/a", ["$UNSET"]), ("${NOT}/$DIR/$SO", ["$NOT", "$SO"]), ("cost$5.md", []), ("a$", []),
    ]
  )
  func unset(_ typed: String, _ expected: [String]) {
    #expect(TypedPath.unset(in: typed) { ["DIR": "doc"][$0] } == expected)
  }

  @Test("The reader saves to where the path leads")
  func reader() async throws {
    let terminal = try await TmuxTerminal()
    try terminal.scratch.write(SamplePage.text, to: "page.txt")
    try terminal.start("page.txt")
    try await terminal.waits(for: "The lantern")
    terminal.press("s", "C-u")
    terminal.type("$PWD/out.md")
    terminal.press("Enter")
    try await terminal.waits(for: "saved to /")
    let saved = terminal.scratch.url.appending(path: "out.md")
    #expect(try String(contentsOf: saved, encoding: .utf8).hasPrefix("# The lantern"))
    terminal.press("Q")
  }
}
