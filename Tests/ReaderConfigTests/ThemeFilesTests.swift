import Glibc
import ReaderUI
import Terminal
import Testing

@testable import ReaderConfig

@Suite("The themes of the project")
struct ThemeFilesTests {
  static let names = BuiltInTheme.all.map(\.name)
  static let colored = names.filter { $0 != "default" && $0 != "monochrome" }

  /// Roles that a person reads, on whichever background they bring.
  static let faint: Set<StyleRole> = [
    .rule, .border, .commentDimmed, .tree, .quoteBar, .rail,
  ]

  static var folder: String {
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Themes"
  }

  @Test("Every theme file is part of the program, byte for byte")
  func everyFileIsBuiltIn() throws {
    let files = TextFile.names(inFolder: Self.folder).filter { $0.hasSuffix(".toml") }
    #expect(files.map { String($0.dropLast(5)) }.sorted() == Self.names.sorted())
    for name in Self.names {
      let builtIn = try #require(BuiltInTheme.named(name))
      #expect(try TextFile.read("\(Self.folder)/\(name).toml") == builtIn.text)
    }
  }

  @Test("A theme of the program reads as any TOML file would", arguments: names)
  func plainTOML(name: String) throws {
    let builtIn = try #require(BuiltInTheme.named(name))
    let quick = builtIn.file
    let careful = ThemeFile(try TOMLDocument(builtIn.text, name: name))
    #expect(careful.problems() == [])
    #expect(quick.parent == careful.parent)
    #expect(quick.palette == careful.palette)
    #expect(quick.darkPalette == careful.darkPalette)
    #expect(quick.lightPalette == careful.lightPalette)
    #expect(quick.entries == careful.entries)
  }

  @Test("A theme loads without a problem on any background", arguments: names)
  func loads(name: String) throws {
    for isDark in [nil, true, false] as [Bool?] {
      let (theme, problems) = try ThemeLibrary(userDirectory: nil).theme(
        named: name,
        isDark: isDark
      )
      #expect(problems == [])
      #expect(theme.name == name)
    }
  }

  @Test("Every role of a theme can be read where it stands", arguments: colored)
  func contrast(name: String) throws {
    let theme = try ThemeLibrary(userDirectory: nil).theme(named: name).theme
    for role in StyleRole.allCases {
      let style = theme[role]
      let wanted = Self.faint.contains(role) || role.rawValue.hasPrefix("tree.") ? 3 : 4.5
      let found = try #require(style.foreground.contrast(on: style.background), "\(role.rawValue)")
      #expect(found >= wanted, "\(role.rawValue)")
    }
  }

  @Test("The focused comment has a background of its own, header and text", arguments: colored)
  func focusBackground(name: String) throws {
    let theme = try ThemeLibrary(userDirectory: nil).theme(named: name).theme
    let page = theme[.text].background
    let (header, text) = (theme[.commentFocused].background, theme[.commentFocusedText].background)
    #expect(header != page && text != page && header != text)
    #expect(try #require(header.contrast(on: page)) >= 1.28)
    #expect(theme[.commentFocusedBar].foreground != theme[.tree].foreground)
  }

  @Test("In 256 colours the page, the focused text and its header differ too", arguments: colored)
  func focusBackgroundOf256(name: String) throws {
    let theme = try ThemeLibrary(userDirectory: nil).theme(named: name).theme
    let roles: [StyleRole] = [.text, .commentFocusedText, .commentFocused]
    let shown = roles.map { role in
      (UInt8(16)...255).min { left, right in
        let color = theme[role].background
        return color.distance(to: .palette(left)) < color.distance(to: .palette(right))
      }
    }
    #expect(Set(shown).count == roles.count)
  }

