import Algorithms
import Terminal
import TextLayout

/// The rows of a list as a column of lines, long ones broken.
struct OverlayColumn: LineSource, Equatable {
  /// The list.
  let overlay: Overlay
  /// The columns there are for a line.
  let width: Int
  let height: Int

  var firstItem: Int? { overlay.shown.isEmpty ? nil : 0 }
  var lastItem: Int? { overlay.shown.isEmpty ? nil : overlay.shown.count - 1 }
  func item(after item: Int) -> Int? { item + 1 < overlay.shown.count ? item + 1 : nil }
  func item(before item: Int) -> Int? { item > 0 ? item - 1 : nil }

  func lines(of item: Int) -> ItemLines<[OverlayRow.Run]> {
    let row = overlay.rows[overlay.shown[item]]
    return ItemLines(head: row.lines(columns: width)) { _ in [] }
  }

  func text(of content: [OverlayRow.Run]) -> (line: Line, block: Int)? { nil }
}

extension OverlayRow {
  /// The row in lines of at most `columns`, at least one line; O(length).
  ///
  /// Breaks at blanks, inside words only where a word is wider than a line. Lines after the first
  /// are indented, where that leaves them half of the columns.
  func lines(columns: Int) -> [[Run]] {
    var cells: [Cell] = []
    for (index, run) in runs.enumerated() {
      cells += run.text.map { Cell(character: $0, width: DisplayWidth.of(String($0)), run: index) }
    }
    let indent = self.indent <= columns / 2 ? self.indent : min(2, columns / 4)
    var lines: [[Run]] = []
    var rest = cells[...]
    while !rest.isEmpty || lines.isEmpty {
      let room = columns - (lines.isEmpty ? 0 : indent)
      let line = Self.takeLine(from: &rest, columns: max(1, room))
      let lead = lines.isEmpty || indent == 0 ? [] : [Run(String(repeating: " ", count: indent))]
      lines.append(lead + self.runs(of: line))
    }
    return lines
  }

  private struct Cell {
    let character: Character
    let width: Int
    let run: Int
    var isBlank: Bool { character == " " }
  }

  /// Takes a line off `rest`, with the blanks or the line break after it.
  private static func takeLine(
    from rest: inout ArraySlice<Cell>,
    columns: Int
  ) -> ArraySlice<Cell> {
    var width = 0
    var end = rest.startIndex
    while end < rest.endIndex, rest[end].character != "\n", width + rest[end].width <= columns {
      width += rest[end].width
      end += 1
    }
    if end < rest.endIndex, rest[end].character == "\n" {
      defer { rest = rest[(end + 1)...] }
      return rest[..<end]
    }
    guard end < rest.endIndex else {
      defer { rest = [] }
      return rest
    }
    if !rest[end].isBlank, let blank = rest[..<end].lastIndex(where: \.isBlank),
      rest[..<blank].contains(where: { !$0.isBlank })
    {
      end = blank
    }
    end = max(end, rest.startIndex + 1)
    let line = rest[..<end]
    rest = rest[end...].drop(while: \.isBlank)
    return line
  }

  private func runs(of line: ArraySlice<Cell>) -> [Run] {
    line.chunked { $0.run == $1.run }
      .map { Run(String($0.map(\.character)), runs[$0[$0.startIndex].run].role) }
  }
}
