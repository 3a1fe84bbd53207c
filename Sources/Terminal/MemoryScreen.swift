/// A terminal in memory: events are handed to it, grids are kept.
///
/// For tests.
public final class MemoryScreen: Screen {
  /// The size of the window.
  public var size: Size
  /// What was shown last.
  public private(set) var grid: Grid
  /// Where the cursor was put last.
  public private(set) var cursor: Position?
  /// Events not yet asked for; when they run out, `end` is reported.
  public var events: [InputEvent] = []

  /// A window of `size`.
  public init(size: Size) {
    self.size = size
    grid = Grid(size: size)
  }

  /// Keeps `grid` and `cursor`.
  public func present(_ grid: Grid, cursor: Position?) {
    self.grid = grid
    self.cursor = cursor
  }

  /// The next of `events`, at once.
  public func nextEvent(within milliseconds: Int?) -> InputEvent? {
    guard !events.isEmpty else { return .end }
    let event = events.removeFirst()
    if case .resize(let size) = event { self.size = size }
    return event
  }
}
