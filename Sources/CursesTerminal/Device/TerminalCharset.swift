import CNcurses
import Terminal

/// Finds out which characters the terminal shows.
package enum TerminalCharset {
  /// The charset of the locale; `variable` returns the value of an environment variable.
  ///
  /// A missing locale, as in containers, or one that is not installed counts as UTF-8, since other
  /// terminals are rare.
  package static func detect(variable: (String) -> String?) -> VisibleText.Charset {
    let values = ["LC_ALL", "LC_CTYPE", "LANG"].map { variable($0) ?? "" }
    guard let locale = values.first(where: { !$0.isEmpty }) else { return .utf8 }
    let name = locale.lowercased()
    if name.contains("utf-8") || name.contains("utf8") { return .utf8 }
    if name == "c" || name == "posix" || name.contains(".") { return .ascii }
    return cn_locale_is_utf8(locale) ? .utf8 : .ascii
  }
}
