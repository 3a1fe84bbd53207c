/// A theme that is part of the program: a file `Themes/<name>.toml`, embedded by `EmbedThemes`.
struct BuiltInTheme {
  /// The name it is chosen by.
  let name: String
  private let source: StaticString

  /// All of them by name, the default theme first.
  static let all: [BuiltInTheme] = {
    let themes = embeddedThemes.map { BuiltInTheme(name: "\($0.name)", source: $0.text) }
    return themes.filter { $0.name == "default" } + themes.filter { $0.name != "default" }
  }()

  /// The theme called `name`; `nil` if there is none.
  static func named(_ name: String) -> BuiltInTheme? { all.first { $0.name == name } }

  /// The text of its file.
  var text: String { "\(source)" }

  /// The parsed file.
  var file: ThemeFile {
    let bytes = UnsafeBufferPointer(start: source.utf8Start, count: source.utf8CodeUnitCount)
    return ThemeFile(builtIn: Array(bytes), name: "\(name) (built in)")
  }
}
