import Terminal

/// A few words of the program's own, on as many rows as they need.
struct WrappedText {
  /// The rows, none wider than asked for.
  let rows: [String]

  /// Breaks `text` into rows of at most `columns`: at blanks, and in words wider than a row.
  init(_ text: String, columns: Int) {
    var rows: [String] = []
    var row = ""
    for word in text.split(separator: " ") {
      if !row.isEmpty, DisplayWidth.of(row) + 1 + DisplayWidth.of(word) > columns {
        rows.append(row)
        row = ""
      }
      row += (row.isEmpty ? "" : " ") + word
      while DisplayWidth.of(row) > columns, columns > 1 {
        let start = Self.start(of: row, columns: columns)
        rows.append(String(start))
        row = String(row[start.endIndex...])
      }
    }
    self.rows = rows + [row]
  }

  private static func start(of row: String, columns: Int) -> Substring {
    var width = 0
    let end = row.firstIndex { character in
      width += DisplayWidth.of(String(character))
      return width > columns
    }
    return row[..<(end ?? row.endIndex)]
  }
}
