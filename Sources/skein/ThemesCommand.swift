import ArgumentParser
import DocumentExport
import Glibc
import ReaderConfig
import ReaderUI
import SystemServices
import Terminal

/// `skein themes`: lists the themes with a sample of each.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes.",
    discussion: "The theme in use has a star. For your own themes the file is shown."
  )

  @Option(
    help: ArgumentHelp("The settings file to use instead of the usual one.", valueName: "file")
  )
  var config: String?

  func run() throws {
    let paths = ConfigPaths(variable: Environment.value)
    let settings = Settings.load(path: config ?? paths.settingsFile).settings
    let library = ThemeLibrary(userDirectory: paths.themesDirectory)
    let names = library.names + (library.names.contains(settings.theme) ? [] : [settings.theme])
    let width = names.map(\.count).max() ?? 0
    var problems: [String] = []
    try OutputFile(path: nil).write { sink in
      for name in names {
        let padding = String(repeating: " ", count: width - name.count + 2)
        sink.write("\(name == settings.theme ? "*" : " ") \(name)\(padding)")
        sink.write(describe(name, in: library, problems: &problems) + "\n")
      }
    }
    for problem in problems { StandardError.write("skein: \(problem)") }
  }

  /// A sample of the theme called `name`, and where it comes from.
  private func describe(
    _ name: String,
    in library: ThemeLibrary,
    problems: inout [String]
  ) -> String {
    let place =
      switch library.origin(of: name) {
      case .file(let path): path
      case .builtIn: "built in"
      case nil: "not found"
      }
    do throws(ThemeError) {
      let (theme, found) = try library.theme(named: name, isDark: nil)
      problems += found
      guard let colors = Self.colorCount else { return place }
      return ThemeSample.text(of: theme.limited(toColors: colors)) + "  " + place
    } catch {
      problems.append(error.description)
      return place
    }
  }

  /// How many colours standard output shows; `nil` if it is not a terminal or shows none.
  private static var colorCount: Int? {
    let terminal = Environment.value(of: "TERM") ?? "dumb"
    guard isatty(STDOUT_FILENO) == 1, terminal != "dumb", Environment.value(of: "NO_COLOR") == nil
    else {
      return nil
    }
    if Environment.value(of: "COLORTERM") != nil { return 1 << 24 }
    return terminal.contains("256color") || terminal.contains("direct") ? 1 << 24 : 8
  }
}

/// A few words in a theme's colours, as escape sequences.
private struct ThemeSample {
  private static let words: [(text: String, role: StyleRole)] = [
    (" Title ", .title), ("text ", .text), ("link", .link), (" ", .text), ("Ann ", .author1),
    ("Ben ", .author2), ("Cleo ", .author3), ("Dan ", .author4), ("│", .tree1), ("│", .tree2),
    ("│ ", .tree3), ("found", .searchHit), (" ", .text), (" status ", .status),
  ]

  /// The sample; uses ECMA-48 and the sequences for 256 colours and for red, green and blue.
  static func text(of theme: Theme) -> String {
    words.map { sequence(of: theme[$0.role]) + $0.text }.joined() + "\u{1B}[0m"
  }

  private static func sequence(of style: Style) -> String {
    var all = ["0"]
    let attributes: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
      (.strikethrough, "9"),
    ]
    all += attributes.filter { style.attributes.contains($0.0) }.map(\.1)
    all += codes(of: style.foreground, base: 30) + codes(of: style.background, base: 40)
    return "\u{1B}[\(all.joined(separator: ";"))m"
  }

  /// The codes that set a colour; `base` is 30 for text, 40 for the background.
  private static func codes(of color: Color, base: Int) -> [String] {
    if let (red, green, blue) = color.components {
      return ["\(base + 8);2;\(red);\(green);\(blue)"]
    }
    guard let index = color.paletteIndex else { return [] }
    switch index {
    case 0..<8: return ["\(base + Int(index))"]
    case 8..<16: return ["\(base + 52 + Int(index))"]
    default: return ["\(base + 8);5;\(index)"]
    }
  }
}
