/// Where what is remembered is kept.
///
/// Source: XDG Base Directory Specification 0.8, which says that a relative path in its variables is
/// ignored. A home directory that does not exist is not made.
package struct HistoryPaths: Hashable, Sendable {
  /// The file of the history, `~/.local/state/skein/skein.db`; `nil` if there is no home directory.
  package let history: String?
  /// The file of the library, `~/.cache/skein/library.db`; `nil` if there is no home directory.
  package let library: String?

  /// The paths for an environment; `variable` returns the value of a variable.
  package init(variable: (String) -> String?) {
    func folder(_ name: String, _ usual: String) -> String? {
      if let path = variable(name), path.hasPrefix("/") { return path }
      guard let home = variable("HOME"), home.hasPrefix("/"), HistoryStore.exists(at: home) else {
        return nil
      }
      return home + usual
    }
    history = folder("XDG_STATE_HOME", "/.local/state").map { $0 + "/skein/skein.db" }
    library = folder("XDG_CACHE_HOME", "/.cache").map { $0 + "/skein/library.db" }
  }
}
