import SiteAccess
import Testing

@Suite("Short names of sources")
struct ShortcutTests {
  @Test(
    "Each stands for an address",
    arguments: [
      ("hn", "https://news.ycombinator.com/"), ("hn/new", "https://news.ycombinator.com/newest"),
      ("lore/git", "https://lore.kernel.org/git/"),
      ("lobsters", "https://lobste.rs/"), ("lobsters/t/swift", "https://lobste.rs/t/swift"),
      ("r/swift", "https://www.reddit.com/r/swift/"),
    ]
  )
  func known(_ name: String, _ address: String) {
    #expect(Shortcut.address(of: name, own: [:]) == address)
  }

  @Test("Other words stand for nothing", arguments: ["hn2", "r/", "r/a/b", "r/../x", "notes", ""])
  func unknown(_ name: String) {
    #expect(Shortcut.address(of: name, own: [:]) == nil)
  }

  @Test("A name of the user's own goes before one that skein knows")
  func own() {
    let own = ["hn": "https://gulls.example/", "log": "https://log.example/feed"]
    #expect(Shortcut.address(of: "hn", own: own) == "https://gulls.example/")
    #expect(Shortcut.address(of: "log", own: own) == "https://log.example/feed")
  }
}
