import Terminal

/// A few words of the program's own, on as many rows as they need.
struct WrappedText {
  /// The rows, none wider than asked for but a word that is.
  let rows: [String]

  /// Breaks `text` at blanks into rows of at most `columns`.
  init(_ text: String, columns: Int) {
    var rows: [String] = []
    var row = ""
    for word in text.split(separator: " ") {
      if !row.isEmpty, DisplayWidth.of(row) + 1 + DisplayWidth.of(word) > columns {
        rows.append(row)
        row = ""
      }
      row += (row.isEmpty ? "" : " ") + word
    }
    self.rows = rows + [row]
  }
}
