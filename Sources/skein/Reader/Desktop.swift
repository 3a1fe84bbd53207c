import CursesTerminal
import Glibc

/// Programs beside the terminal: the browser, the clipboard.
struct Desktop {
  /// The browser from the settings; else `$BROWSER`, else the desktop's own.
  var browser: String?
  /// A command that takes the clipboard's text on standard input.
  var copyCommand: String?

  /// Shows `address` in the browser; says so if that could not be done.
  func open(_ address: String, on screen: CursesScreen) -> Note? {
    // Only addresses of the web: a page must not start other programs.
    guard address.hasPrefix("http://") || address.hasPrefix("https://") else {
      return Note(text: "not an address of the web: \(address)", isWarning: true)
    }
    let chosen = (browser ?? Self.variable("BROWSER")).map {
      $0.split(separator: " ").map(String.init)
    }
    let hasDesktop = Self.variable("DISPLAY") != nil || Self.variable("WAYLAND_DISPLAY") != nil
    if let chosen, !chosen.isEmpty, !hasDesktop {
      let status = screen.runOutside(chosen + [address])
      return status == 0
        ? nil : Note(text: "\(chosen[0]) failed with status \(status)", isWarning: true)
    }
    if screen.spawnDetached((chosen ?? ["xdg-open"]) + [address]) {
      return Note(text: "opened \(address)")
    }
    return Note(
      text: "no browser: set `browser` in the settings, or $BROWSER; \(address)",
      isWarning: true
    )
  }

  /// Puts `text` on the clipboard, by the terminal and by the command from the settings.
  func copy(_ text: String, on screen: CursesScreen) -> Note? {
    let isTaken = screen.copyToClipboard(text)
    if let copyCommand {
      guard feed(text, to: copyCommand) else {
        return Note(text: "copy-command failed: \(copyCommand)", isWarning: true)
      }
      return nil
    }
    return isTaken
      ? nil
      : Note(
        text: "this terminal has no clipboard: set `copy-command` in the settings",
        isWarning: true
      )
  }

  private func feed(_ text: String, to command: String) -> Bool {
    // The command may end before it has read all.
    let found = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, found) }
    guard let pipe = popen("{ \(command); } >/dev/null 2>&1", "w") else { return false }
    let written = text.utf8.withContiguousStorageIfAvailable {
      fwrite($0.baseAddress, 1, $0.count, pipe)
    }
    return pclose(pipe) == 0 && written == text.utf8.count
  }

  /// The environment variable `name`, `nil` if it is not set or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
