import ArgumentParser
import DocumentExport
import Glibc
import ReaderConfig
import ReaderUI
import SystemServices

/// `skein config`: shows where settings are looked for, and their values.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show the settings and where each is set."
  )

  @Option(
    help: ArgumentHelp("The settings file to use instead of the usual one.", valueName: "file")
  )
  var config: String?

  func run() throws {
    let paths = ConfigPaths(variable: Environment.value)
    let file = config ?? paths.settingsFile
    var (settings, problems) = try Settings.load(named: config, in: paths)
    problems += Self.problems(of: settings, in: paths)
    let files = [("settings", file), ("themes", paths.themesDirectory)]
    let values = settings.entries.map { entry in
      (entry.name, entry.value ?? "not set", entry.line.map { "line \($0)" } ?? "default")
    }
    let keys = settings.keyOverrides.map { override in
      let keys = override.keys.isEmpty ? "no key" : override.keys.joined(separator: "  ")
      return (override.command, keys, Self.line(of: override.origin))
    }
    try OutputFile(path: nil).write { sink in
      for (name, path) in files {
        sink.write(
          Self.row(name, value: path ?? "no home directory", note: path.map(Self.presence) ?? "")
        )
      }
      sink.write("\n")
      for (name, value, place) in values { sink.write(Self.row(name, value: value, note: place)) }
      if !keys.isEmpty { sink.write("\nkeys\n") }
      for (name, value, place) in keys { sink.write(Self.row(name, value: value, note: place)) }
    }
    for problem in problems { StandardError.write("skein: \(problem)") }
  }

  /// Problems that show only when settings are used: of the theme and the keys.
  private static func problems(of settings: Settings, in paths: ConfigPaths) -> [String] {
    var problems: [String] = []
    do throws(ThemeError) {
      let library = ThemeLibrary(userDirectory: paths.themesDirectory)
      problems += try library.theme(named: settings.theme).problems
    } catch {
      problems.append((settings.origin(of: "theme").map { "\($0): " } ?? "") + error.description)
    }
    _ = Keymap(overrides: settings.keyOverrides, problems: &problems)
    return problems
  }

  private static func presence(of path: String) -> String {
    access(path, R_OK) == 0 ? "found" : access(path, F_OK) == 0 ? "not readable" : "not found"
  }

  private static func row(_ name: String, value: String, note: String) -> String {
    let first = name + String(repeating: " ", count: max(1, 15 - name.count))
    return first + value + String(repeating: " ", count: max(2, 30 - value.count)) + note + "\n"
  }

  private static func line(of place: String) -> String {
    place.split(separator: ":").last.map { "line \($0)" } ?? ""
  }
}
