import ReaderUI
import TOMLKit

/// What the person has set, or the defaults.
///
/// Read from `$XDG_CONFIG_HOME/skein/config.toml`. A wrong setting is told and its default stands
/// in its place.
package struct Settings: Hashable, Sendable {
  /// The name of the theme, or the path of its file.
  package var theme = "default"
  /// The most columns a line of text takes, 20 to 400.
  package var textWidth = 80
  /// Which panes show at first.
  package var layout = LayoutMode.automatic
  /// A longer comment shows only so many lines at first; 0: all are shown whole.
  package var previewLines = 0
  /// Whether the mouse is the program's; else it is the terminal's.
  package var usesMouse = true
  /// How dates are written.
  package var dateStyle = ReaderOptions.DateStyle.relative
  /// The command that gets what is copied on its standard input; `nil`: the terminal is asked.
  package var copyCommand: String?
  /// The command that opens links; `nil`: `$BROWSER`, else `xdg-open`.
  package var browser: String?
  /// The lines of `[keys]`, by the names of the commands; only the keymap can judge them.
  package var keyOverrides: [KeyOverride] = []
  /// The line of each setting that the file gives, by its name.
  package private(set) var lines: [String: Int] = [:]

  /// The file the settings come from, as messages call it; empty for defaults.
  private var file = ""

  /// The defaults.
  package init() {}

  /// What of them the reader is begun with.
  package var readerOptions: ReaderOptions {
    ReaderOptions(
      textWidth: textWidth,
      layout: layout,
      previewLines: previewLines,
      dateStyle: dateStyle
    )
  }

  /// The settings in the file at `path`, and what is wrong with it.
  ///
  /// A file that does not exist is no problem and costs one system call; `nil` is no file. A file
  /// that cannot be read or is no TOML gives the defaults.
  package static func load(path: String?) -> (settings: Settings, problems: [String]) {
    guard let path else { return (Settings(), []) }
    do throws(TextFile.Failure) {
      return parse(try TextFile.read(path), name: path)
    } catch .missing {
      return (Settings(), [])
    } catch {
      return (Settings(), ["\(path): \(error); the defaults are used"])
    }
  }

  /// The settings in the file that was asked for by name, else in the usual place.
  ///
  /// A file asked for has to be there.
  package static func load(
    named name: String?,
    in paths: ConfigPaths
  ) throws(SettingsError) -> (settings: Settings, problems: [String]) {
    if let name, !TextFile.exists(name) { throw .missing(path: name) }
    return load(path: name ?? paths.settingsFile)
  }

  /// The file and line that give the setting `name`, as messages begin; `nil` for a default.
  package func origin(of name: String) -> String? {
    lines[name].map { "\(file):\($0)" }
  }

  /// The settings in `text`, from the file that messages call `name`.
  static func parse(_ text: String, name: String) -> (settings: Settings, problems: [String]) {
    var settings = Settings()
    do throws(TOMLDocument.SyntaxError) {
      let document = try TOMLDocument(text, name: name)
      settings.file = name
      let problems = settings.read(document)
      return (settings, problems)
    } catch {
      let place = "\(name):\(error.line):\(error.column)"
      return (Settings(), ["\(place): \(error.reason); the defaults are used"])
    }
  }

  private mutating func read(_ document: TOMLDocument) -> [String] {
    let keyLines = document.lines
    var problems: [Problem] = []
    for key in document.table.keys {
      guard let value = document.table[key] else { continue }
      if key == "keys" {
        readKeys(value, name: document.name, lines: keyLines, problems: &problems)
      } else if let row = SettingRow.all.first(where: { $0.name == key }) {
        if row.read(value, &self) {
          lines[key] = keyLines[[key]]
        } else {
          problems.append(Problem([key], row.complaint(about: value)))
        }
      } else {
        let known = SettingRow.all.map(\.name) + ["keys"]
        problems.append(
          Problem([key], "unknown setting \"\(key)\"\(suggestion(for: key, among: known))")
        )
      }
    }
    return document.located(problems)
  }
}
