import DocumentModel
import Terminal
import TextLayout
import TextSearch

/// Marks the hits of the search in what is drawn.
struct SearchMarks {
  let state: AppState
  let theme: Theme

  /// Marks the hits of `place` in `line`, whose block has its left edge at `column`.
  func draw(
    at place: SearchPlace,
    in line: Line,
    of view: TextLineView,
    row: Int,
    column: Int,
    on canvas: inout Canvas
  ) {
    guard let search = state.search.active, search.highlights else { return }
    let hits = search.found.hits
    for index in search.found.hits(at: place, meeting: line.text) {
      let range = hits[index].range
      let role = index == search.current ? StyleRole.searchCurrent : .searchHit
      view.restyle(range, in: line, row: row, column: column, on: &canvas) {
        theme.style(role, over: $0)
      }
    }
  }

  /// Marks a comment's author, written from `start` to `end`, if the search finds the name.
  func drawAuthor(of id: CommentID, row: Int, columns: Range<Int>, on canvas: inout Canvas) {
    guard let search = state.search.active, search.highlights,
      let author = state.document[id].author
    else { return }
    let name = state.document[author].name
    let text = state.document.text
    for index in search.found.hits(at: SearchPlace(.author(id))) {
      let hit = search.found.hits[index].range
      func width(_ start: UInt32, _ end: UInt32) -> Int {
        DisplayWidth.of(text[TextRange(Int(start), Int(end))])
      }
      let first = columns.lowerBound + width(name.start, hit.start)
      let role = index == search.current ? StyleRole.searchCurrent : .searchHit
      let marked = Rect(row: row, column: first, columns: width(hit.start, hit.end), rows: 1)
      canvas.restyle(marked) { theme.style(role, over: $0) }
    }
  }
}
