import HTMLParsing
import ReaderUI
import TOMLKit

/// One setting: its name, the values it accepts, and where `Settings` stores it.
struct SettingRow: Sendable {
  /// The key in the file.
  let name: String
  /// What the value must be, to follow «must be».
  let expected: String
  /// The accepted words, if there are only some.
  private let choices: [String]
  /// Stores a value; returns `false` if it is not accepted.
  let read: @Sendable (any TOMLValueConvertible, inout Settings) -> Bool
  /// The value in TOML; `nil` if there is none.
  let value: @Sendable (Settings) -> String?

  /// All settings except for `[keys]`, in the order in which they are listed.
  static let all: [SettingRow] = [
    .text("theme", \.theme, expecting: "the name of a theme or the path of its file"),
    .number("text-width", \.textWidth, in: 20...400),
    .choice("layout", \.layout),
    .number("preview-lines", \.previewLines, in: 0...10_000),
    .levels("open-folded", \.openLevels, upTo: 99),
    .flag("rail", \.showsRail),
    .flag("mouse", \.usesMouse),
    .choice("date-style", \.dateStyle),
    .choice("linked-article", \.linkedArticle),
    .words("copy-command", \.copyCommand, expecting: "a command line in quotes"),
    .words("browser", \.browser, expecting: "a command line in quotes"),
    .words("rules", \.rules, expecting: "the path of a file in quotes"),
    .number("remember-days", \.rememberDays, in: 0...36_500),
    .number("keep-megabytes", \.keepMegabytes, in: 0...1_000_000),
    .encoding("encoding", \.encoding),
  ]

  /// The message about a `value` that was not accepted.
  func complaint(about value: any TOMLValueConvertible) -> String {
    let hint = value.string.map { suggestion(for: $0, among: choices) } ?? ""
    let fallback = self.value(Settings()).map { "; using \($0)" } ?? ""
    return "\(name) must be \(expected)\(hint.isEmpty ? fallback : hint)"
  }

  private static func text(
    _ name: String,
    _ path: any WritableKeyPath<Settings, String> & Sendable,
    expecting expected: String
  ) -> SettingRow {
    SettingRow(
      name: name,
      expected: expected,
      choices: [],
      read: { value, settings in
        guard let text = value.string, !text.isEmpty else { return false }
        settings[keyPath: path] = text
        return true
      },
      value: { quoted($0[keyPath: path]) }
    )
  }

  private static func words(
    _ name: String,
    _ path: any WritableKeyPath<Settings, String?> & Sendable,
    expecting expected: String
  ) -> SettingRow {
    SettingRow(
      name: name,
      expected: expected,
      choices: [],
      read: { value, settings in
        guard let text = value.string else { return false }
        settings[keyPath: path] = text.isEmpty ? nil : text
        return true
      },
      value: { $0[keyPath: path].map(quoted) }
    )
  }

  private static func encoding(
    _ name: String,
    _ path: any WritableKeyPath<Settings, HTMLEncoding?> & Sendable
  ) -> SettingRow {
    SettingRow(
      name: name,
      expected: "the name of an encoding, such as \"windows-1251\"",
      choices: HTMLEncoding.allCases.map(\.rawValue),
      read: { value, settings in
        guard let label = value.string else { return false }
        settings[keyPath: path] = HTMLEncoding(label: label)
        return label.isEmpty || settings[keyPath: path] != nil
      },
      value: { $0[keyPath: path].map { quoted($0.rawValue) } }
    )
  }

  private static func number(
    _ name: String,
    _ path: any WritableKeyPath<Settings, Int> & Sendable,
    in range: ClosedRange<Int>
  ) -> SettingRow {
    SettingRow(
      name: name,
      expected: "a number from \(range.lowerBound) to \(range.upperBound)",
      choices: [],
      read: { value, settings in
        guard let number = value.int, range.contains(number) else { return false }
        settings[keyPath: path] = number
        return true
      },
      value: { String($0[keyPath: path]) }
    )
  }

  /// What is folded: nothing, replies, threads, or what is below a number of levels.
  private static func levels(
    _ name: String,
    _ path: any WritableKeyPath<Settings, Int?> & Sendable,
    upTo most: Int
  ) -> SettingRow {
    let words: [(name: String, levels: Int?)] = [("none", nil), ("replies", 1), ("threads", 0)]
    return SettingRow(
      name: name,
      expected: words.map { quoted($0.name) }.joined(separator: ", ")
        + " or the number of levels to show, 1 to \(most)",
      choices: words.map(\.name),
      read: { value, settings in
        if let word = words.first(where: { $0.name == value.string }) {
          settings[keyPath: path] = word.levels
        } else if let number = value.int, 1...most ~= number {
          settings[keyPath: path] = number
        } else {
          return false
        }
        return true
      },
      value: { settings in
        let levels = settings[keyPath: path]
        return words.first { $0.levels == levels }.map { quoted($0.name) }
          ?? levels.map(String.init)
      }
    )
  }

  private static func flag(
    _ name: String,
    _ path: any WritableKeyPath<Settings, Bool> & Sendable
  ) -> SettingRow {
    SettingRow(
      name: name,
      expected: "true or false, without quotes",
      choices: [],
      read: { value, settings in
        guard let isOn = value.bool else { return false }
        settings[keyPath: path] = isOn
        return true
      },
      value: { String($0[keyPath: path]) }
    )
  }

  private static func choice<Choice>(
    _ name: String,
    _ path: any WritableKeyPath<Settings, Choice> & Sendable
  ) -> SettingRow
  where Choice: CaseIterable & RawRepresentable & Sendable, Choice.RawValue == String {
    let choices = Choice.allCases.map(\.rawValue)
    return SettingRow(
      name: name,
      expected: "one of " + choices.map(quoted).joined(separator: ", "),
      choices: choices,
      read: { value, settings in
        guard let choice = value.string.flatMap(Choice.init(rawValue:)) else { return false }
        settings[keyPath: path] = choice
        return true
      },
      value: { quoted($0[keyPath: path].rawValue) }
    )
  }

  private static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
