import SystemServices
import Testing

@testable import skein

@Suite("The browser's command")
struct BrowserTests {
  @Test(
    "It is split as a shell does it",
    arguments: [
      ("firefox", ["firefox"]), ("  firefox  -P\tme ", ["firefox", "-P", "me"]),
      ("'my browser' --profile \"a b\"", ["my browser", "--profile", "a b"]),
      (#"a\ b "c\"d\e" 'f\g'"#, ["a b", "c\"d\\e", #"f\g"#]), ("x '' \"\"", ["x", "", ""]),
      ("a'b'\"c\"d", ["abcd"]), ("", []), ("'open", nil), ("open\"", nil), ("end\\", nil),
    ] as [(String, [String]?)]
  )
  func words(_ line: String, _ words: [String]?) {
    #expect(CommandWords.words(of: line) == words)
  }

  @Test("The address takes the place of %s, else it comes last")
  func places() {
    let address = "https://a.example/b"
    #expect(Browser.program(["w3m"], opening: address) == Program("w3m", [address]))
    #expect(
      Browser.program(["x", "--url=%s", "-n"], opening: address)
        == Program("x", ["--url=" + address, "-n"])
    )
    #expect(Browser.program([], opening: address) == nil)
  }

  @Test("A command of the settings stands alone")
  func setting() {
    #expect(Browser.lines(from: "w3m -o x:y") == ["w3m -o x:y"])
  }

  @Test(
    "An address is never a part of a command that a shell reads",
    arguments: [
      ("sh -c 'w3m %s'", false), ("sh -c \"w3m '%s'\"", false), ("tmux neww 'lynx \"%s\"'", false),
      ("sh -c 'exec>%s'", false), ("sh -c 'w3m \"$1\"' sh %s", true),
      ("firefox --new-tab=%s", true),
      ("'my browser' %s", true), ("w3m", true),
    ]
  )
  func shells(_ line: String, _ isAllowed: Bool) throws {
    let words = try #require(CommandWords.words(of: line))
    #expect(words.contains(where: Browser.isCommandLine) == !isAllowed)
  }
}
