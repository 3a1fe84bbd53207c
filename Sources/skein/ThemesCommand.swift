import ArgumentParser
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
    help: ArgumentHelp("The settings file to use instead of the usual one.", valueName: "file"),
    completion: .file()
  )
  var config: String?

  func run() throws {
    let paths = ConfigPaths(variable: Environment.value)
    let settings = Settings.load(path: config ?? paths.settingsFile).settings
    let library = ThemeLibrary(userDirectory: paths.themesDirectory)
    let names = library.names + (library.names.contains(settings.theme) ? [] : [settings.theme])
    let width = names.map(\.count).max() ?? 0
    var problems: [String] = []
    let lines = names.map { name in
      let padding = String(repeating: " ", count: width - name.count + 2)
      var line = OutputLine("\(name == settings.theme ? "*" : " ") \(name)\(padding)")
      describe(name, in: library, on: &line, after: width, problems: &problems)
      return line
    }
    try StandardOutput.write(lines)
    for problem in problems { StandardError.report(problem) }
  }

  /// Adds a sample of the theme called `name`, as far as a line has room for it behind names of `width`
  /// columns, and where the theme comes from.
  private func describe(
    _ name: String,
    in library: ThemeLibrary,
    on line: inout OutputLine,
    after width: Int,
    problems: inout [String]
  ) {
    let place =
      switch library.origin(of: name) {
      case .file(let path): path
      case .builtIn: "built in"
      case nil: "not found"
      }
    do throws(ThemeError) {
      let (theme, found) = try library.theme(named: name, isDark: nil)
      problems += found
      if let colors = Self.colorCount {
        let theme = theme.limited(toColors: colors)
        // The name stands before, with two columns at either side.
        var room = OutputWidth.columns() - width - 4
        for word in Self.sample {
          room -= word.text.count
          guard room >= 0 else { break }
          line.append(word.text, style: theme[word.role])
        }
      }
    } catch {
      problems.append(error.description)
    }
    // Where the samples are, a line has no room for what goes without saying.
    if Self.colorCount == nil {
      line.append(place)
    } else if place != "built in" {
      line.append("  " + place)
    }
  }

  /// A few words to show a theme's colours with.
  private static let sample: [(text: String, role: StyleRole)] = [
    (" Title ", .title), ("text ", .text), ("link", .link), (" ", .text), ("Ann ", .author1),
    ("Ben ", .author2), ("Cleo ", .author3), ("Dan ", .author4), ("│", .tree1), ("│", .tree2),
    ("│ ", .tree3), ("found", .searchHit), (" ", .text), (" status ", .status),
  ]

  /// How many colours standard output shows; `nil` if it is not a terminal or shows none.
  private static var colorCount: Int? {
    let terminal = Environment.value(of: "TERM") ?? "dumb"
    guard StandardOutput.isTerminal, terminal != "dumb", Environment.value(of: "NO_COLOR") == nil
    else {
      return nil
    }
    if Environment.value(of: "COLORTERM") != nil { return 1 << 24 }
    return terminal.contains("256color") || terminal.contains("direct") ? 1 << 24 : 8
  }
}
