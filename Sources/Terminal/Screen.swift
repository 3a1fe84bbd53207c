/// What a terminal reports.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// Text was pasted; without control characters but newline and tab.
  case paste(String)
  /// The window has another size.
  case resize(Size)
  /// The program runs again after it was stopped.
  case resumed
  /// The terminal told the colour behind its text, which themes may adapt to.
  case background(isDark: Bool)
  /// The screen's wake-up was called: something outside the terminal is ready.
  case wakeUp
  /// The program should end: its terminal is gone or it was told to.
  case end
}

/// One thing the mouse did.
public struct MouseEvent: Hashable, Sendable {
  /// What it did.
  public enum Kind: Hashable, Sendable {
    /// A button went down; 1 is the left one.
    case press(Int)
    /// The pointer moved with the left button down.
    case drag
    /// The button went up.
    case release
    case wheelUp, wheelDown
  }

  /// What it did.
  public let kind: Kind
  /// The cell under the pointer.
  public let position: Position

  /// Something the mouse did.
  public init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }
}

/// A terminal: shows grids, reports events.
///
/// `CursesScreen` draws on a terminal.
public protocol Screen: AnyObject {
  /// The size of the window.
  var size: Size { get }
  /// Shows `grid`; the cursor stands at `cursor`, hidden if that is `nil`.
  func present(_ grid: Grid, cursor: Position?)
  /// Waits for the next event, at most `milliseconds` if that is given; `nil`: the time is up.
  func nextEvent(within milliseconds: Int?) -> InputEvent?
}
