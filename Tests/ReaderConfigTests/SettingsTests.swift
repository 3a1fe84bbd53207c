import HTMLParsing
import ReaderUI
import Testing

@testable import ReaderConfig

@Suite("Settings")
struct SettingsTests {
  @Test("Every setting reaches its place")
  func all() {
    let text = """
      theme = "nord"
      text-width = 72
      layout = "stacked"
      preview-lines = 12
      open-folded = "replies"
      rail = false
      mouse = false
      date-style = "absolute"
      linked-article = "ask"
      copy-command = "wl-copy"
      browser = "w3m"
      rules = "~/mine"
      remember-days = 30
      keep-megabytes = 0
      encoding = "cp1251"
      """
    let (settings, problems) = Settings.parse(text, name: "config.toml")
    #expect(problems == [])
    #expect(settings.theme == "nord")
    #expect(settings.textWidth == 72)
    #expect(settings.layout == .stacked)
    #expect(settings.previewLines == 12)
    #expect(settings.openLevels == 1)
    #expect(settings.showsRail == false)
    #expect(settings.usesMouse == false)
    #expect(settings.dateStyle == .absolute)
    #expect(settings.readerOptions.linkedArticle == .ask)
    #expect(settings.copyCommand == "wl-copy")
    #expect(settings.browser == "w3m")
    #expect(settings.rules == "~/mine")
    #expect(settings.rememberDays == 30)
    #expect(settings.keepMegabytes == 0)
    #expect(settings.encoding == .windows1251)
    #expect(settings.entries.map(\.line) == Array(1...15))
    #expect(settings.entries.count == 15)
  }

  struct Wrong: CustomTestStringConvertible {
    let text: String
    let message: String
    var testDescription: String { text }

    static let all = [
      Wrong(
        text: "\n# comment\ntext-widht = 72",
        message: "c.toml:3: unknown setting \"text-widht\"; did you mean \"text-width\"?"
      ),
      Wrong(
        text: "text-width = 7",
        message: "c.toml:1: text-width must be a number from 20 to 400; using 80"
      ),
      Wrong(
        text: "text-width = \"72\"",
        message: "c.toml:1: text-width must be a number from 20 to 400; using 80"
      ),
      Wrong(
        text: "layout = \"sied\"",
        message: "c.toml:1: layout must be one of \"auto\", \"side\", \"stacked\", \"article\","
          + " \"thread\"; did you mean \"side\"?"
      ),
      Wrong(
        text: "open-folded = \"replie\"",
        message: "c.toml:1: open-folded must be \"none\", \"replies\", \"threads\" or the number of"
          + " levels to show, 1 to 99; did you mean \"replies\"?"
      ),
      Wrong(
        text: "open-folded = 0",
        message: "c.toml:1: open-folded must be \"none\", \"replies\", \"threads\" or the number of"
          + " levels to show, 1 to 99; using \"none\""
      ),
      Wrong(
        text: "mouse = \"no\"",
        message: "c.toml:1: mouse must be true or false, without quotes; using true"
      ),
      Wrong(
        text: "theme = 3",
        message: "c.toml:1: theme must be the name of a theme or the path of its file;"
          + " using \"default\""
      ),
      Wrong(text: "browser = []", message: "c.toml:1: browser must be a command line in quotes"),
      Wrong(text: "keys = 1", message: "c.toml:1: [keys] must be a table: command = \"key\""),
      Wrong(
        text: "[keys]\nquit = \"q\"\nhelp = [1]",
        message: "c.toml:3: help must be a key in quotes, a list of them, or \"\" for none"
      ),
      Wrong(text: "[colours]", message: "c.toml:1: unknown setting \"colours\""),
    ]
  }

  @Test("A wrong setting is told with its line and the right one", arguments: Wrong.all)
  func wrong(_ wrong: Wrong) {
    let (settings, problems) = Settings.parse(wrong.text, name: "c.toml")
    #expect(problems == [wrong.message])
    #expect(settings.entries.map(\.value) == Settings().entries.map(\.value))
  }

  @Test("What stands beside a wrong setting counts, and problems come in the order of lines")
  func restApplies() {
    let (settings, problems) = Settings.parse(
      "zoom = 1\nlayout = 3\ntheme = \"nord\"\n",
      name: "c.toml"
    )
    #expect(settings.theme == "nord")
    #expect(problems.map { $0.prefix(9) } == ["c.toml:1:", "c.toml:2:"])
  }

