import CursesTerminal
import Glibc
import SystemServices

/// Opens web addresses in the user's browser.
struct Browser {
  /// The command line from the settings; else `$BROWSER`, else the desktop's own browser.
  var command: String?

  /// Opens `address`; returns what to tell the user.
  ///
  /// Without a desktop a browser named by the user runs on the terminal, and this blocks until it
  /// ends.
  func open(_ address: String, on screen: CursesScreen) -> Note? {
    // Only web addresses: a page must not start other programs.
    guard address.hasPrefix("http://") || address.hasPrefix("https://") else {
      return Note(text: "not a web address: \(address)", isWarning: true)
    }
    let words = (command ?? Environment.value(of: "BROWSER")).map {
      $0.split(separator: " ").map(String.init)
    }
    let hasDesktop =
      Environment.value(of: "DISPLAY") != nil || Environment.value(of: "WAYLAND_DISPLAY") != nil
    if let words, let name = words.first, !hasDesktop {
      return run(Program(name, words.dropFirst() + [address]), on: screen)
    }
    let chosen = words ?? ["xdg-open"]
    do throws(SystemError) {
      guard let name = chosen.first else { throw SystemError(number: ENOENT) }
      try Program(name, chosen.dropFirst() + [address]).startDetached()
      return Note(text: "opened \(address)")
    } catch {
      return Note(
        text: "no browser: set `browser` in the settings, or $BROWSER; \(address)",
        isWarning: true
      )
    }
  }

  private func run(_ program: Program, on screen: CursesScreen) -> Note? {
    let status = screen.run(program)
    return status == 0
      ? nil : Note(text: "\(program.name) failed with status \(status)", isWarning: true)
  }
}
