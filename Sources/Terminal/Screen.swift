/// An event from the terminal.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// A mouse event.
  case mouse(MouseEvent)
  /// Text was pasted; it has no control characters other than newline and tab.
  case paste(String)
  /// The window was resized.
  case resize(Size)
  /// The program was resumed after it had been stopped.
  case resumed
  /// The terminal reported its background colour, to which themes adapt.
  case background(isDark: Bool)
  /// Another thread woke the screen up.
  case wakeUp
  /// The program should end: the terminal is gone, or a signal says so.
  case end
}

/// A mouse event.
public struct MouseEvent: Hashable, Sendable {
  /// The kind of event.
  public enum Kind: Hashable, Sendable {
    /// A button was pressed; 1 is the left one.
    case press(Int)
    /// The pointer moved with the left button down.
    case drag
    /// The button was released.
    case release
    case wheelUp, wheelDown
  }

  /// The kind of event.
  public let kind: Kind
  /// The cell under the pointer.
  public let position: Position

  /// A mouse event.
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
  /// Shows `grid` with the cursor at `cursor`; `nil` hides it.
  func present(_ grid: Grid, cursor: Position?)
  /// Waits for the next event; returns `nil` after `milliseconds`, if given.
  func nextEvent(within milliseconds: Int?) -> InputEvent?
}
