import Terminal

/// The tabs of a row, as far as there is room: the chosen one always, the others shortened before any is
/// left out.
struct TabStrip: Equatable {
  /// A tab in the row.
  struct Cell: Equatable {
    /// The index of what it stands for.
    let index: Int
    /// Its text, with a blank at each end.
    let text: String
    /// The first column.
    let start: Int

    /// The columns it takes.
    var columns: Range<Int> { start..<start + DisplayWidth.of(text) }
  }

  /// The fewest columns of a name that is shortened.
  private static let leastName = 3

  /// The tabs from left to right, a column between two.
  let cells: [Cell]
  /// Whether there are more at the left, and at the right.
  let hasMore: (left: Bool, right: Bool)

  static func == (left: TabStrip, right: TabStrip) -> Bool { left.cells == right.cells }

  /// Tabs with a name and what stands behind it, such as a number; `chosen` is a place among them.
  ///
  /// They start at column `start` and take at most `columns`.
  init(_ tabs: [(index: Int, name: String, note: String)], chosen: Int, start: Int, columns: Int) {
    let widest = tabs.map { DisplayWidth.of($0.name) }.max() ?? 0
    var texts: [String] = []
    for width in stride(from: max(widest, Self.leastName), through: Self.leastName, by: -1) {
      texts = tabs.enumerated().map { place, tab in
        let isWhole = place == chosen || DisplayWidth.of(tab.name) <= width
        let name = isWhole ? tab.name : ShortenedText(tab.name, columns: width).text
        return " \(name)\(tab.note.isEmpty ? "" : " " + tab.note) "
      }
      if Self.width(of: texts[...]) <= columns { break }
    }
    var kept = 0..<texts.count
    // A mark stands at the left of those that are kept if others are left out there.
    func markWidth() -> Int { kept.lowerBound > 0 ? 1 : 0 }
    while Self.width(of: texts[kept]) > columns - markWidth(), kept.count > 1 {
      // What is further from the chosen one goes first.
      let fromLeft = chosen - kept.lowerBound > kept.upperBound - 1 - chosen
      kept = fromLeft ? kept.dropFirst() : kept.dropLast()
    }
    var cells: [Cell] = []
    var column = start + markWidth()
    for place in kept {
      let room = start + columns - column
      let isCut = DisplayWidth.of(texts[place]) > room
      let text = isCut ? ShortenedText(texts[place], columns: room).text : texts[place]
      cells.append(Cell(index: tabs[place].index, text: text, start: column))
      column = cells[cells.count - 1].columns.upperBound + 1
    }
    self.cells = cells
    hasMore = (kept.lowerBound > 0, kept.upperBound < tabs.count)
  }

  private static func width(of texts: ArraySlice<String>) -> Int {
    texts.reduce(0) { $0 + DisplayWidth.of($1) } + max(0, texts.count - 1)
  }
}
