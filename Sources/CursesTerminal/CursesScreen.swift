import CNcurses
import Glibc
import Terminal

/// The terminal the program was started from, drawn on by ncurses.
///
/// ncurses knows how to draw on the terminal and sends only what changed; the keys are read by
/// `InputDecoder`. One screen at a time: ncurses and signals are the process's own. It must be used
/// from one thread; only `wakeUp` is for others.
package final class CursesScreen: Screen {
  /// What a screen is opened with.
  package struct Options: Sendable {
    /// Whether colours may be used; if not, attributes alone tell things apart.
    package var usesColor = true
    /// Whether the mouse is asked for; the terminal then needs Shift to select text.
    package var usesMouse = true
    /// Whether signals are answered and crashes restore the terminal.
    package var handlesSignals = true
    /// An open terminal to use in place of the standard streams and `/dev/tty`.
    package var descriptor: Int32?
    /// Looks a variable of the environment up.
    package var variable: @Sendable (_ name: String) -> String? = { name in
      getenv(name).map { String(cString: $0) }
    }

    /// Colours, mouse and signals on, the terminal found by itself.
    package init() {}
  }

  /// Wakes `nextEvent` from another thread.
  package let wakeUp: WakeUp
  /// Whether box drawing and letters beyond ASCII can be shown; if not, ASCII stands in for them.
  package let isUTF8: Bool
  /// Whether the terminal's background is dark, as far as `COLORFGBG` tells.
  package let defaultBackgroundIsDark: Bool?
  /// Whether the terminal shows colours and may.
  package var hasColors: Bool { pairs.hasColors }
  /// How many colours it shows: 0, 8, 16, 256 or all 16 million.
  package var colorCount: Int { pairs.colorCount }

  let options: Options
  let tty: TerminalFile
  let dialect: TerminalDialect
  let signals: (readEnd: Int32, writeEnd: Int32)
  let isGuarded: Bool
  var screen: OpaquePointer?
  var decoder = InputDecoder()
  /// Events that are due before anything new is read.
  var pending: [InputEvent] = []
  var hasEnded = false
  /// When bytes came last, on `now`'s clock: an escape alone is a key after a while.
  var lastInput = 0
  /// What is on the screen; `nil` if all of it has to be drawn.
  var shown: Grid?
  var shownCursor: Position?
  var pairs: ColorPairs
  /// Whether mouse, pastes and what else we ask of the terminal are switched on.
  var areModesOn = false
  /// When the background's colour was asked for, on `now`'s clock, and whether an answer is due.
  var backgroundQuery: (time: Int, isOpen: Bool)?

  /// Opens the terminal and takes it over; nothing is drawn before the first `present`.
  package init(_ options: Options = Options()) throws(TerminalError) {
    self.options = options
    tty = try TerminalFile(descriptor: options.descriptor)
    wakeUp = try WakeUp()
    signals = try openPipe()
    let name = try options.terminalName()
    isUTF8 = options.isUTF8
    defaultBackgroundIsDark = options.backgroundIsDark
    // Whatever the terminal shows: without it ncurses has no wide characters.
    setlocale(LC_CTYPE, "C.UTF-8")
    var modes = termios()
    tcgetattr(tty.input, &modes)
    use_env(false)
    use_tioctl(true)
    // Before ncurses' own: it leaves alone what is handled.
    isGuarded = options.handlesSignals
    if isGuarded { cn_guard(signals.writeEnd, tty.output, &modes) }
    var entry =
      options.hasDirectColors(name: name)
      ? DirectColorEntry(named: name, variable: options.variable) : nil
    guard let opened = tty.openScreen(name: name, entry: &entry) else {
      if isGuarded { cn_unguard() }
      throw .unknown(name: name)
    }
    screen = opened
    dialect = TerminalDialect(name: name)
    pairs = ColorPairs(colors: PaletteColors(depth: .none), capacity: 0)
    guard cn_string("cup") != nil else {
      close()
      throw .unsuitable(name: name)
    }
    takeOver(isDirectEntry: entry != nil)
  }

  deinit { close() }

  /// The size of the window.
  package var size: Size {
    guard screen != nil, let window = cn_stdscr() else { return Size(columns: 0, rows: 0) }
    return Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
  }

  /// Gives the terminal back as it was found; later calls do nothing.
  package func close() {
    guard let screen else { return }
    leave()
    self.screen = nil
    delscreen(screen)
    if isGuarded { cn_unguard() }
    Glibc.close(signals.readEnd)
    Glibc.close(signals.writeEnd)
    tty.close()
  }

  private func takeOver(isDirectEntry: Bool) {
    raw()
    noecho()
    nonl()
    typeahead(-1)
    _ = idlok(cn_stdscr(), true)
    leaveok(cn_stdscr(), false)
    if options.allowsColor, has_colors() {
      start_color()
      use_default_colors()
      pairs = ColorPairs(
        colors: PaletteColors(
          depth: dialect.colorDepth(
            colors: Int(cn_colors()),
            isDirectEntry: isDirectEntry
          )
        ),
        capacity: Int(cn_color_pairs())
      )
    }
    if isGuarded { cn_guard_reset(dialect.resetSequence) }
  }

  /// Leaves the terminal to other programs.
  func leave() {
    if areModesOn { tty.write(dialect.modesOff) }
    areModesOn = false
    awaitAnswer()
    endwin()
    if isGuarded { cn_guard_arm(false) }
  }

  /// Takes the terminal over again; the next `present` draws all of it.
  func enter() {
    if isGuarded { cn_guard_arm(true) }
    reset_prog_mode()
    areModesOn = false
    redraw()
  }

  /// Has the next `present` draw everything, over whatever other programs left on the screen.
  package func redraw() {
    shown = nil
    clearok(cn_curscr(), true)
  }
}
