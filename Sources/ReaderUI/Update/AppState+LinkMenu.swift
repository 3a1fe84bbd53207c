import DocumentModel
import Terminal
import TextLayout

/// The menu of a link that was clicked.
extension AppState {
  /// The link in `line` at `column` of its block, `nil` if there is none.
  func link(
    in line: Line,
    of document: Document,
    at column: Int,
    pane: Pane,
    item: Int
  ) -> DocumentLink? {
    let column = line.scrolls ? column + shift(of: pane) : column
    let hit = line.pieces.first { piece in
      piece.link != nil && (piece.column..<piece.column + piece.width).contains(column)
    }
    return hit?.link.flatMap { document.link(atSpan: Int($0), pane: pane, item: item) }
  }

  /// Opens the menu of `link` beside `position`.
  mutating func openMenu(of link: DocumentLink, in document: Document, at position: Position) {
    navigation.link = link
    var rows = [
      OverlayRow([OverlayRow.Run("Read here")], target: .address(link.url)),
      OverlayRow([OverlayRow.Run("Open in the browser")], target: .browser(link.url)),
      OverlayRow([OverlayRow.Run("Copy the address")], target: .copy(link.url)),
    ]
    for picture in document.pictures(in: link) {
      rows += [
        OverlayRow([OverlayRow.Run("Open the picture")], target: .browser(picture.url)),
        OverlayRow([OverlayRow.Run("Copy the picture's address")], target: .copy(picture.url)),
      ]
    }
    mode.overlay = Overlay(.links, title: link.url, rows: rows, at: position)
  }
}
