import CursesTerminal
import DocumentModel
import SystemServices

/// Opens web addresses in the user's browser.
struct Browser {
  /// The command line from the settings; else the first in `$BROWSER` that is installed, else the
  /// desktop's own browser.
  var command: String?

  /// Opens `address`, which is what is told to the user as well; returns what to tell.
  ///
  /// Without a desktop a browser named by the user runs on the terminal, and this blocks until it
  /// ends.
  func open(_ address: String, on screen: CursesScreen) -> Note? {
    let address = LinkAddress.escaped(address)
    // Only web addresses: a page must not start other programs.
    guard LinkAddress.isWeb(address) else {
      return Note(text: "not a web address: \(address)", isWarning: true)
    }
    let named = command ?? Environment.value(of: "BROWSER")
    let lines = Self.lines(from: command)
    let words = lines.map(CommandWords.words)
    if let open = words.firstIndex(where: { $0 == nil }) {
      return Note(
        text: "the browser's command has an open quotation mark: \(lines[open])",
        isWarning: true
      )
    }
    let commands = words.map { $0 ?? [] }
    guard !commands.contains(where: { $0.contains(where: Self.isCommandLine) }) else {
      return Note(text: Self.unsafeAdvice, isWarning: true)
    }
    let programs = commands.compactMap { Self.program($0, opening: address) }
    guard let program = programs.first(where: { $0.path != nil }) else {
      let missing = named.map { "not installed: \($0); " } ?? ""
      return Note(text: missing + Self.advice + address, isWarning: true)
    }
    let hasDesktop =
      Environment.value(of: "DISPLAY") != nil || Environment.value(of: "WAYLAND_DISPLAY") != nil
    if named != nil, !hasDesktop { return run(program, on: screen) }
    do throws(SystemError) {
      try program.startDetached()
      return Note(text: "opened \(address)")
    } catch {
      return Note(text: Self.advice + address, isWarning: true)
    }
  }

  private static let advice = "no browser: set `browser` in the settings, or $BROWSER; "

  /// The command lines that may open an address, the first choice first; `command` is that of the
  /// settings.
  static func lines(from command: String?) -> [String] {
    if let command { return [command] }
    guard let list = Environment.value(of: "BROWSER") else { return ["xdg-open"] }
    return list.split(separator: ":" as Character).map(String.init)
  }

  private static let unsafeAdvice =
    "the browser's command has %s inside a longer argument, where an address could run commands;"
    + " let the shell put it in place: sh -c 'w3m \"$1\" | less' sh %s"

  /// Whether `word` holds `%s` within a command of its own, as after `sh -c`.
  ///
  /// A shell would read the address as a part of the command, with all that `$( )`, `;` and `&` do.
  static func isCommandLine(_ word: String) -> Bool {
    word.contains("%s") && word.contains { $0.isWhitespace || "\"'`;|&$(<>".contains($0) }
  }

  /// The program of `words` with `address` in the place of `%s`, or as its last argument.
  static func program(_ words: [String], opening address: String) -> Program? {
    guard let name = words.first, !name.isEmpty else { return nil }
    let arguments = words.dropFirst().map { $0.replacing("%s", with: address) }
    let isPlaced = arguments != Array(words.dropFirst())
    return Program(name, isPlaced ? arguments : arguments + [address])
  }

  private func run(_ program: Program, on screen: CursesScreen) -> Note? {
    let status = screen.run(program)
    return status == 0
      ? nil : Note(text: "\(program.name) failed with status \(status)", isWarning: true)
  }
}
