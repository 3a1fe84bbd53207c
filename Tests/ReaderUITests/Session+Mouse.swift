import Terminal
import TestSupport

/// Clicks, and what to aim them at.
extension Session {
  /// Presses the left button at a cell.
  mutating func click(row: Int, column: Int) {
    send(.mouse(MouseEvent(.press(1), at: Position(row: row, column: column))))
  }

  /// The column of the first cell of `row` from `start` on that shows `character`.
  func column(of character: Unicode.Scalar, inRow row: Int, from start: Int = 0) -> Int? {
    let grid = grid
    return (start..<grid.size.columns).first {
      grid[Position(row: row, column: $0)].scalar == character.value
    }
  }
}
