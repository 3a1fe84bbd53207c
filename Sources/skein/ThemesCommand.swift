import ArgumentParser
import DocumentExport
import Glibc
import ReaderConfig
import ReaderUI
import Terminal

/// `skein themes`: lists what the reader can look like.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes that can be chosen.",
    discussion: "The one in use has a star. Themes of your own are told with their files."
  )

  @Option(help: ArgumentHelp("The settings file.", valueName: "file"))
  var config: String?

  func run() throws {
    let paths = ConfigPaths { Desktop.variable($0) }
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

  /// How many colours standard output shows; `nil` if it is no terminal or shows none.
  private static var colorCount: Int? {
    let terminal = Desktop.variable("TERM") ?? "dumb"
    guard isatty(STDOUT_FILENO) == 1, terminal != "dumb", Desktop.variable("NO_COLOR") == nil
    else {
      return nil
    }
    if Desktop.variable("COLORTERM") != nil { return 1 << 24 }
    return terminal.contains("256color") || terminal.contains("direct") ? 1 << 24 : 8
  }
}
