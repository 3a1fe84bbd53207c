import CNcurses
import Glibc

/// What the environment says about the terminal.
extension CursesScreen {
  /// The terminal's name: the option's, else `TERM`.
  static func terminalName(_ options: Options) throws(TerminalError) -> String {
    guard let name = options.terminalName ?? environment("TERM") else { throw .unnamed }
    if name == "dumb" || name == "unknown" { throw .unsuitable(name: name) }
    return name
  }

  /// Makes wide characters work in this process; returns whether the terminal shows UTF-8.
  ///
  /// A locale of another character set means it does not. None at all, as in containers, or one
  /// that is not installed says nothing, and terminals without UTF-8 have become rare.
  static func adoptLocale() -> Bool {
    let wanted = environment("LC_ALL") ?? environment("LC_CTYPE") ?? environment("LANG")
    let isKnown = setlocale(LC_CTYPE, "") != nil
    let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) }
    if isKnown, codeset == "UTF-8" { return true }
    // ncurses needs a locale with wide characters in any case.
    setlocale(LC_CTYPE, "C.UTF-8")
    guard let wanted else { return true }
    let name = wanted.lowercased()
    if name.hasSuffix("utf-8") || name.hasSuffix("utf8") { return true }
    return !isKnown && !name.contains(".")
  }

  /// Whether `NO_COLOR` is set to anything (no-color.org).
  static func environmentForbidsColor() -> Bool { environment("NO_COLOR") != nil }

  /// What `COLORFGBG`, "text;background" as palette entries, says about the background.
  static func backgroundFromEnvironment() -> Bool? {
    guard let last = environment("COLORFGBG")?.split(separator: ";").last, let index = Int(last),
      0..<16 ~= index
    else { return nil }
    return index != 7 && index < 9
  }

  /// A variable of the environment that is not empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
