import Glibc
import ReaderConfig
import SiteAccess
import SystemServices

/// Sources by short names: `hn`, `r/swift`, and those in the table `[sources]` of the settings.
enum SourceNames {
  /// The address that `location` stands for; `location` itself if it is no short name, or if there is
  /// a file or folder of that name.
  ///
  /// Reads the settings, from `settingsFile` if given, only if nothing else explains the name.
  static func address(of location: String, settingsFile: String? = nil) -> String {
    guard location != "-", !location.isEmpty, !location.contains("://"),
      location.withFileName({ access($0, F_OK) }) != 0
    else { return location }
    let paths = ConfigPaths(variable: Environment.value)
    let settings = Settings.load(path: settingsFile ?? paths.settingsFile).settings
    return Shortcut.address(of: location, own: settings.sources)
      ?? HistoryListing.subscription(named: location) ?? location
  }
}
