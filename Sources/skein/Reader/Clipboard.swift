import CursesTerminal
import SystemServices

/// Puts text on the clipboard.
struct Clipboard {
  /// A shell command that reads the text on its standard input; `nil`: the terminal alone is asked.
  var command: String?

  /// Copies `text`, by the terminal and by the command; returns what to tell the user.
  func copy(_ text: String, on screen: CursesScreen) -> Note? {
    let isTaken = screen.copyToClipboard(text)
    guard let command else {
      return isTaken
        ? nil
        : Note(
          text: "this terminal has no clipboard: set `copy-command` in the settings",
          isWarning: true
        )
    }
    let status = try? Program("sh", ["-c", command]).run(input: text)
    return status == 0
      ? nil : Note(text: "copy-command failed: \(command)", isWarning: true)
  }
}
