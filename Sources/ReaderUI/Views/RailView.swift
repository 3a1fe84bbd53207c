import Algorithms
import DocumentModel
import Terminal
import TextSearch

/// The column at the edge of a pane that shows where in the whole the reader is, and where in it are
/// hits, new comments and those of the article's author.
struct RailView {
  let state: AppState
  let theme: Theme
  /// Whether there is a line already in the column it is drawn in.
  var isOnBorder = false

  /// Draws the rail of the thread into the column `canvas`; `shown` are the first and last comment on
  /// the screen.
  func drawThread(showing shown: ClosedRange<Int>, on canvas: inout Canvas) {
    let reading = state.reading
    let rail = Rail(rows: canvas.size.rows, length: state.document.comments.count)
    var marks: [Int: StyleRole] = [:]
    func mark(_ set: CommentSet, _ role: StyleRole) {
      guard !set.isEmpty else { return }
      for row in rail.rows(where: { set.first(in: $0..<rail.length) }) { marks[row] = role }
    }
    mark(reading.ownComments, .railAuthor)
    mark(reading.news.new, .railNew)
    if let hits = hits(inArticle: false) {
      let rows = rail.rows { position in
        let first = hits.partitioningIndex { ($0.place.comment?.index ?? -1) >= position }
        return first < hits.endIndex ? hits[first].place.comment?.index : nil
      }
      for row in rows { marks[row] = .railHit }
    }
    draw(rail, showing: shown.lowerBound..<shown.upperBound + 1, marks, on: &canvas)
  }

  /// Draws the rail of the article, laid out as `column`, into the column `canvas`; `shown` are the
  /// first and the last line on the screen.
  func drawArticle(
    _ column: ArticleColumn,
    showing shown: ClosedRange<ScrollAnchor>,
    on canvas: inout Canvas
  ) {
    let rail = Rail(rows: canvas.size.rows, length: column.length)
    var marks: [Int: StyleRole] = [:]
    if let hits = hits(inArticle: true) {
      let rows = rail.rows { position in
        let first = hits.partitioningIndex { column.position(of: $0) >= position }
        return first < hits.endIndex ? column.position(of: hits[first]) : nil
      }
      for row in rows { marks[row] = .railHit }
    }
    let start = column.position(of: shown.lowerBound)
    let end = column.position(of: shown.upperBound)
    draw(rail, showing: start..<max(start, end) + 1, marks, on: &canvas)
  }

  /// The hits of the search, in the article or in the comments; `nil` if none are marked.
  private func hits(inArticle: Bool) -> ArraySlice<SearchHit>? {
    guard let search = state.search.active, search.highlights else { return nil }
    let end = search.found.hits(in: nil).upperBound
    return inArticle ? search.found.hits[..<end] : search.found.hits[end...]
  }

  private func draw(
    _ rail: Rail,
    showing shown: Range<Int>,
    _ marks: [Int: StyleRole],
    on canvas: inout Canvas
  ) {
    let place = rail.row(of: shown.lowerBound)...rail.row(of: shown.upperBound - 1)
    for row in 0..<canvas.size.rows {
      let isPlace = place.contains(row)
      guard let role = marks[row] else {
        guard isPlace || !isOnBorder else { continue }
        let style = theme[isPlace ? .railPlace : .rail]
        canvas.write(isPlace ? "┃" : "│", row: row, column: 0, style: style)
        continue
      }
      var style = theme[role]
      if isPlace { style.attributes.formSymmetricDifference(.reverse) }
      canvas.write(Self.glyph(of: role), row: row, column: 0, style: style)
    }
  }

  private static func glyph(of role: StyleRole) -> String {
    switch role {
    case .railHit: "◆"
    case .railNew: "●"
    default: "◂"
    }
  }
}
