/// Where settings and themes are looked for: the XDG base directories.
///
/// Source: XDG Base Directory Specification 0.8. A relative path in `$XDG_CONFIG_HOME` counts as
/// none, as the specification asks.
package struct ConfigPaths: Hashable, Sendable {
  /// The folder of everything below, `~/.config/skein`; `nil` if there is no home either.
  package let directory: String?

  /// The paths by the environment whose variables `variable` gives.
  package init(variable: (String) -> String?) {
    if let config = variable("XDG_CONFIG_HOME"), config.hasPrefix("/") {
      directory = config + "/skein"
    } else if let home = variable("HOME"), home.hasPrefix("/") {
      directory = home + "/.config/skein"
    } else {
      directory = nil
    }
  }

  /// The settings file, there or not.
  package var settingsFile: String? { directory.map { $0 + "/config.toml" } }

  /// The folder of the user's own themes, there or not.
  package var themesDirectory: String? { directory.map { $0 + "/themes" } }
}