  @Test("A file that is no TOML is told with line and column, and the defaults stand")
  func syntax() {
    let (settings, problems) = Settings.parse("theme = \"nord\"\nmouse = = 1\n", name: "c.toml")
    #expect(settings == Settings())
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("c.toml:2:9: "))
    #expect(problems[0].hasSuffix("; using the defaults"))
  }

  @Test(
    "What is no TOML is told in words for those who write settings",
    arguments: [
      ("theme = \"nord\nmouse = true\n", "c.toml:1:", "a closing quote is missing"),
      ("mouse = true\ntheme = nord\n", "c.toml:2:", "text needs quotes"),
      ("mouse = true\nmouse = false\n", "c.toml:2:", "this is set twice"),
    ]
  )
  func syntaxWords(text: String, place: String, reason: String) {
    let problem = Settings.parse(text, name: "c.toml").problems.first ?? ""
    #expect(problem.hasPrefix(place), "\(problem)")
    #expect(problem.hasSuffix(": \(reason); using the defaults"), "\(problem)")
    #expect(problem.count <= 80)
  }

  @Test("Names of sources are kept with their addresses, and wrong ones told")
  func sources() {
    let text = """
      [sources]
      log = "https://harbour.example/feed"
      tides = 7
      """
    let (settings, problems) = Settings.parse(text, name: "c.toml")
    #expect(settings.sources == ["log": "https://harbour.example/feed"])
    #expect(problems == ["c.toml:3: tides must be an address in quotes"])
  }

  @Test("Keys are kept with their lines for the keymap to check")
  func keys() {
    let text = """
      mouse = true
      [keys]
      next-comment = "n"
      "fold" = ["za", "Enter"]
      quit = ""
      """
    let (settings, problems) = Settings.parse(text, name: "c.toml")
    #expect(problems == [])
    #expect(
      settings.keyOverrides == [
        .init(command: "fold", keys: ["za", "Enter"], origin: "c.toml:4"),
        .init(command: "next-comment", keys: ["n"], origin: "c.toml:3"),
        .init(command: "quit", keys: [], origin: "c.toml:5"),
      ]
    )
  }

  @Test("A key or command that does not exist is told with its line and the nearest one")
  func wrongKeys() throws {
    let name = try #require(Command.table.first { $0.name.count > 5 }?.name)
    let (settings, _) = Settings.parse(
      "[keys]\n\(name.dropLast()) = \"x\"\n\(name) = \"Hyper-x\"\n",
      name: "c.toml"
    )
    var problems: [String] = []
    _ = Keymap(overrides: settings.keyOverrides, problems: &problems)
    #expect(
      problems.contains { $0.hasPrefix("c.toml:2: unknown command") && $0.hasSuffix("\(name)\"?") }
    )
    #expect(problems.contains { $0.hasPrefix("c.toml:3: \"Hyper-x\" is not a key") })
  }

  @Test(
    "What is folded at first has a name or is a number of levels",
    arguments: [("\"none\"", nil), ("\"threads\"", 0), ("\"replies\"", 1), ("3", 3)]
      as [(String, Int?)]
  )
  func openFolded(text: String, levels: Int?) {
    let (settings, problems) = Settings.parse("open-folded = \(text)", name: "c.toml")
    #expect(problems == [] && settings.readerOptions.openLevels == levels)
    #expect(settings.entries.first { $0.name == "open-folded" }?.value == text)
  }

  @Test("The reader begins with the settings")
  func readerOptions() {
    let (settings, _) = Settings.parse("text-width = 60\nlayout = \"thread\"", name: "c.toml")
    #expect(settings.readerOptions == ReaderOptions(textWidth: 60, layout: .thread))
    #expect(Settings().readerOptions == ReaderOptions())
  }

  @Test("A settings file that is not there is no problem; a folder in its place is one")
  func files() {
    #expect(Settings.load(path: "/nonexistent/config.toml") == (Settings(), []))
    #expect(Settings.load(path: nil) == (Settings(), []))
    let (settings, problems) = Settings.load(path: "/")
    #expect(settings == Settings())
    #expect(problems == ["/: is a directory; using the defaults"])
  }

  @Test(
    "The settings are looked for where the XDG specification says",
    arguments: [
      (["XDG_CONFIG_HOME": "/x", "HOME": "/home/ann"], "/x/skein/config.toml"),
      (["XDG_CONFIG_HOME": "", "HOME": "/home/ann"], "/home/ann/.config/skein/config.toml"),
      (["XDG_CONFIG_HOME": "rel", "HOME": "/home/ann"], "/home/ann/.config/skein/config.toml"),
      (["HOME": "/home/ann"], "/home/ann/.config/skein/config.toml"),
      ([:], nil),
    ] as [([String: String], String?)]
  )
  func paths(environment: [String: String], file: String?) {
    let paths = ConfigPaths { environment[$0] }
    #expect(paths.settingsFile == file)
  }
}
