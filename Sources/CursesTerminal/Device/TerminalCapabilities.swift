import CNcurses
import Terminal

/// What the terminal can do beyond what ncurses uses, and the control sequences for it.
///
/// Describes the terminal that ncurses opened last.
struct TerminalCapabilities {
  /// Whether the terminal understands xterm's private modes, or at least ignores them.
  let isXtermLike: Bool

  /// The capabilities of the terminal type `name`.
  init(name: String) {
    // Terminals with a mouse report follow xterm; the Linux console only claims to have one.
    isXtermLike = cn_string("kmous") != nil && !name.hasPrefix("linux")
  }

  /// Turns on bracketed paste (mode 2004) and, with `mouse`, mouse reports (1002, 1006).
  func modesOn(mouse: Bool) -> String {
    guard isXtermLike else { return "" }
    return (mouse ? "\u{1B}[?1002h\u{1B}[?1006h" : "") + "\u{1B}[?2004h"
  }

  /// Turns off all that `modesOn` turns on.
  var modesOff: String {
    isXtermLike ? "\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l" : ""
  }

  /// Asks for the background colour (OSC 11); terminals that do not know it send no answer.
  var backgroundQuery: String { isXtermLike ? "\u{1B}]11;?\u{1B}\\" : "" }

  /// Encloses a frame, so that the terminal shows it at once (mode 2026, synchronized output).
  var frameMarks: (begin: String, end: String)? {
    isXtermLike ? ("\u{1B}[?2026h", "\u{1B}[?2026l") : nil
  }

  /// Restores the terminal after a crash, when ncurses cannot do it.
  var resetSequence: String {
    let ours = isXtermLike ? "\u{1B}[?2026l" + modesOff : ""
    return ours + ["sgr0", "op", "cnorm", "rmcup"].map(Self.string).joined() + "\r"
  }

  /// How colours are sent, if ncurses reports `colors` of them.
  func colorDepth(colors: Int, usesTruecolorTerminfo: Bool) -> PaletteColors.Depth {
    if colors <= 0 { return .none }
    guard colors >= 1 << 24 else { return .indexed(colors) }
    return .truecolor(paletteCount: usesTruecolorTerminfo ? TruecolorTerminfo.paletteCount : 8)
  }

  /// A string capability of terminfo, without padding such as `$<5>`.
  private static func string(_ name: String) -> String {
    guard let found = cn_string(name) else { return "" }
    var result = ""
    var rest = Substring(String(cString: found))
    while let first = rest.popFirst() {
      if first == "$", rest.first == "<" {
        rest = rest.drop { $0 != ">" }.dropFirst()
      } else {
        result.append(first)
      }
    }
    return result
  }
}
