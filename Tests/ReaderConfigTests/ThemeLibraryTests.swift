import ReaderUI
import Terminal
import Testing

@testable import ReaderConfig

@Suite("The theme library")
struct ThemeLibraryTests {
  /// The theme in `files["night.toml"]`, and its problems without the folder's name.
  private func night(
    _ files: [String: String],
    isDark: Bool? = nil
  ) throws -> (theme: Theme, problems: [String]) {
    let folder = try ScratchFolder(files)
    let (theme, problems) = try ThemeLibrary(userDirectory: folder.path).theme(
      named: "night",
      isDark: isDark
    )
    return (theme, problems.map { String($0.dropFirst(folder.path.count + 1)) })
  }

  private func error(_ files: [String: String], name: String = "night") throws -> String {
    let folder = try ScratchFolder(files)
    let error = try #require(throws: ThemeError.self) {
      try ThemeLibrary(userDirectory: folder.path).theme(named: name)
    }
    return "\(error)".split(separator: folder.path + "/").joined()
  }

  @Test("The user's themes are listed after the program's own, each name once")
  func names() throws {
    let folder = try ScratchFolder(["b.toml": "", "a.toml": "", "nord.toml": "", "notes.txt": ""])
    let library = ThemeLibrary(userDirectory: folder.path)
    #expect(library.names == BuiltInTheme.all.map(\.name) + ["a", "b"])
    #expect(library.origin(of: "nord") == .file(path: folder.path + "/nord.toml"))
    #expect(library.origin(of: "default") == .builtIn)
    #expect(library.origin(of: "notes") == nil)
  }

  @Test(
    "A colour can be written in any of its ways",
    arguments: [
      ("\"#1a2b3c\"", Color.rgb(0x1a, 0x2b, 0x3c)), ("\"#fff\"", .rgb(255, 255, 255)),
      ("\"red\"", .palette(1)), ("\"bright-red\"", .palette(9)), ("\"grey\"", .palette(8)),
      ("\"208\"", .palette(208)), ("208", .palette(208)), ("\"default\"", .standard),
      ("\"ash\"", .rgb(1, 2, 3)),
    ]
  )
  func colors(written: String, color: Color) throws {
    let (theme, problems) = try night([
      "night.toml": "[palette]\nash = \"#010203\"\n[styles]\nlink = \(written)\n"
    ])
    #expect(problems == [])
    #expect(theme[.link].foreground == color)
  }

  @Test("A look has colours and attributes")
  func looks() throws {
    let (theme, problems) = try night([
      "night.toml": """
      [styles]
      text = { fg = "white", bg = "black" }
      link = { fg = "cyan", underline = true, bold = false }
      strong = { bold = true, italic = true, dim = true, reverse = true, strikethrough = true }
      """
    ])
    #expect(problems == [])
    #expect(
      theme[.link]
        == Style(foreground: .palette(6), background: .palette(0), attributes: .underline)
    )
    #expect(theme[.strong].attributes == [.bold, .italic, .dim, .reverse, .strikethrough])
    #expect(theme[.strong].foreground == .palette(7))
  }

  @Test("A role left out looks like the one its name extends, else like text")
  func fallback() throws {
    let (theme, _) = try night([
      "night.toml": "[styles]\ntext = \"white\"\n\"comment.author\" = \"red\"\n"
    ])
    #expect(theme[.commentAuthorInferred].foreground == .palette(1))
    #expect(theme[.commentDate].foreground == .palette(7))
  }

  @Test("A look laid over another keeps its background")
  func layers() throws {
    let (theme, _) = try night([
      "night.toml": """
      [styles]
      text = { fg = "white", bg = "black" }
      "comment.focused" = { bg = "blue", bold = true }
      "author.1" = "red"
      """
    ])
    #expect(
      theme.style(.author1, over: theme[.commentFocused])
        == Style(foreground: .palette(1), background: .palette(4), attributes: .bold)
    )
  }

  @Test("A theme that inherits changes colours of the other's palette and single roles")
  func inheritance() throws {
    let (theme, problems) = try night([
      "night.toml": "inherits = \"base\"\n[palette]\nink = \"red\"\n[styles]\ncode = \"blue\"\n",
      "base.toml": "[palette]\nink = \"green\"\n[styles]\nlink = \"ink\"\ncode = \"ink\"\n",
    ])
    #expect(problems == [])
    #expect(theme.name == "night")
    #expect(theme[.link].foreground == .palette(1))
    #expect(theme[.code].foreground == .palette(4))
  }

  @Test("The background picks the palette", arguments: [(nil, 1), (true, 2), (false, 3)])
  func background(isDark: Bool?, index: UInt8) throws {
    let (theme, problems) = try night(
      [
        "night.toml": """
        palette = { ink = "red" }
        dark = { ink = "green" }
        light = { ink = "yellow" }
        styles = { text = "ink" }
        """
      ],
      isDark: isDark
    )
    #expect(problems == [])
    #expect(theme[.text].foreground == .palette(index))
  }

  @Test("A user's theme may have the name of the program's own and inherit it")
  func shadowing() throws {
    let folder = try ScratchFolder([
      "nord.toml": "inherits = \"nord\"\n[palette]\nbase00 = \"#000000\"\n"
    ])
    let own = try ThemeLibrary(userDirectory: nil).theme(named: "nord").theme
    let theme = try ThemeLibrary(userDirectory: folder.path).theme(named: "nord").theme
    #expect(theme[.text].background == .rgb(0, 0, 0))
    #expect(theme[.text].foreground == own[.text].foreground)
  }

  @Test("A path is as good as a name")
  func path() throws {
    let folder = try ScratchFolder(["x.toml": "inherits = \"nord\"\n[styles]\ntext = \"red\"\n"])
    let (theme, problems) = try ThemeLibrary(userDirectory: nil).theme(
      named: "\(folder.path)/x.toml"
    )
    #expect(problems == [])
    #expect(theme[.text].foreground == .palette(1))
  }

  struct Wrong: CustomTestStringConvertible {
    let text: String
    let message: String
    var testDescription: String { text }

    static let all = [
      Wrong(
        text: "[styles]\nlink = \"red\"\n\"coment.author\" = \"red\"",
        message: "3: unknown role \"coment.author\"; did you mean \"comment.author\"?"
      ),
      Wrong(
        text: "[styles]\ncode = \"gren\"",
        message: "2: unknown colour \"gren\"; did you mean \"green\"?"
      ),
      Wrong(
        text: "[palette]\nash = \"#12345\"\n[styles]",
        message: "2: not a colour: \"#12345\"; write \"#rrggbb\", 0 to 255 or a name"
      ),
      Wrong(
        text: "[palette]\nash = \"gren\"",
        message: "2: not a colour: \"gren\"; did you mean \"green\"?"
      ),
      Wrong(
        text: "[palette]\nash = true",
        message: "2: not a colour; write \"#rrggbb\", 0 to 255 or a name"
      ),
      Wrong(
        text: "[styles]\ncode = { fg = \"300\" }",
        message: "2: unknown colour \"300\""
      ),
      Wrong(
        text: "[styles]\ncode = { fg = \"red\", blod = true }",
        message: "2: unknown key \"blod\"; did you mean \"bold\"?"
      ),
      Wrong(
        text: "[styles]\ncomment.author = \"red\"",
        message: "2: unknown key \"author\";"
          + " a role with a dot needs quotes: \"comment.author\" = …"
      ),
      Wrong(text: "[styles]\ncode = { bold = 1 }", message: "2: bold must be true or false"),
      Wrong(text: "[styles]\ncode = { bg = [] }", message: "2: bg must be a colour"),
      Wrong(
        text: "[styles]\ncode = true",
        message: "2: \"code\" must be a colour or { fg, bg, bold, … }"
      ),
      Wrong(
        text: "[pallete]\nash = \"#123456\"",
        message: "1: unknown key \"pallete\"; did you mean \"palette\"?"
      ),
      Wrong(
        text: "link = \"red\"",
        message: "1: unknown key \"link\"; roles belong below [styles]"
      ),
      Wrong(text: "inherits = 3", message: "1: inherits must be the name of a theme"),
    ]
  }

  @Test("What is wrong is told with its line and the nearest right name", arguments: Wrong.all)
  func wrong(_ wrong: Wrong) throws {
    let (_, problems) = try night(["night.toml": wrong.text])
    #expect(problems == ["night.toml:\(wrong.message)"])
  }

  @Test("The rest of a theme with a mistake applies")
  func restApplies() throws {
    let (theme, problems) = try night([
      "night.toml": "[styles]\nlink = { fg = \"nocolour\", bg = \"red\", bold = true }\n"
    ])
    #expect(problems.count == 1)
    #expect(theme[.link] == Style(background: .palette(1), attributes: .bold))
  }

  @Test("A mistake in what a theme inherits is told of the file it is in")
  func mistakeInParent() throws {
    let (_, problems) = try night([
      "night.toml": "inherits = \"base\"\n", "base.toml": "[styles]\n\ncoed = \"red\"\n",
    ])
    #expect(problems == ["base.toml:3: unknown role \"coed\"; did you mean \"code\"?"])
  }

  @Test("A theme that does not exist is told with the nearest one")
  func unknown() throws {
    #expect(
      try error([:], name: "grovbox")
        == "unknown theme \"grovbox\"; did you mean \"gruvbox\"?"
    )
    #expect(try error([:], name: "xyzzy") == "unknown theme \"xyzzy\"; `skein themes` lists them")
    #expect(try error([:], name: "./none.toml") == "./none.toml: no such file")
  }

  @Test("A parent that does not exist is told with its line")
  func missingParent() throws {
    #expect(
      try error(["night.toml": "\ninherits = \"defualt\""])
        == "night.toml:2: inherits an unknown theme \"defualt\"; did you mean \"default\"?"
    )
  }

  @Test("Themes that inherit each other are told, not followed for ever")
  func cycle() throws {
    #expect(
      try error(["night.toml": "inherits = \"day\"", "day.toml": "inherits = \"night\""])
        == "day.toml:1: themes inherit each other (night.toml → day.toml → night.toml);"
        + " remove one `inherits`"
    )
    #expect(
      try error(["night.toml": "inherits = \"night\""])
        == "night.toml:1: themes inherit each other (night → night); remove one `inherits`"
    )
  }

  @Test("A theme that is no TOML is told with line and column")
  func syntax() throws {
    #expect(try error(["night.toml": "[styles]\nlink = = 1"]).hasPrefix("night.toml:2:8: "))
  }

  @Test("A base16 scheme is a theme", arguments: ["", "[palette]\n"])
  func base16(section: String) throws {
    let scheme = (0..<16).map { number in
      let digit = String(number, radix: 16, uppercase: number % 2 == 0)
      return "base0\(digit) = \"\(number % 2 == 0 ? "#" : "")\(digit)\(digit)0102\""
    }
    let (theme, problems) = try night([
      "night.toml": "scheme = \"Test\"\nauthor = \"Ann\"\n\(section)"
        + scheme.joined(separator: "\n")
    ])
    #expect(problems == [])
    #expect(theme[.text].foreground == .rgb(0x55, 1, 2))
    #expect(theme[.text].background == .rgb(0, 1, 2))
    #expect(theme[.author1].foreground == .rgb(0xdd, 1, 2))
  }

  @Test("A base16 scheme with colours missing or wrong says which")
  func brokenBase16() throws {
    let (_, problems) = try night(["night.toml": "scheme = \"T\"\nbase00 = \"#000000\"\n"])
    #expect(problems.count == 1)
    #expect(problems[0].contains("missing: base01, base02"))
    let (_, others) = try night(["night.toml": "base00 = \"#000000\"\nbase01 = \"teal\"\n"])
    #expect(others == ["night.toml:2: base01 must be \"#rrggbb\""])
  }
}
