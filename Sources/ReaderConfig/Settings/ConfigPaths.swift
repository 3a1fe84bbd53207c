/// The paths of the user's settings and themes.
///
/// Source: XDG Base Directory Specification 0.8, which says that a relative path in
/// `$XDG_CONFIG_HOME` is ignored.
package struct ConfigPaths: Hashable, Sendable {
  /// The folder of both, `~/.config/skein`; `nil` if there is no home directory.
  package let directory: String?

  /// The paths for an environment; `variable` returns the value of a variable.
  package init(variable: (String) -> String?) {
    if let config = variable("XDG_CONFIG_HOME"), config.hasPrefix("/") {
      directory = config + "/skein"
    } else if let home = variable("HOME"), home.hasPrefix("/") {
      directory = home + "/.config/skein"
    } else {
      directory = nil
    }
  }

  /// The path of the settings file, which may not exist.
  package var settingsFile: String? { directory.map { $0 + "/config.toml" } }

  /// The path of the rules for people and words, which may not exist.
  package var rulesFile: String? { directory.map { $0 + "/rules" } }

  /// The folder of the user's own themes, which may not exist.
  package var themesDirectory: String? { directory.map { $0 + "/themes" } }
}
