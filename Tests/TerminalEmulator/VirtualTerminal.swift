import CVTerm
import Glibc
import Terminal

/// A terminal in the process: a pty with an emulator at its far end.
public final class VirtualTerminal {
  private let terminal: UnsafeMutablePointer<cv_terminal>

  /// How long a condition may take to come true, in milliseconds.
  private static let patience = 10_000

  /// A terminal that nothing runs on; without UTF-8 every byte is a character, as in ISO 8859.
  public init?(columns: Int, rows: Int, isUTF8: Bool = true) {
    guard let opened = cv_open(Int32(rows), Int32(columns)) else { return nil }
    terminal = opened
    vterm_set_utf8(terminal.pointee.vterm, isUTF8 ? 1 : 0)
  }

  /// A terminal that `arguments` runs on, with `settings` as its environment.
  ///
  /// Arguments are bytes, since names of files are.
  public init?(
    columns: Int,
    rows: Int,
    isUTF8: Bool = true,
    running arguments: [[UInt8]],
    settings: [String: String]
  ) {
    var list =
      arguments.map { argument in
        (argument.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer {
          $0.baseAddress.flatMap { strdup($0) }
        }
      } + [nil]
    var variables = settings.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (list + variables).forEach { free($0) } }
    guard let opened = cv_run(Int32(rows), Int32(columns), &list, &variables) else { return nil }
    terminal = opened
    vterm_set_utf8(terminal.pointee.vterm, isUTF8 ? 1 : 0)
  }

  deinit { cv_close(terminal) }

  /// The end that a screen is opened on.
  public var descriptor: Int32 { terminal.pointee.slave }
  /// The program that runs on it.
  public var process: pid_t { terminal.pointee.child }
  /// Whether the second screen is shown, which full-screen programs use.
  public var hasAlternateScreen: Bool { terminal.pointee.has_alternate_screen }
  /// Whether the cursor can be seen.
  public var hasCursor: Bool { terminal.pointee.has_cursor }
  /// Whether the mouse is reported.
  public var hasMouse: Bool { terminal.pointee.mouse != 0 }
  /// Whether the line settings are a shell's.
  public var isCooked: Bool { cv_is_cooked(terminal) }
  /// Whether nothing a full-screen program does is left.
  public var isRestored: Bool { !hasAlternateScreen && hasCursor && !hasMouse && isCooked }

  /// Whether a full-screen program has it, with the mouse.
  public var isTaken: Bool { hasAlternateScreen && hasMouse && !isCooked }

  /// Where the cursor stands.
  public var cursor: Position {
    var place = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal.pointee.vterm), &place)
    return Position(row: Int(place.row), column: Int(place.col))
  }

  /// Everything written to it.
  public var written: [UInt8] {
    Array(UnsafeRawBufferPointer(start: terminal.pointee.log, count: terminal.pointee.log_length))
  }

  /// Everything written to it, as text.
  public var log: String { String(decoding: written, as: UTF8.self) }

  /// Waits until `condition` holds, showing what is written; false if it never does.
  public func wait(until condition: () -> Bool) -> Bool {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let deadline = time.tv_sec * 1000 + time.tv_nsec / 1_000_000 + Self.patience
    var left = Self.patience
    var isOpen = true
    while true {
      if condition() { return true }
      guard left > 0 else { return false }
      if isOpen { isOpen = cv_pump(terminal, Int32(min(left, 20))) } else { usleep(1000) }
      clock_gettime(CLOCK_MONOTONIC, &time)
      left = deadline - time.tv_sec * 1000 - time.tv_nsec / 1_000_000
    }
  }

  /// Waits until some row holds `text`.
  public func waits(for text: String) -> Bool {
    wait { screen.contains(text) }
  }

  /// Shows what has been written by now.
  public func update() { _ = cv_pump(terminal, 0) }

  /// Types `text`.
  public func type(_ text: String) { type(Array(text.utf8)) }

  /// Types `bytes`.
  public func type(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      cv_type(terminal, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
  }

  /// Gives the window another size.
  public func resize(columns: Int, rows: Int) { cv_resize(terminal, Int32(rows), Int32(columns)) }

  /// Claims another size, which nothing is shown in.
  public func claim(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the window.
  public func hangUp() { cv_hang_up(terminal) }

  /// The program's exit status once it has ended, as a shell has it, and all it wrote is shown.
  public func exitStatus() -> Int32? {
    var status: Int32 = -1
    let hasEnded = wait {
      status = status < 0 ? cv_status(terminal) : status
      return status >= 0 && !cv_pump(terminal, 10)
    }
    return hasEnded ? status : nil
  }

  /// The cell at that place.
  public func cell(row: Int, column: Int) -> cv_cell {
    cv_cell_at(terminal, Int32(row), Int32(column))
  }

  /// The text of a row, without the blanks at its end.
  public func text(ofRow row: Int) -> String {
    var (rows, columns): (Int32, Int32) = (0, 0)
    vterm_get_size(terminal.pointee.vterm, &rows, &columns)
    var text = String.UnicodeScalarView()
    var column = 0
    while column < columns {
      let cell = cell(row: row, column: column)
      withUnsafeBytes(of: cell.characters) { bytes in
        let scalars = bytes.bindMemory(to: UInt32.self).prefix { $0 != 0 }
        text.append(contentsOf: scalars.isEmpty ? [" "] : scalars.compactMap { Unicode.Scalar($0) })
      }
      column += max(1, Int(cell.width))
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// All rows, one a line.
  public var screen: String {
    var (rows, columns): (Int32, Int32) = (0, 0)
    vterm_get_size(terminal.pointee.vterm, &rows, &columns)
    return (0..<Int(rows)).map { text(ofRow: $0) }.joined(separator: "\n")
  }
}
