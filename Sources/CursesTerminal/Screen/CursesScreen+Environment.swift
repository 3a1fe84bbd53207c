/// Reads what the environment states about the terminal.
extension CursesScreen.Options {
  /// The terminal type in `TERM`.
  func terminalName() throws(TerminalError) -> String {
    guard let name = variable("TERM"), !name.isEmpty else { throw .unnamed }
    if name == "dumb" || name == "unknown" { throw .unsuitable(name: name) }
    return name
  }

  /// Whether colours may be used; `NO_COLOR` with any value forbids them (no-color.org).
  var allowsColor: Bool { usesColor && (variable("NO_COLOR") ?? "").isEmpty }

  /// Whether `COLORTERM` states that the terminal accepts colours by red, green and blue.
  ///
  /// GNU screen does not, but passes on its own terminal's `COLORTERM`; tmux, which may use the same
  /// terminal type, does.
  func hasTruecolor(name: String) -> Bool {
    guard allowsColor, ["truecolor", "24bit"].contains(variable("COLORTERM")) else { return false }
    return !name.hasPrefix("screen") || variable("TMUX") != nil
  }

  /// Whether the background is dark by `COLORFGBG`, which is "text;background" as palette entries.
  var backgroundIsDark: Bool? {
    guard let last = variable("COLORFGBG")?.split(separator: ";").last, let index = Int(last),
      0..<16 ~= index
    else { return nil }
    return index != 7 && index < 9
  }
}
