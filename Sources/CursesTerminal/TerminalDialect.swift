import CNcurses
import Terminal

/// What is sent to the terminal beside what ncurses sends, and what its description tells.
///
/// Of the terminal ncurses opened last.
struct TerminalDialect {
  /// Whether it understands, or passes over, xterm's private modes.
  let isXtermLike: Bool

  /// The dialect of the terminal `name`.
  init(name: String) {
    // Whoever reports a mouse has learnt it from xterm; the Linux console only pretends.
    isXtermLike = cn_string("kmous") != nil && !name.hasPrefix("linux")
  }

  /// Whether the mouse is asked for.
  func modesOn(mouse: Bool) -> String {
    guard isXtermLike else { return "" }
    return (mouse ? "\u{1B}[?1002h\u{1B}[?1006h" : "") + "\u{1B}[?2004h"
  }

  /// Undoes `modesOn`.
  var modesOff: String {
    isXtermLike ? "\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l" : ""
  }

  /// Asks for the colour of the background (OSC 11); terminals that do not know it are silent.
  var backgroundQuery: String { isXtermLike ? "\u{1B}]11;?\u{1B}\\" : "" }

  /// Before and after a frame: the terminal shows it whole or not at all (mode 2026).
  var frameMarks: (begin: String, end: String)? {
    isXtermLike ? ("\u{1B}[?2026h", "\u{1B}[?2026l") : nil
  }

  /// Everything that gives the terminal back, for when ncurses cannot be asked to any more.
  var resetSequence: String {
    let ours = isXtermLike ? "\u{1B}[?2026l" + modesOff : ""
    return ours + ["sgr0", "op", "cnorm", "rmcup"].map(Self.string).joined() + "\r"
  }

  /// How colours are told to it, when ncurses counts `colors` of them.
  func colorDepth(colors: Int, isDirectEntry: Bool) -> PaletteColors.Depth {
    if colors <= 0 { return .none }
    guard colors >= 1 << 24 else { return .indexed(colors) }
    return .direct(paletteCount: isDirectEntry ? DirectColorEntry.paletteCount : 8)
  }

  /// A string of the terminal's description without the pauses slow terminals need, `$<5>`.
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