  @Test("The default theme marks the focused comment's header on a background it does not know")
  func focusOnUnknown() throws {
    for isDark in [nil, true, false] as [Bool?] {
      let library = ThemeLibrary(userDirectory: nil)
      let theme = try library.theme(named: "default", isDark: isDark).theme
      #expect(theme[.commentFocused].background != .standard)
      #expect((theme[.commentFocusedText].background != .standard) == (isDark != nil))
    }
  }

  @Test("The focused comment is seen in few colours and in none", arguments: names, [16, 8, 0])
  func focusInFewColors(name: String, colors: Int) throws {
    let theme = try ThemeLibrary(userDirectory: nil).theme(named: name).theme
      .limited(toColors: colors)
    let header = theme[.commentFocused]
    #expect(
      header.attributes.contains(.reverse) || header.background != theme[.text].background
    )
  }

  @Test("Text can be read on the focused comment's background", arguments: colored)
  func contrastOfFocusedText(name: String) throws {
    let theme = try ThemeLibrary(userDirectory: nil).theme(named: name).theme
    let background = theme[.commentFocusedText].background
    let roles: [StyleRole] = [
      .comment, .link, .quote, .code, .list, .listMarker, .table, .image, .commentCut, .strong,
    ]
    for role in roles {
      let found = try #require(theme[role].foreground.contrast(on: background), "\(role.rawValue)")
      #expect(found >= 3.5, "\(role.rawValue)")
    }
  }

  @Test("Authors and marks can be read on the focused comment's header", arguments: colored)
  func contrastWhenFocused(name: String) throws {
    let theme = try ThemeLibrary(userDirectory: nil).theme(named: name).theme
    let roles: [StyleRole] =
      StyleRole.allCases.filter { $0.rawValue.hasPrefix("author.") }
      + [.text, .commentDate, .commentFold, .commentCut, .commentAuthorInferred]
    for role in roles {
      let style = theme.style(.commentFocused, over: theme[role])
      let found = try #require(style.foreground.contrast(on: style.background), "\(role.rawValue)")
      #expect(found >= 3.5, "\(role.rawValue)")
    }
  }

  @Test("The default theme reads well on both backgrounds, and twice so on the one it knows")
  func defaultContrast() throws {
    let library = ThemeLibrary(userDirectory: nil)
    let backgrounds: [(color: Color, isDark: Bool)] = [
      (.rgb(18, 18, 18), true), (.rgb(250, 250, 250), false),
    ]
    for (background, isDark) in backgrounds {
      for known in [true, false] {
        let theme = try library.theme(named: "default", isDark: known ? isDark : nil).theme
        for role in StyleRole.allCases where theme[role].foreground != .standard {
          let own = theme[role].background
          let found = try #require(
            theme[role].foreground.contrast(on: own == .standard ? background : own)
          )
          #expect(found >= (known ? 4.5 : 3.6), "\(role.rawValue), dark: \(isDark)")
        }
      }
    }
  }

  @Test("The README of the themes names every theme and role")
  func readme() throws {
    let text = try TextFile.read("\(Self.folder)/README.md")
    let numbered: Set<StyleRole> = [
      .tree2, .tree3, .tree4, .tree5, .author2, .author3, .author4, .author5, .author6, .author7,
    ]
    let roles = StyleRole.allCases.filter { !numbered.contains($0) }
    for name in Self.names + roles.map(\.rawValue) {
      #expect(text.contains("`\(name)`"), "\(name)")
    }
  }

  @Test("The README names every theme")
  func mainReadme() throws {
    let readme = try TextFile.read(Self.folder + "/../README.md")
    for name in Self.names { #expect(readme.contains("`\(name)`"), "\(name)") }
  }

  @Test("No two of a theme's authors look alike", arguments: names.filter { $0 != "monochrome" })
  func authorsDiffer(name: String) throws {
    let theme = try ThemeLibrary(userDirectory: nil).theme(named: name).theme
    let authors = StyleRole.allCases.filter { $0.rawValue.hasPrefix("author.") }
    #expect(Set(authors.map { theme[$0].foreground }).count == authors.count)
  }
}
