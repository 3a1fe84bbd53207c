import HTMLParsing
import ReaderUI
import TOMLKit

/// The user's settings, or the defaults.
///
/// Read from `$XDG_CONFIG_HOME/skein/config.toml`. A wrong setting is reported, and its default
/// applies.
package struct Settings: Hashable, Sendable {
  /// The name of the theme, or the path of its file.
  package var theme = "default"
  /// The width of a line of text in columns, at most; 20 to 400.
  package var textWidth = 80
  /// The layout of the panes at the start.
  package var layout = LayoutMode.automatic
  /// How many lines of a longer comment are shown at first; 0: all.
  package var previewLines = 0
  /// Whether the program uses the mouse; otherwise the terminal does.
  package var usesMouse = true
  /// How many levels of comments are shown in full when a document opens; 0: threads are one line
  /// each; `nil`: nothing is folded.
  package var openLevels: Int?
  /// Whether a column at the edge of each pane shows where in the whole one is.
  package var showsRail = true
  /// How dates are shown.
  package var dateStyle = ReaderOptions.DateStyle.relative
  /// Whether the article that a post links to is loaded.
  package var linkedArticle = ReaderOptions.LinkedArticle.auto
  /// The shell command that reads copied text on its standard input; `nil`: the terminal copies.
  package var copyCommand: String?
  /// The command that opens links; `nil`: `$BROWSER`, else `xdg-open`.
  package var browser: String?
  /// The file of the rules for people and words; `nil`: `rules` beside the settings, if that is there.
  package var rules: String?
  /// The encoding of sources that do not say how they are encoded and are not UTF-8; `nil`: guessed.
  package var encoding: HTMLEncoding?
  /// For how many days a document is remembered after it was read last; 0: nothing is remembered.
  package var rememberDays = 365
  /// How many megabytes of fetched documents are kept, at most; 0: none.
  package var keepMegabytes = 200
  /// The entries of `[keys]`; they are checked by `Keymap`.
  package var keyOverrides: [KeyOverride] = []
  /// The entries of `[sources]`: addresses by the names that stand for them.
  package var sources: [String: String] = [:]
  /// The lines of the settings in the file, by name.
  package private(set) var lines: [String: Int] = [:]

  /// The name of the file in messages; empty for the defaults.
  private var file = ""

  /// The defaults.
  package init() {}

  /// The settings that the reader starts with.
  package var readerOptions: ReaderOptions {
    var options = ReaderOptions(
      textWidth: textWidth,
      layout: layout,
      previewLines: previewLines,
      dateStyle: dateStyle,
      openLevels: openLevels,
      showsRail: showsRail
    )
    options.linkedArticle = linkedArticle
    return options
  }

  /// The settings in the file at `path`, and its problems, one line each.
  ///
  /// A missing file is not a problem and costs one system call; `nil` is no file. A file that cannot
  /// be read, that others may write, or that is not TOML gives the defaults: settings name programs
  /// to run.
  package static func load(path: String?) -> (settings: Settings, problems: [String]) {
    guard let path else { return (Settings(), []) }
    do throws(TextFile.Failure) {
      return parse(try TextFile.read(path, isTrusted: true), name: path)
    } catch .missing {
      return (Settings(), [])
    } catch {
      return (Settings(), ["\(path): \(error); using the defaults"])
    }
  }

  /// The settings in the file `name`, or in the usual place if that is `nil`.
  ///
  /// Throws if there is no file `name`.
  package static func load(
    named name: String?,
    in paths: ConfigPaths
  ) throws(SettingsError) -> (settings: Settings, problems: [String]) {
    if let name, !TextFile.exists(name) { throw .missing(path: name) }
    return load(path: name ?? paths.settingsFile)
  }

  /// The file and line of the setting `name`, as messages begin with; `nil` for a default.
  package func origin(of name: String) -> String? {
    lines[name].map { "\(file):\($0)" }
  }

  /// The settings in `text`; messages call its file `name`.
  static func parse(_ text: String, name: String) -> (settings: Settings, problems: [String]) {
    var settings = Settings()
    do throws(TOMLDocument.SyntaxError) {
      let document = try TOMLDocument(text, name: name)
      settings.file = name
      let problems = settings.read(document)
      return (settings, problems)
    } catch {
      let place = "\(name):\(error.line):\(error.column)"
      return (Settings(), ["\(place): \(error.reason); using the defaults"])
    }
  }

  private mutating func read(_ document: TOMLDocument) -> [String] {
    let keyLines = document.lines
    var problems: [Problem] = []
    for key in document.table.keys {
      guard let value = document.table[key] else { continue }
      if key == "keys" {
        readKeys(value, name: document.name, lines: keyLines, problems: &problems)
      } else if key == "sources" {
        readSources(value, problems: &problems)
      } else if let row = SettingRow.all.first(where: { $0.name == key }) {
        if row.read(value, &self) {
          lines[key] = keyLines[[key]]
        } else {
          problems.append(Problem([key], row.complaint(about: value)))
        }
      } else {
        let known = SettingRow.all.map(\.name) + ["keys", "sources"]
        problems.append(
          Problem([key], "unknown setting \"\(key)\"\(suggestion(for: key, among: known))")
        )
      }
    }
    return document.located(problems)
  }
}

extension Settings {
  /// A setting and its value.
  package struct Entry: Hashable, Sendable {
    /// The key in the file.
    package let name: String
    /// The value in TOML; `nil` if there is none.
    package let value: String?
    /// The line that sets it; `nil` for the default.
    package let line: Int?
  }

  /// All settings except for the keys.
  package var entries: [Entry] {
    SettingRow.all.map { row in
      Entry(name: row.name, value: row.value(self), line: lines[row.name])
    }
  }
}

/// Why the settings file cannot be used.
package enum SettingsError: Error, Hashable, CustomStringConvertible {
  /// There is no file at `path`.
  case missing(path: String)

  /// What is wrong and what to do about it.
  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such settings file; leave out --config to use the usual one"
    }
  }
}
