import CNcurses
import Glibc

/// What the environment says about the terminal.
extension CursesScreen.Options {
  /// The terminal's name, in `TERM`.
  func terminalName() throws(TerminalError) -> String {
    guard let name = variable("TERM"), !name.isEmpty else { throw .unnamed }
    if name == "dumb" || name == "unknown" { throw .unsuitable(name: name) }
    return name
  }

  /// Whether colours are wanted: `NO_COLOR` forbids them, whatever it holds (no-color.org).
  var allowsColor: Bool { usesColor && (variable("NO_COLOR") ?? "").isEmpty }

  /// Whether the terminal says that it takes colours by red, green and blue.
  ///
  /// GNU screen does not, but hands on what its own terminal says; tmux, under the same name, does.
  func hasDirectColors(name: String) -> Bool {
    guard allowsColor, ["truecolor", "24bit"].contains(variable("COLORTERM")) else { return false }
    return !name.hasPrefix("screen") || variable("TMUX") != nil
  }

  /// What `COLORFGBG`, "text;background" as palette entries, says about the background.
  var backgroundIsDark: Bool? {
    guard let last = variable("COLORFGBG")?.split(separator: ";").last, let index = Int(last),
      0..<16 ~= index
    else { return nil }
    return index != 7 && index < 9
  }

  /// Whether the terminal shows UTF-8, as far as its locale tells.
  ///
  /// A locale of another character set means it does not. None at all, as in containers, or one
  /// that is not installed says nothing, and terminals without UTF-8 have become rare.
  var isUTF8: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.map { variable($0) ?? "" }
    guard let name = names.first(where: { !$0.isEmpty })?.lowercased() else { return true }
    if name.contains("utf-8") || name.contains("utf8") { return true }
    if name == "c" || name == "posix" || name.contains(".") { return false }
    return cn_locale_is_utf8(name)
  }
}
