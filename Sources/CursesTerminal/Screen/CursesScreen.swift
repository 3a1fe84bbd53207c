import CNcurses
import Glibc
import Terminal

/// The terminal that the program was started from, drawn on with ncurses.
///
/// ncurses draws and sends only what has changed; keys are decoded by `InputDecoder`. There can be
/// one screen at a time, since ncurses and signals are global to the process. Use it on one thread;
/// only `wakeUp` may be used on others.
package final class CursesScreen: Screen {
  /// How a screen is opened.
  package struct Options: Sendable {
    /// Whether colours may be used; otherwise only attributes are.
    package var usesColor = true
    /// Whether mouse reports are turned on; text is then selected with Shift held.
    package var usesMouse = true
    /// Whether signals are handled, and the terminal is restored after a crash.
    package var handlesSignals = true
    /// The descriptor of an open terminal to use instead of the standard streams and `/dev/tty`.
    package var descriptor: Int32?
    /// Returns the value of an environment variable.
    package var variable: @Sendable (_ name: String) -> String? = { name in
      getenv(name).map { String(cString: $0) }
    }

    /// Colours, mouse and signals on, and the terminal of the standard streams.
    package init() {}
  }

  /// Wakes `nextEvent` from another thread.
  package let wakeUp: WakeUp
  /// The keys with Alt that commands are bound to; others are Escape and the key without Alt.
  ///
  /// A terminal sends the same bytes for both.
  package var altKeys: Set<Key> {
    get { decoder.altKeys }
    set { decoder.altKeys = newValue }
  }
  /// What the terminal can show; other characters are replaced.
  package let charset: VisibleText.Charset
  /// Whether the terminal's background is dark, if `COLORFGBG` states it.
  package let defaultBackgroundIsDark: Bool?
  /// Whether the terminal shows colours and they are allowed.
  package var hasColors: Bool { pairs.hasColors }
  /// How many colours it shows: 0, 8, 16, 256 or all 16 million.
  package var colorCount: Int { pairs.colorCount }

  let options: Options
  let tty: TerminalFile
  let capabilities: TerminalCapabilities
  let signals: (readEnd: Int32, writeEnd: Int32)
  let isGuarded: Bool
  var screen: OpaquePointer?
  var decoder = InputDecoder()
  /// Events to return before anything else is read.
  var pending: [InputEvent] = []
  var hasEnded = false
  /// When bytes were last read, in milliseconds of `Clock`; Escape alone is a key after a while.
  var lastInput = 0
  /// The grid on the screen; `nil` if all of it has to be drawn.
  var shown: Grid?
  var shownCursor: Position?
  var pairs: ColorPairs
  /// Whether the modes of `TerminalCapabilities.modesOn` are on.
  var areModesOn = false
  /// Whether they were turned on and not off again; another program may have turned them off since.
  var mayModesBeOn = false
  /// When the background colour was requested, in milliseconds of `Clock`, and whether the answer
  /// is outstanding.
  var backgroundQuery: (time: Int, isOpen: Bool)?

  /// Opens the terminal and sets its modes; nothing is drawn before the first `present`.
  package init(_ options: Options = Options()) throws(TerminalError) {
    self.options = options
    tty = try TerminalFile(descriptor: options.descriptor)
    wakeUp = try WakeUp()
    signals = try openPipe()
    let name = try options.terminalName()
    charset = TerminalCharset.detect(variable: options.variable)
    defaultBackgroundIsDark = options.backgroundIsDark
    // Even without UTF-8 on the terminal, ncurses needs this for wide characters.
    setlocale(LC_CTYPE, "C.UTF-8")
    var modes = termios()
    tcgetattr(tty.input, &modes)
    // Before ncurses installs its handlers: it leaves alone signals that are handled.
    isGuarded = options.handlesSignals
    if isGuarded { cn_guard(signals.writeEnd, tty.output, &modes) }
    var entry =
      options.hasTruecolor(name: name)
      ? TruecolorTerminfo(named: name, variable: options.variable) : nil
    guard let opened = tty.openScreen(name: name, entry: &entry) else {
      if isGuarded { cn_unguard() }
      throw .unknown(name: name)
    }
    screen = opened
    capabilities = TerminalCapabilities(name: name)
    pairs = ColorPairs(colors: PaletteColors(depth: .none), capacity: 0)
    guard cn_string("cup") != nil else {
      close()
      throw .unsuitable(name: name)
    }
    takeOver(usesTruecolorTerminfo: entry != nil)
  }

  deinit { close() }

  /// The size of the terminal window.
  package var size: Size {
    guard screen != nil, let window = cn_stdscr() else { return Size(columns: 0, rows: 0) }
    return Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
  }

  /// Restores the terminal to its state before; further calls do nothing.
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

  private func takeOver(usesTruecolorTerminfo: Bool) {
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
          depth: capabilities.colorDepth(
            colors: Int(cn_colors()),
            usesTruecolorTerminfo: usesTruecolorTerminfo
          )
        ),
        capacity: Int(cn_color_pairs())
      )
    }
    if isGuarded { cn_guard_reset(capabilities.resetSequence) }
  }

  /// Restores the terminal for other programs, until `enter`.
  func leave() {
    if mayModesBeOn { tty.write(capabilities.modesOff) }
    areModesOn = false
    mayModesBeOn = false
    awaitAnswer()
    clearLastRow()
    endwin()
    if isGuarded { cn_guard_arm(false) }
  }

  /// Clears the row that the shell's prompt will stand in, on terminals that keep what was drawn.
  private func clearLastRow() {
    guard cn_string("smcup") == nil, size.rows > 0 else { return }
    wmove(cn_stdscr(), Int32(size.rows - 1), 0)
    wclrtoeol(cn_stdscr())
    wrefresh(cn_stdscr())
  }

  /// Takes the terminal back after `leave`; the next `present` draws the whole screen.
  func enter() {
    if isGuarded { cn_guard_arm(true) }
    reset_prog_mode()
    areModesOn = false
    redraw()
  }

  /// Makes the next `present` draw the whole screen, over what other programs have written.
  package func redraw() {
    shown = nil
    clearok(cn_curscr(), true)
  }
}
