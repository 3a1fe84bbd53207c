/// A theme that travels inside the program; its source is `Themes/<name>.toml`.
struct BuiltInTheme {
  /// What it is chosen by.
  let name: String
  private let bytes: @Sendable () -> [UInt8]

  /// All of them, in the order in which the reader goes through them.
  static let all = [
    BuiltInTheme(name: "default") { PackageResources.default_toml },
    BuiltInTheme(name: "light") { PackageResources.light_toml },
    BuiltInTheme(name: "solarized-dark") { PackageResources.solarized_dark_toml },
    BuiltInTheme(name: "solarized-light") { PackageResources.solarized_light_toml },
    BuiltInTheme(name: "gruvbox") { PackageResources.gruvbox_toml },
    BuiltInTheme(name: "gruvbox-light") { PackageResources.gruvbox_light_toml },
    BuiltInTheme(name: "nord") { PackageResources.nord_toml },
    BuiltInTheme(name: "dracula") { PackageResources.dracula_toml },
    BuiltInTheme(name: "catppuccin") { PackageResources.catppuccin_toml },
    BuiltInTheme(name: "catppuccin-latte") { PackageResources.catppuccin_latte_toml },
    BuiltInTheme(name: "base16") { PackageResources.base16_toml },
    BuiltInTheme(name: "high-contrast") { PackageResources.high_contrast_toml },
    BuiltInTheme(name: "monochrome") { PackageResources.monochrome_toml },
  ]

  private init(name: String, bytes: @escaping @Sendable () -> [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The theme called `name`.
  static func named(_ name: String) -> BuiltInTheme? { all.first { $0.name == name } }

  /// The text of its file.
  var text: String { String(decoding: bytes(), as: UTF8.self) }

  /// The theme's file.
  var file: ThemeFile { ThemeFile(builtIn: bytes(), name: "\(name) (built in)") }
}
