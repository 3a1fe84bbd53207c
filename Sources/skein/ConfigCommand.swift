import ArgumentParser
import DocumentModel
import Glibc
import ReaderConfig
import ReaderUI
import SystemServices

/// `skein config`: shows where settings are looked for, and their values.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show the settings and the programs found."
  )

  @Option(
    help: ArgumentHelp("The settings file to use instead of the usual one.", valueName: "file"),
    completion: .file()
  )
  var config: String?

  func run() throws {
    let paths = ConfigPaths(variable: Environment.value)
    let file = config ?? paths.settingsFile
    var (settings, problems) = try Settings.load(named: config, in: paths)
    let (rules, ruleProblems) = RuleFile.load(settings, in: paths)
    problems += Self.problems(of: settings, in: paths) + ruleProblems
    let rulesFile = settings.rules.map { TypedPath.expanded($0) } ?? paths.rulesFile
    let files = [
      ("settings", file), ("rules", rulesFile), ("themes", paths.themesDirectory),
    ]
    let values = settings.entries.map { entry in
      (entry.name, entry.value ?? "not set", entry.line.map { "line \($0)" } ?? "default")
    }
    let keys = settings.keyOverrides.map { override in
      let keys = override.keys.isEmpty ? "no key" : override.keys.joined(separator: "  ")
      return (override.command, keys, Self.line(of: override.origin))
    }
    var lines = files.map { name, path in
      Self.row(name, value: path ?? "no home directory", note: path.map(Self.presence) ?? "")
    }
    if !rules.isEmpty { lines.append(OutputLine("\(rules.count.counted("rule")) in force")) }
    lines.append(OutputLine(""))
    lines += values.map { name, value, place in Self.row(name, value: value, note: place) }
    lines.append(OutputLine(""))
    lines += FoundPrograms(browser: settings.browser, copyCommand: settings.copyCommand).rows
      .map { Self.row($0.name, value: $0.path ?? "not found", note: $0.purpose) }
    if !keys.isEmpty { lines += [OutputLine(""), OutputLine("keys")] }
    lines += keys.map { name, value, place in Self.row(name, value: value, note: place) }
    let sources = settings.sources.sorted { $0.key < $1.key }
    if !sources.isEmpty { lines += [OutputLine(""), OutputLine("sources")] }
    lines += sources.map { name, address in Self.row(name, value: address, note: "") }
    try StandardOutput.write(lines)
    for problem in problems { StandardError.report(problem) }
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
    path.withFileName { name in
      access(name, R_OK) == 0 ? "found" : access(name, F_OK) == 0 ? "not readable" : "not found"
    }
  }

  private static func row(_ name: String, value: String, note: String) -> OutputLine {
    let first = name + String(repeating: " ", count: max(1, 15 - name.count))
    let padding = String(repeating: " ", count: max(2, 30 - value.count))
    return OutputLine(first + value + padding + note)
  }

  private static func line(of place: String) -> String {
    place.split(separator: ":").last.map { "line \($0)" } ?? ""
  }
}
